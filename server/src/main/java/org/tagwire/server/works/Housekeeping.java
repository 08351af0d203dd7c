package org.tagwire.server.works;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.ingest.Archivist;
import org.tagwire.model.ArticleId;
import org.tagwire.model.TagwireException;
import org.tagwire.store.Store;

/**
 * Drops what has been kept long enough: what was received, articles, and what is in quarantine; and
 * withdraws what its publisher has ended. One thread runs {@link #run}.
 */
final class Housekeeping {
  private static final Duration ROUND = Duration.ofMinutes(10);

  /** After so long an item that broke has left its feed, and the bug is mended or lived with. */
  private static final Duration QUARANTINE = Duration.ofDays(90);

  /** What somebody wrote to the owner is of no use to anybody half a year after the answer. */
  private static final Duration NOTICES = Duration.ofDays(180);

  private static final int BATCH = 500;
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private final Store store;
  private final Archivist archivist;
  private final Runnable changed;
  private final Duration keepRaw;
  private final InstantSource clock;

  /**
   * @param changed told when articles have gone
   */
  Housekeeping(
      Store store, Archivist archivist, Runnable changed, Duration keepRaw, InstantSource clock) {
    this.store = store;
    this.archivist = archivist;
    this.changed = changed;
    this.keepRaw = keepRaw;
    this.clock = clock;
  }

  /** Goes round until the thread is interrupted. */
  void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        round();
        Thread.sleep(ROUND);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Drops in small transactions, so that ingest never waits long. */
  void round() {
    try {
      withdrawEnded(clock.instant());
      dropRaw(clock.instant().minus(keepRaw));
      long articles = archivist.round();
      if (articles > 0) {
        changed.run();
        log.info("dropped {} articles that are kept no longer", articles);
      }
      store.notices().forget(clock.instant().minus(NOTICES));
      store.quarantine().forget(clock.instant().minus(QUARANTINE));
    } catch (TagwireException e) {
      log.warn("what is kept no longer could not be dropped; it is tried again", e);
    }
  }

  private void withdrawEnded(Instant now) {
    List<ArticleId> ended = store.articles().expired(now, BATCH);
    while (!ended.isEmpty() && !Thread.currentThread().isInterrupted()) {
      store.articles().withdraw(ended, "its publisher let it end (unavailable_after)", now);
      log.info("withdrew {} articles that their publishers have ended", ended.size());
      changed.run();
      ended = store.articles().expired(now, BATCH);
    }
  }

  private void dropRaw(Instant before) {
    long dropped = inBatches(() -> store.articles().dropRaw(before, BATCH));
    if (dropped > 0) {
      log.info("dropped what was received for {} articles before {}", dropped, before);
    }
  }

  private static long inBatches(IntSupplier drop) {
    long dropped = 0;
    int batch = drop.getAsInt();
    while (batch > 0 && !Thread.currentThread().isInterrupted()) {
      dropped += batch;
      batch = drop.getAsInt();
    }
    return dropped;
  }
}
