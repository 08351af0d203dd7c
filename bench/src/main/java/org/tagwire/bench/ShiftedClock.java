package org.tagwire.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The system's clock, some time ahead, so that what is due tomorrow is due now. Safe for use by
 * many threads.
 */
final class ShiftedClock implements InstantSource {
  private final InstantSource clock = InstantSource.system();
  private volatile Duration ahead = Duration.ZERO;

  void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  @Override
  public Instant instant() {
    return clock.instant().plus(ahead);
  }
}
