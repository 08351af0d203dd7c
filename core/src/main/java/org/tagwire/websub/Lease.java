package org.tagwire.websub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long a hub keeps its promise: whatever it says, an hour at least and ten days at most. */
final class Lease {
  static final Duration SHORTEST = Duration.ofHours(1);
  static final Duration LONGEST = Duration.ofDays(10);

  /** What counts where a hub, against the Recommendation, names no time. */
  static final Duration UNSAID = Duration.ofDays(1);

  private static final int RENEWED_AT = 80;

  private Lease() {}

  /** Reads what a hub grants, in seconds. */
  static Duration granted(@Nullable String seconds) {
    if (seconds == null || !seconds.strip().matches("[+-]?\\d+")) {
      return UNSAID;
    }
    String digits = seconds.strip().replaceFirst("^\\+?0*(?=\\d)", "");
    if (digits.startsWith("-")) {
      return SHORTEST;
    }
    Duration granted = digits.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(digits));
    return granted.compareTo(SHORTEST) < 0
        ? SHORTEST
        : granted.compareTo(LONGEST) > 0 ? LONGEST : granted;
  }

  /** Returns after how much of a lease it is renewed. */
  static Duration untilRenewal(Duration lease) {
    return lease.multipliedBy(RENEWED_AT).dividedBy(100);
  }
}
