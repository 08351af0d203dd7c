package org.tagwire.server.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * How much each client may ask for: a bucket of tokens that fills again steadily. Remembers the
 * last few thousand clients. Safe for use by many threads.
 */
final class Budget {
  private static final int MOST_CLIENTS = 4096;

  private final double burst;
  private final double perNano;
  private final LongSupplier ticker;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_CLIENTS;
        }
      };

  /** What is left of a client's budget, and when it was so. */
  private record Bucket(double left, long at) {}

  /**
   * @param burst how much at once
   * @param perSecond how much in the long run
   * @param ticker nanoseconds that never jump
   */
  Budget(int burst, int perSecond, LongSupplier ticker) {
    this.burst = burst;
    this.perNano = perSecond / 1e9;
    this.ticker = ticker;
  }

  /** Takes one from a client's budget; false when nothing is left. */
  boolean spend(String client) {
    lock.lock();
    try {
      long now = ticker.getAsLong();
      Bucket bucket = buckets.getOrDefault(client, new Bucket(burst, now));
      double left = Math.min(burst, bucket.left() + (now - bucket.at()) * perNano);
      buckets.put(client, new Bucket(left < 1 ? left : left - 1, now));
      return left >= 1;
    } finally {
      lock.unlock();
    }
  }
}
