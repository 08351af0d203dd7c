package org.tagwire.websub;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts calls by the minute, so that a hub gone wild is told to come later. Safe for use by many
 * threads; forgets everything each minute.
 */
final class Pace {
  private final int most;
  private final Map<String, Integer> calls = new HashMap<>();
  private long minute;

  Pace(int most) {
    this.most = most;
  }

  /** Says whether this caller may call once more in this minute. */
  synchronized boolean allows(String caller, Instant now) {
    long present = now.getEpochSecond() / 60;
    if (present != minute) {
      minute = present;
      calls.clear();
    }
    return calls.merge(caller, 1, Integer::sum) <= most;
  }
}
