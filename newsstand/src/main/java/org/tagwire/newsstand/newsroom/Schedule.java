package org.tagwire.newsstand.newsroom;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The life of an article.
 *
 * @param at when it appears
 * @param correction what changes later, if anything
 * @param withdrawn when it is taken away, counted from the stand's start, if ever
 */
public record Schedule(
    Appearance at, @Nullable Correction correction, @Nullable Duration withdrawn) {

  public Schedule {
    if (at instanceof Appearance.After after) {
      requireLater(after.delay(), correction == null ? null : correction.after(), "corrected");
      requireLater(after.delay(), withdrawn, "withdrawn");
    }
  }

  private static void requireLater(Duration at, @Nullable Duration later, String verb) {
    if (later != null && later.compareTo(at) <= 0) {
      throw new IllegalArgumentException(
          verb
              + " at +"
              + later.toSeconds()
              + "s, but it appears only at +"
              + at.toSeconds()
              + "s");
    }
  }
}
