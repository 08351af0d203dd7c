package org.tagwire.server.web;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * How many may listen to tickers at the same time: in all, and of one {@link Household}, since
 * behind one address a whole newsroom may sit. Safe for use by many threads.
 */
final class Seats {
  static final int ALL = 2_000;
  static final int PER_HOUSEHOLD = 400;

  /** After so long it is worth asking again. */
  static final Duration COME_BACK = Duration.ofMinutes(1);

  private final Map<Household, Integer> taken = new HashMap<>();
  private int all;

  /** Takes a seat, which {@link #leave} gives back. Returns false when there is none. */
  synchronized boolean take(String address) {
    Household household = Household.of(address);
    if (all >= ALL || taken.getOrDefault(household, 0) >= PER_HOUSEHOLD) {
      return false;
    }
    all++;
    taken.merge(household, 1, Integer::sum);
    return true;
  }

  synchronized void leave(String address) {
    all--;
    taken.computeIfPresent(Household.of(address), (h, seats) -> seats == 1 ? null : seats - 1);
  }
}
