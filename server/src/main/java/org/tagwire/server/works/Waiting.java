package org.tagwire.server.works;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

/** Waits for loops of this process, and tells when they stand still. */
final class Waiting {
  private static final Duration LOOK = Duration.ofMillis(20);

  /** How long a loop may stand still before somebody who waits for it is told so. */
  private static final Duration STANDSTILL = Duration.ofSeconds(60);

  private Waiting() {}

  /**
   * Waits until something is done.
   *
   * @param done whether it is
   * @param way a number that changes whenever there is progress
   * @param tell told each time one has looked
   */
  static void until(BooleanSupplier done, LongSupplier way, Runnable tell) {
    long seen = -1;
    long seenAt = System.nanoTime();
    while (!done.getAsBoolean()) {
      long now = way.getAsLong();
      if (now != seen) {
        seen = now;
        seenAt = System.nanoTime();
      } else if (System.nanoTime() - seenAt > STANDSTILL.toNanos()) {
        throw new TagwireException(
            ErrorCode.STORE_FAILED,
            "articles wait to be placed, indexed or looked through and nothing has moved for a"
                + " minute; the server's log says why");
      }
      tell.run();
      pause();
    }
  }

  static void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TagwireException(ErrorCode.INTERRUPTED, "interrupted while waiting", e);
    }
  }
}
