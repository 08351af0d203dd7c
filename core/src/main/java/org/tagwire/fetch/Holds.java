package org.tagwire.fetch;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which hosts are being left alone because they answered 429, decided purely.
 *
 * <p>A host is left alone for as long as it asked, but after an hour one request may try again: the
 * answer may have been a mistake, or meant for somebody who had our address before. One that does
 * not say how long is left alone for a quarter of an hour, and twice as long each time it says so
 * again soon after. Other hosts are never concerned. Not safe for threads; times are nanoseconds of
 * one ticker.
 */
public final class Holds {
  /** The longest a host is left alone without trying again. */
  public static final Duration LONGEST = Duration.ofHours(1);

  private static final Duration UNSAID = Duration.ofMinutes(15);
  private static final int SWEEP_AT = 10_000;

  private final Map<String, Hold> holds = new HashMap<>();

  /**
   * One answer of 429.
   *
   * @param since when it came
   * @param nanos how long it counts
   * @param unsaid how long it would count had the host not said
   */
  private record Hold(long since, long nanos, Duration unsaid) {
    long left(long now) {
      return nanos - (now - since);
    }

    /** Long over: the next answer of 429 is a first one again. */
    boolean isForgotten(long now) {
      return left(now) < -LONGEST.toNanos();
    }
  }

  /** Leaves a host alone from now on, for as long as it asked if it did. */
  public void hold(String host, Optional<Duration> asked, long now) {
    Hold last = holds.get(host);
    Duration unsaid =
        last == null || last.isForgotten(now)
            ? UNSAID
            : shorter(last.unsaid().multipliedBy(2), LONGEST);
    Duration held = shorter(asked.orElse(unsaid), LONGEST);
    if (held.isPositive()) {
      holds.put(host, new Hold(now, held.toNanos(), unsaid));
    }
    if (holds.size() > SWEEP_AT) {
      holds.values().removeIf(hold -> hold.isForgotten(now));
    }
  }

  /** Returns how long a host is still to be left alone. */
  public Optional<Duration> find(String host, long now) {
    Hold hold = holds.get(host);
    return hold == null || hold.left(now) <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofNanos(hold.left(now)));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
