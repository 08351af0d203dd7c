package org.tagwire.server.page;

import org.jspecify.annotations.Nullable;

/**
 * A hashtag and why it stands in a short list.
 *
 * @param tag which
 * @param numbers why it stands here, in words
 * @param bars how many articles it had on each of the last days; absent where nobody counted
 */
public record TagLine(CardView.Tag tag, String numbers, @Nullable Sparkline bars) {
  /** A line without a drawing. */
  public TagLine(CardView.Tag tag, String numbers) {
    this(tag, numbers, null);
  }

  /** Returns the same line with a drawing. */
  public TagLine with(Sparkline drawing) {
    return new TagLine(tag, numbers, drawing);
  }
}
