package org.tagwire.model;

/**
 * One block of an article's text.
 *
 * @param kind what it is
 * @param text plain text without line breaks at its ends; never blank
 */
public record Paragraph(Kind kind, String text) {
  /** What a block is. */
  public enum Kind {
    TEXT,
    HEADING,
    QUOTE,
    LIST_ITEM,
    TABLE_ROW,
    PREFORMATTED,
    LINK
  }

  public Paragraph {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a paragraph has text; leave an empty one out");
    }
  }

  public static Paragraph of(String text) {
    return new Paragraph(Kind.TEXT, text);
  }
}
