package org.tagwire.model;

import java.time.Instant;

/**
 * A headline that its publisher has replaced by another.
 *
 * @param article whose headline it was
 * @param before how it read; empty for those who may only know that it was changed
 * @param seen when the next one was seen
 */
public record HeadlineChange(ArticleId article, String before, Instant seen) {
  /** How many changes of one article are kept, the newest. */
  public static final int MOST = 20;

  /** Returns the same change without the words that were taken back. */
  public HeadlineChange withoutWords() {
    return new HeadlineChange(article, "", seen);
  }
}
