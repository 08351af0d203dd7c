package org.tagwire.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.tagwire.model.Article;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Shard;
import org.tagwire.store.Placed;
import org.tagwire.store.Store;

/** The desks of the shards this node owns, and what was learned by all of them. Safe for use by many threads. */
public final class Desks {
  private static final int COMPACT_EVERY = 400;

  private final Store store;
  private final Optional<Analyst> analyst;
  private final InstantSource clock;
  private final Cards cards;
  private final LearnedCounts learned;
  private final Map<Shard, Desk> desks = new ConcurrentHashMap<>();
  private final AtomicInteger batches = new AtomicInteger();

  public Desks(Store store, Optional<Analyst> analyst, InstantSource clock) {
    this.store = store;
    this.analyst = analyst;
    this.clock = clock;
    this.cards = new Cards(store.tags());
    this.learned = LearnedCounts.load(store.knowledge(), clock.instant());
  }

  /** Returns what is known now. */
  public Knowledge knowledge() {
    return learned.now();
  }

  Desk of(Shard shard) {
    return desks.computeIfAbsent(shard, s -> Desk.of(window(s), cards, analyst));
  }

  private List<Article> window(Shard shard) {
    return analyst.isPresent()
        ? store.articles().window(shard, clock.instant().minus(Desk.WINDOW))
        : List.of();
  }

  void forget(Shard shard) {
    desks.remove(shard);
  }

  /** Folds what a stored batch has taught. */
  void learn(List<Placed> placed) {
    Instant newest =
        placed.stream().map(p -> p.reading().timing().order()).max(Instant::compareTo).orElseThrow();
    learned.fold(placed.stream().map(Placed::observation).toList(), newest);
    if (batches.incrementAndGet() % COMPACT_EVERY == 0) {
      learned.compact(store.knowledge());
    }
  }
}
