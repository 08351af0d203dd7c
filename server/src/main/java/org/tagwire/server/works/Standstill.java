package org.tagwire.server.works;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

/** Waits for what loops have to do, and says so when nothing moves any more. */
final class Standstill {
  private static final Duration LOOK = Duration.ofMillis(20);

  /** How long placing and indexing may stand still before somebody who waits is told so. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Standstill() {}

  /** Waits until {@code done}, while {@code shown} follows {@code stored}. */
  static void await(
      BooleanSupplier done, LongSupplier shown, LongSupplier stored, Works.Progress progress) {
    long begun = shown.getAsLong();
    long seen = -1;
    long seenAt = System.nanoTime();
    while (!done.getAsBoolean()) {
      long now = shown.getAsLong() + stored.getAsLong();
      if (now != seen) {
        seen = now;
        seenAt = System.nanoTime();
      } else if (System.nanoTime() - seenAt > PATIENCE.toNanos()) {
        throw new TagwireException(
            ErrorCode.STORE_FAILED,
            "articles wait to be placed or indexed and nothing has moved for a minute; the server's"
                + " log says why");
      }
      progress.at(Math.max(0, shown.getAsLong() - begun), Math.max(1, stored.getAsLong() - begun));
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
