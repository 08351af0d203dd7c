package org.tagwire.newsstand.newsroom;

/** One block of an article's text. */
public record Block(Kind kind, String text) {

  /** What a block is. */
  public enum Kind {
    PARAGRAPH,
    CROSSHEAD,
    QUOTATION,
    ITEM
  }

  public Block {
    if (text.isBlank()) {
      throw new IllegalArgumentException("a block of text must not be empty");
    }
  }
}
