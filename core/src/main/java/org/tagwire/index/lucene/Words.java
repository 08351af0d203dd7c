package org.tagwire.index.lucene;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Reads what a reader typed: words and "phrases", all of which must occur, and {@code *} after the
 * last word for its beginning.
 *
 * <p>There is no other syntax, so there are no syntax errors: other signs part words. What is too
 * long, or has no word in it, matches nothing. A word that the tokenizer cuts into several
 * (COVID-19, 東京都) is a phrase.
 */
final class Words {
  static final int MAX_LENGTH = 500;
  static final int MAX_TERMS = 32;
  private static final int SHORTEST_PREFIX = 2;

  private final NewsAnalyzer analyzer;
  private final BooleanQuery.Builder all = new BooleanQuery.Builder();
  private int terms;

  private Words(NewsAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  static Query parse(String typed, NewsAnalyzer analyzer) {
    if (typed.length() > MAX_LENGTH) {
      return new MatchNoDocsQuery("more than " + MAX_LENGTH + " characters");
    }
    Words words = new Words(analyzer);
    List<String> parts = parts(typed.strip());
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      boolean open = i == parts.size() - 1 && part.endsWith("*") && !part.startsWith("\"");
      words.add(part, open);
    }
    return words.terms == 0 || words.terms > MAX_TERMS
        ? new MatchNoDocsQuery("no word, or more than " + MAX_TERMS)
        : words.all.build();
  }

  /** Reads one word or phrase; one without any word in it matches nothing. */
  static Query word(String text, boolean open, NewsAnalyzer analyzer) {
    Words words = new Words(analyzer);
    words.add(text, open);
    return words.terms == 0 || words.terms > MAX_TERMS
        ? new MatchNoDocsQuery("no word, or more than " + MAX_TERMS)
        : words.all.build();
  }

  private void add(String part, boolean open) {
    List<String> cut = analyzer.words(part, MAX_TERMS + 1);
    terms += cut.size();
    if (cut.isEmpty() || terms > MAX_TERMS) {
      return;
    }
    String last = cut.getLast();
    if (isLoneIdeograph(cut) || (open && last.length() >= SHORTEST_PREFIX)) {
      require(new PrefixQuery(term(last)));
      cut = cut.subList(0, cut.size() - 1);
    }
    if (cut.size() == 1) {
      require(new TermQuery(term(cut.getFirst())));
    } else if (!cut.isEmpty()) {
      require(new PhraseQuery(Schema.TEXT, cut.toArray(String[]::new)));
    }
  }

  private void require(Query query) {
    all.add(query, BooleanClause.Occur.FILTER);
  }

  private static Term term(String word) {
    return new Term(Schema.TEXT, word);
  }

  /**
   * In running text such a character is indexed in pairs only, so it stands for all pairs it
   * begins.
   */
  private static boolean isLoneIdeograph(List<String> cut) {
    int c = cut.getFirst().codePointAt(0);
    return cut.size() == 1
        && cut.getFirst().length() == Character.charCount(c)
        && WordTokenizer.Script.of(c) == WordTokenizer.Script.PAIRED;
  }

  /**
   * Parts at white space; a quoted part stays whole and keeps its opening quote. A lone quote opens
   * nothing.
   */
  private static List<String> parts(String typed) {
    String text = typed.replace('\u201C', '"').replace('\u201D', '"').replace('\u201E', '"');
    List<String> parts = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int close = text.charAt(at) == '"' ? text.indexOf('"', at + 1) : -1;
      int stop = close > 0 ? close : endOfWord(text, at);
      if (stop > at) {
        parts.add(text.substring(at, stop));
      }
      at = close > 0 || stop == at ? stop + 1 : stop;
    }
    return parts;
  }

  private static int endOfWord(String text, int from) {
    int at = from;
    while (at < text.length()
        && !Character.isWhitespace(text.charAt(at))
        && text.charAt(at) != '"') {
      at++;
    }
    return at;
  }
}
