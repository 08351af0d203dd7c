package org.tagwire.index.lucene;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.model.Condition;

/**
 * A word or phrase that a condition asks for, as the index cuts it.
 *
 * @param words the words, which stand together
 * @param open whether the beginning of the last is enough
 */
record Sought(List<String> words, boolean open) {
  Sought {
    words = List.copyOf(words);
  }

  /** Returns all that a condition asks for; what it denies is not sought. */
  static List<Sought> in(Condition condition, NewsAnalyzer analyzer) {
    List<Sought> sought = new ArrayList<>();
    gather(condition, analyzer, sought);
    return sought;
  }

  private static void gather(Condition condition, NewsAnalyzer analyzer, List<Sought> sought) {
    switch (condition) {
      case Condition.All all -> all.of().forEach(one -> gather(one, analyzer, sought));
      case Condition.Any any -> any.of().forEach(one -> gather(one, analyzer, sought));
      case Condition.Word word -> add(word.text(), word.prefix(), analyzer, sought);
      case Condition.Phrase phrase -> add(phrase.text(), false, analyzer, sought);
      default -> {}
    }
  }

  private static void add(String text, boolean open, NewsAnalyzer analyzer, List<Sought> sought) {
    List<String> words = analyzer.words(text, Condition.MAX_TEXT);
    if (!words.isEmpty()) {
      sought.add(new Sought(words, open || Words.isLoneIdeograph(words)));
    }
  }
}
