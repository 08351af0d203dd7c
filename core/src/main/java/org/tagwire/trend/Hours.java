package org.tagwire.trend;

import java.time.Instant;

/** Whole hours of UTC, counted from the epoch. */
final class Hours {
  static final int IN_WEEK = 168;
  static final int IN_DAY = 24;
  private static final long SECONDS = 3600;

  /** The epoch was a Thursday; the week begins on Monday. */
  private static final int EPOCH_IN_WEEK = 3 * IN_DAY;

  private Hours() {}

  static long of(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), SECONDS);
  }

  static Instant begin(long hour) {
    return Instant.ofEpochSecond(hour * SECONDS);
  }

  /** Returns 0 to 167, 0 for the first hour of Monday. */
  static int inWeek(long hour) {
    return (int) Math.floorMod(hour + EPOCH_IN_WEEK, (long) IN_WEEK);
  }

  static int inDay(long hour) {
    return (int) Math.floorMod(hour, (long) IN_DAY);
  }

  static int weekday(long hour) {
    return inWeek(hour) / IN_DAY;
  }

  /** Returns how much of an hour lies between two times, 0 to 1. */
  static double part(long hour, Instant from, Instant to) {
    double start = Math.max(from.getEpochSecond(), hour * SECONDS);
    double end = Math.min(to.getEpochSecond(), (hour + 1) * SECONDS);
    return Math.max(0, end - start) / SECONDS;
  }
}
