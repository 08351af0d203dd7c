package org.tagwire.store.sqlite;

import java.time.Instant;

/**
 * Times as columns hold them: milliseconds since 1970 UTC, the ends of time at the ends of the
 * range.
 */
final class Times {
  private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);
  private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

  private Times() {}

  static long millis(Instant instant) {
    if (!instant.isAfter(FIRST)) {
      return Long.MIN_VALUE;
    }
    return instant.isBefore(LAST) ? instant.toEpochMilli() : Long.MAX_VALUE;
  }

  static Instant instant(long millis) {
    if (millis == Long.MAX_VALUE) {
      return Instant.MAX;
    }
    return millis == Long.MIN_VALUE ? Instant.MIN : Instant.ofEpochMilli(millis);
  }
}
