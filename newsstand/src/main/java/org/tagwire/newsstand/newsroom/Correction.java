package org.tagwire.newsstand.newsroom;

import java.time.Duration;

/** A change to a published article. */
public sealed interface Correction {

  /** When it is made, counted from the stand's start. */
  Duration after();

  /** The title is worded anew. */
  record NewTitle(Duration after, String title) implements Correction {}

  /**
   * One paragraph is worded anew; paragraphs are counted from one, without crossheads and lists.
   */
  record NewParagraph(Duration after, int number, String text) implements Correction {
    public NewParagraph {
      if (number < 1) {
        throw new IllegalArgumentException("paragraphs are counted from 1, was " + number);
      }
    }
  }
}
