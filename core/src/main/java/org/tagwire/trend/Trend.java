package org.tagwire.trend;

import java.time.Duration;
import org.tagwire.model.TagKey;

/**
 * A tag that is talked about more than it usually is, with its numbers.
 *
 * @param tag which tag
 * @param origins how many origins wrote about it in the window
 * @param usual how many would be usual, each counted once an hour as {@code counted} is
 * @param counted how many wrote, each counted once an hour
 * @param window how long the window is, up to now
 * @param surprise how unlikely that is: 6 is one in a million
 */
public record Trend(
    TagKey tag, int origins, double usual, int counted, Duration window, double surprise) {
  /** Returns how many origins would be usual, as an estimate. */
  public double usualOrigins() {
    return counted == 0 ? usual : usual * origins / counted;
  }
}
