package org.tagwire.server.works;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.model.ArticleId;
import org.tagwire.model.TagwireException;
import org.tagwire.store.ArticleStore;

/**
 * Drops what was received once it has been kept long enough, and withdraws what its publisher has
 * ended. One thread runs {@link #run}.
 */
final class Housekeeping {
  private static final Duration ROUND = Duration.ofMinutes(10);
  private static final int BATCH = 500;
  private static final Logger log = LoggerFactory.getLogger(Housekeeping.class);

  private final ArticleStore articles;
  private final InstantSource clock;
  private final Duration keepRaw;
  private final Runnable withdrawn;

  /**
   * @param withdrawn told when articles have gone
   */
  Housekeeping(ArticleStore articles, InstantSource clock, Duration keepRaw, Runnable withdrawn) {
    this.articles = articles;
    this.clock = clock;
    this.keepRaw = keepRaw;
    this.withdrawn = withdrawn;
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

  void round() {
    dropRaw();
    withdrawEnded();
  }

  private void withdrawEnded() {
    Instant now = clock.instant();
    try {
      List<ArticleId> ended = articles.expired(now, BATCH);
      while (!ended.isEmpty() && !Thread.currentThread().isInterrupted()) {
        articles.withdraw(ended, "its publisher let it end (unavailable_after)", now);
        log.info("withdrew {} articles that their publishers have ended", ended.size());
        withdrawn.run();
        ended = articles.expired(now, BATCH);
      }
    } catch (TagwireException e) {
      log.warn("ended articles could not be withdrawn; it is tried again: {}", e.getMessage());
    }
  }

  /** Drops in small transactions, so that ingest never waits long. */
  private void dropRaw() {
    Instant before = clock.instant().minus(keepRaw);
    long dropped = 0;
    try {
      int batch = articles.dropRaw(before, BATCH);
      while (batch > 0 && !Thread.currentThread().isInterrupted()) {
        dropped += batch;
        batch = articles.dropRaw(before, BATCH);
      }
    } catch (TagwireException e) {
      log.warn("what was received could not be dropped; it is tried again: {}", e.getMessage());
    }
    if (dropped > 0) {
      log.info("dropped what was received for {} articles before {}", dropped, before);
    }
  }
}
