package org.tagwire.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.index.IndexChange;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Article;
import org.tagwire.model.Card;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.rights.People;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.ArticleStore.Change;

/**
 * Step 8: follows the store's change numbers and brings each change into the index.
 *
 * <p>What is new becomes visible within a second and durable within {@link #COMMIT_EVERY}; after a
 * crash it goes on from the number the index has committed. Until it has caught up with what the
 * store held at the start, the index is not ready and lists come from the store. One thread runs
 * {@link #run}; the rest is safe for use by many threads.
 */
public final class Indexer {
  static final Duration COMMIT_EVERY = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /**
   * Articles come in waves; a segment of the index for each would cost more to merge than they cost
   * to index.
   */
  private static final Duration GATHERING = Duration.ofMillis(500);

  private static final int BATCH = 500;
  private static final int COMMIT_AFTER = 20_000;
  private static final Logger log = LoggerFactory.getLogger(Indexer.class);

  private final ArticleStore articles;
  private final SearchIndex index;
  private final Bell bell = new Bell();
  private final AtomicBoolean ready = new AtomicBoolean();
  private final long caughtUpAt;
  private volatile long applied;
  private volatile boolean stopping;
  private long taken;
  private long lastRefresh;
  private long committed;
  private long lastCommit;

  public Indexer(ArticleStore articles, SearchIndex index) {
    this.articles = articles;
    this.index = index;
    this.caughtUpAt = articles.lastChange();
    this.committed = index.committed();
    this.applied = committed;
    this.taken = committed;
    this.lastRefresh = System.nanoTime() - GATHERING.toNanos();
    this.lastCommit = System.nanoTime();
  }

  /** Says that the store has changed. */
  public void changed() {
    bell.ring();
  }

  /** Returns the index once it has caught up with the store. */
  public Optional<SearchIndex> index() {
    return ready.get() ? Optional.of(index) : Optional.empty();
  }

  /** Returns the number of the last change that is visible. */
  public long applied() {
    return applied;
  }

  /**
   * Ends {@link #run} without interrupting it: Lucene closes the files that an interrupted thread
   * is writing.
   */
  public void stop() {
    stopping = true;
    bell.ring();
  }

  /** Follows until it is told to stop or the thread is interrupted; then commits what it has. */
  public void run() {
    try {
      while (!stopping && !Thread.currentThread().isInterrupted()) {
        if (!advance()) {
          bell.await(PATIENCE);
          gather();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      commit();
    }
  }

  /**
   * Brings one batch into the index, and makes it visible unless more is waiting. Returns whether
   * more may wait.
   */
  boolean advance() {
    List<Change> changes = articles.changes(taken, BATCH);
    if (!changes.isEmpty()) {
      index.apply(changes.stream().map(Indexer::translate).toList());
      taken = changes.getLast().number();
    }
    if (taken > applied && (changes.size() < BATCH || sinceRefresh() >= PATIENCE.toNanos())) {
      index.refresh();
      lastRefresh = System.nanoTime();
      applied = taken;
    }
    if (applied >= caughtUpAt && ready.compareAndSet(false, true)) {
      log.info("index ready at change {} with {} articles", applied, index.count());
    }
    if (taken - committed >= COMMIT_AFTER || (taken > committed && isTimeToCommit())) {
      commit();
    }
    return changes.size() == BATCH;
  }

  /**
   * The first article after a quiet time is shown at once; of a wave, what half a second brings is
   * shown together.
   */
  private void gather() throws InterruptedException {
    long left = GATHERING.toNanos() - sinceRefresh();
    while (left > 0 && !stopping) {
      bell.await(Duration.ofNanos(left));
      left = GATHERING.toNanos() - sinceRefresh();
    }
  }

  private long sinceRefresh() {
    return System.nanoTime() - lastRefresh;
  }

  /** Makes what was taken in durable. */
  void commit() {
    if (taken > committed) {
      index.commit(taken);
      committed = taken;
    }
    lastCommit = System.nanoTime();
  }

  private boolean isTimeToCommit() {
    return System.nanoTime() - lastCommit > COMMIT_EVERY.toNanos();
  }

  private static IndexChange translate(Change change) {
    Optional<Card> card = change.card();
    return change.article().isPresent() && card.isPresent()
        ? put(change, change.article().get(), card.get())
        : new IndexChange.Remove(change.id());
  }

  private static IndexChange put(Change change, Article article, Card card) {
    Set<TagKey> shielded =
        article.understanding().tags().stream()
            .filter(People::isProtected)
            .map(Tagging::key)
            .collect(Collectors.toSet());
    return new IndexChange.Put(
        shielded.isEmpty() ? card : shielding(card, shielded),
        article.understanding().tags(),
        change.sources(),
        article.text().plain(),
        article.visibility(),
        article.reading().limits().listed(),
        shielded);
  }

  private static Card shielding(Card card, Set<TagKey> shielded) {
    return card.with(
        card.chips().stream()
            .map(
                chip ->
                    TagKey.parse(chip.form()).filter(shielded::contains).isPresent()
                        ? new Card.Chip(chip.form(), chip.name(), chip.kind(), true)
                        : chip)
            .toList());
  }
}
