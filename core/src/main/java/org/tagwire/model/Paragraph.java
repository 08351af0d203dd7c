package org.tagwire.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * One block of an article's text.
 *
 * @param kind what it is
 * @param text plain text without line breaks at its ends; never blank
 * @param marks what the publisher's markup says about parts of it: outer before inner, earlier
 *     before later, none crossing another
 */
public record Paragraph(Kind kind, String text, List<Mark> marks) {
  /** What a block is. */
  public enum Kind {
    TEXT,
    HEADING,
    QUOTE,
    LIST_ITEM,
    TABLE_ROW,
    PREFORMATTED,
    /**
     * The way to something shown on the page but kept elsewhere, as a video; no text of its own.
     */
    LINK
  }

  public Paragraph {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a paragraph has text; leave an empty one out");
    }
    marks = List.copyOf(marks);
    if (!marks.isEmpty()) {
      checkNesting(marks, text.length());
    }
  }

  /** A block that is its text and nothing more. */
  public Paragraph(Kind kind, String text) {
    this(kind, text, List.of());
  }

  public static Paragraph of(String text) {
    return new Paragraph(Kind.TEXT, text);
  }

  /** Says whether this is part of what the article says. */
  public boolean isText() {
    return kind != Kind.LINK;
  }

  private static void checkNesting(List<Mark> marks, int length) {
    Deque<Mark> around = new ArrayDeque<>();
    int last = 0;
    for (Mark mark : marks) {
      while (!around.isEmpty() && around.peek().to() <= mark.from()) {
        around.pop();
      }
      int end = around.isEmpty() ? length : around.peek().to();
      if (mark.from() < last || mark.to() > end) {
        throw new IllegalArgumentException(
            "the mark " + mark + " begins too early or ends after " + end);
      }
      last = mark.from();
      around.push(mark);
    }
  }
}
