package org.tagwire.ingest;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Wakes one waiting worker loop; any number of rings before the worker looks count as one. Safe for
 * use by many threads.
 */
final class Bell {
  private final Semaphore rings = new Semaphore(0);

  void ring() {
    if (rings.availablePermits() == 0) {
      rings.release();
    }
  }

  /** Waits for a ring, at most {@code patience}. */
  void await(Duration patience) throws InterruptedException {
    if (rings.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
      rings.drainPermits();
    }
  }
}
