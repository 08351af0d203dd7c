package org.tagwire.server.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Bounds how often somebody may try: some times at once, then one time in so long (the leaky bucket
 * as the generic cell rate algorithm of ITU-T I.371). Safe for use by many threads.
 */
final class Attempts {
  private static final int MOST_CLIENTS = 10_000;

  private final Duration pause;
  private final Duration leeway;
  private final Map<String, Instant> next =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_CLIENTS;
        }
      };

  /**
   * @param atOnce how many attempts may follow each other
   * @param pause after how long there is one more
   */
  Attempts(int atOnce, Duration pause) {
    this.pause = pause;
    this.leeway = pause.multipliedBy(atOnce - 1L);
  }

  /** Takes one attempt; returns how long to wait when there is none. */
  synchronized Optional<Duration> take(String client, Instant now) {
    Instant due = next.getOrDefault(client, now);
    Instant from = due.isBefore(now) ? now : due;
    Duration wait = Duration.between(now, from.minus(leeway));
    if (wait.isPositive()) {
      return Optional.of(wait);
    }
    next.put(client, from.plus(pause));
    return Optional.empty();
  }

  /** Forgets what a client has tried. */
  synchronized void forgive(String client) {
    next.remove(client);
  }
}
