package org.tagwire.index.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Turns text into the words that are indexed and asked for. Safe for use by many threads. */
final class NewsAnalyzer extends Analyzer {
  /** Keeps a phrase from beginning in the title and ending in the body. */
  static final int GAP = 100;

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new WordTokenizer());
  }

  @Override
  public int getPositionIncrementGap(String field) {
    return GAP;
  }

  /** A word of a text and where it stands there. */
  record Cut(String word, int from, int to) {}

  /** Returns the words of a text and where they stand in it, at most {@code limit}, in order. */
  List<Cut> cut(String text, int limit) {
    List<Cut> cut = new ArrayList<>();
    try (TokenStream stream = tokenStream(Schema.TEXT, text)) {
      WordTokenizer words = (WordTokenizer) stream;
      CharTermAttribute word = words.addAttribute(CharTermAttribute.class);
      words.reset();
      while (cut.size() < limit && words.incrementToken()) {
        cut.add(new Cut(word.toString(), words.wordStart(), words.wordEnd()));
      }
      words.end();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory could not be read", e);
    }
    return cut;
  }

  /** Returns the words of a text, at most {@code limit}, in order. */
  List<String> words(String text, int limit) {
    return cut(text, limit).stream().map(Cut::word).toList();
  }
}
