package org.tagwire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.model.Shard;
import org.tagwire.shards.Shards;
import org.tagwire.shards.Shards.Lease;
import org.tagwire.store.ArticleStore;

/**
 * Places what has been read, one shard at a time, in order, as long as this node owns the shard.
 * One thread runs {@link #run}.
 */
public final class Placer {
  private static final Duration TERM = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** How long stories are left alone between two looks at them while nothing waits. */
  private static final Duration REST = Duration.ofSeconds(20);

  private static final Duration BETWEEN_LANGUAGES = Duration.ofMinutes(2);

  private static final Logger log = LoggerFactory.getLogger(Placer.class);

  private final ArticleStore articles;
  private final Shards shards;
  private final Ingest ingest;
  private final InstantSource clock;
  private final String owner;
  private final Bell bell = new Bell();
  private Instant conferred = Instant.MIN;
  private Instant interpreted = Instant.MIN;
  private final Map<Shard, Lease> leases = new HashMap<>();

  public Placer(
      ArticleStore articles, Shards shards, Ingest ingest, InstantSource clock, String owner) {
    this.articles = articles;
    this.shards = shards;
    this.ingest = ingest;
    this.clock = clock;
    this.owner = owner;
  }

  /** Says that readings wait. */
  public void changed() {
    bell.ring();
  }

  /** Places until the thread is interrupted. */
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        boolean placed = placeAll();
        interpret();
        if (!placed) {
          conferAll();
          bell.await(PATIENCE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      leases.values().forEach(shards::handOver);
    }
  }

  /** Places one batch of every shard in which readings wait. Returns whether there was one. */
  boolean placeAll() {
    Set<Shard> waiting = articles.pendingShards();
    boolean placed = false;
    for (Shard shard : waiting) {
      placed |= own(shard) && place(shard);
    }
    return placed;
  }

  /** While nothing waits, stories are looked at as a whole. */
  private void conferAll() {
    Instant now = clock.instant();
    if (now.isBefore(conferred.plus(REST))) {
      return;
    }
    conferred = now;
    for (Shard shard : List.copyOf(leases.keySet())) {
      if (own(shard)) {
        confer(shard);
      }
    }
  }

  private void interpret() {
    Instant now = clock.instant();
    if (now.isBefore(interpreted.plus(BETWEEN_LANGUAGES))) {
      return;
    }
    interpreted = now;
    try {
      ingest.interpret();
    } catch (RuntimeException e) {
      log.error("linking stories across languages broke; it is tried again", e);
    }
  }

  private void confer(Shard shard) {
    try {
      ingest.confer(shard);
    } catch (RuntimeException e) {
      log.error("regrouping the stories of shard {} broke; it is tried again", shard, e);
      ingest.forget(shard);
    }
  }

  /** A lease that ran out, as over a suspended night, is asked for anew at once. */
  private boolean own(Shard shard) {
    Optional<Lease> lease =
        Optional.ofNullable(leases.remove(shard))
            .flatMap(held -> shards.renew(held, clock.instant(), TERM));
    if (lease.isEmpty()) {
      ingest.forget(shard);
      lease = shards.claim(shard, owner, clock.instant(), TERM);
    }
    lease.ifPresent(held -> leases.put(shard, held));
    return lease.isPresent();
  }

  private boolean place(Shard shard) {
    try {
      return ingest.place(shard) > 0;
    } catch (RuntimeException e) {
      log.error("placing articles of shard {} broke; they wait and are tried again", shard, e);
      ingest.forget(shard);
      return false;
    }
  }
}
