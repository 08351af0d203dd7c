package org.tagwire.index.lucene;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.tagwire.model.Condition;

/**
 * Turns a word or phrase that a reader typed into a query. What the tokenizer cuts into several
 * words (COVID-19, 東京都) is a phrase; what has no word in it matches nothing.
 */
final class Words {
  private static final int SHORTEST_PREFIX = 2;

  private Words() {}

  /** With {@code open}, the beginning of the last word is enough. */
  static Query query(String text, boolean open, NewsAnalyzer analyzer) {
    List<String> cut = analyzer.words(text, Condition.MAX_TEXT);
    if (cut.isEmpty()) {
      return new MatchNoDocsQuery("no word");
    }
    String last = cut.getLast();
    if (!isLoneIdeograph(cut) && !(open && last.length() >= SHORTEST_PREFIX)) {
      return together(cut);
    }
    Query begun = new PrefixQuery(term(last));
    return cut.size() == 1
        ? begun
        : new BooleanQuery.Builder()
            .add(begun, Occur.FILTER)
            .add(together(cut.subList(0, cut.size() - 1)), Occur.FILTER)
            .build();
  }

  private static Query together(List<String> words) {
    return words.size() == 1
        ? new TermQuery(term(words.getFirst()))
        : new PhraseQuery(Schema.TEXT, words.toArray(String[]::new));
  }

  private static Term term(String word) {
    return new Term(Schema.TEXT, word);
  }

  /**
   * In running text such a character is indexed in pairs only, so it stands for all pairs it
   * begins.
   */
  static boolean isLoneIdeograph(List<String> cut) {
    int c = cut.getFirst().codePointAt(0);
    return cut.size() == 1
        && cut.getFirst().length() == Character.charCount(c)
        && WordTokenizer.Script.of(c) == WordTokenizer.Script.PAIRED;
  }
}
