package org.tagwire.server.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.tagwire.model.Condition;
import org.tagwire.model.Mark;

/** Finds words in a text by looking for them, letter by letter. */
final class Sought {
  private Sought() {}

  static List<Mark> in(Condition condition, String text) {
    List<Mark> marks = new ArrayList<>();
    gather(condition, text.toLowerCase(Locale.ROOT), marks);
    marks.sort(Comparator.comparingInt(Mark::from));
    return marks;
  }

  private static void gather(Condition condition, String text, List<Mark> marks) {
    switch (condition) {
      case Condition.All all -> all.of().forEach(one -> gather(one, text, marks));
      case Condition.Any any -> any.of().forEach(one -> gather(one, text, marks));
      case Condition.Word word -> find(word.text(), text, marks);
      case Condition.Phrase phrase -> find(phrase.text(), text, marks);
      default -> {}
    }
  }

  private static void find(String typed, String text, List<Mark> marks) {
    String words = typed.toLowerCase(Locale.ROOT);
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
      marks.add(new Mark(Mark.Kind.HIGHLIGHT, at, at + words.length(), ""));
    }
  }
}
