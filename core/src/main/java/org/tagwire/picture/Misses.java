package org.tagwire.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What was asked for in vain, so that it is not asked for again with every page; the last ten
 * thousand of them. Safe for use by many threads.
 */
final class Misses {
  private static final int MOST = 10_000;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Instant> until =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST;
        }
      };

  Misses(InstantSource clock) {
    this.clock = clock;
  }

  boolean has(String hash) {
    lock.lock();
    try {
      Instant end = until.get(hash);
      return end != null && end.isAfter(clock.instant());
    } finally {
      lock.unlock();
    }
  }

  void add(String hash, Duration rest) {
    lock.lock();
    try {
      until.remove(hash);
      until.put(hash, clock.instant().plus(rest));
    } finally {
      lock.unlock();
    }
  }
}
