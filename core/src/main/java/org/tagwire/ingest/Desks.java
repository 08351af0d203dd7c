package org.tagwire.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tagwire.extract.Furniture;
import org.tagwire.model.Article;
import org.tagwire.model.Domain;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Observation;
import org.tagwire.model.Shard;
import org.tagwire.model.TagRules;
import org.tagwire.model.TagwireException;
import org.tagwire.store.Placed;
import org.tagwire.store.Store;
import org.tagwire.story.Interpreter;

/**
 * The desks of the shards this node owns, and what was learned by all of them. Safe for use by many
 * threads.
 */
public final class Desks {
  private static final int COMPACT_EVERY = 400;

  private final Store store;
  private final Optional<Analyst> analyst;
  private final InstantSource clock;
  private final Cards cards;
  private final int granularity;
  private final LearnedCounts learned;
  private final Map<Shard, Desk> desks = new ConcurrentHashMap<>();
  private volatile Set<Interpreter.Link> known = Set.of();
  private final AtomicInteger batches = new AtomicInteger();
  private final ReadWriteLock ruling = new ReentrantReadWriteLock(true);

  /** While one learns anew, the log of observations is kept whole. */
  private final AtomicReference<@Nullable Relearning> relearning = new AtomicReference<>();

  public Desks(Store store, Optional<Analyst> analyst, InstantSource clock) {
    this(store, analyst, clock, 0);
  }

  /**
   * @param granularity 0 for stories as measured; more for finer ones, less for coarser ones, -5 to
   *     5
   */
  public Desks(Store store, Optional<Analyst> analyst, InstantSource clock, int granularity) {
    this.granularity = granularity;
    this.store = store;
    this.analyst = analyst;
    this.clock = clock;
    this.cards = new Cards(store.tags());
    this.learned = LearnedCounts.load(store.knowledge(), clock.instant());
  }

  /** Returns what is known now, from the stream and from the owner. */
  public Knowledge knowledge() {
    return store.tags().rules().over(learned.now());
  }

  /** Does something that must not see the owner's rules change before it is done. */
  void underRules(Consumer<TagRules> work) {
    ruling.readLock().lock();
    try {
      work.accept(store.tags().rules());
    } finally {
      ruling.readLock().unlock();
    }
  }

  /** Changes the owner's rules when nothing is being placed under the old ones. */
  <T> T changeRules(Supplier<T> change) {
    ruling.writeLock().lock();
    try {
      return change.get();
    } finally {
      ruling.writeLock().unlock();
    }
  }

  /** Returns who makes the cards of all desks. */
  Cards cards() {
    return cards;
  }

  /** Returns why an article has its field, with what is known now; empty where nothing is read. */
  public Optional<String> categoryReason(Article article) {
    return analyst.map(
        a ->
            a.categoryReason(
                article.reading().url(), article.text(), article.understanding(), knowledge()));
  }

  Desk of(Shard shard) {
    return desks.computeIfAbsent(
        shard, s -> Desk.of(new Desk.Beat(s.language(), granularity), window(s), cards, analyst));
  }

  private List<Article> window(Shard shard) {
    return analyst.isPresent()
        ? store.articles().window(shard, clock.instant().minus(Desk.WINDOW))
        : List.of();
  }

  /** Returns the links between stories of several languages that were not there the last time. */
  List<Interpreter.Link> newLinks() {
    List<Interpreter.Link> links =
        Interpreter.links(
            desks.values().stream().flatMap(desk -> desk.digests().stream()).toList());
    List<Interpreter.Link> fresh = links.stream().filter(link -> !known.contains(link)).toList();
    known = Set.copyOf(links);
    return fresh;
  }

  void forget(Shard shard) {
    desks.remove(shard);
  }

  /** Stores a batch and folds what it has taught, as one step for whoever forgets or relearns. */
  void learn(List<Placed> placed, Runnable storing) {
    synchronized (learned) {
      storing.run();
      Instant newest =
          placed.stream()
              .map(p -> p.reading().timing().order())
              .max(Instant::compareTo)
              .orElseThrow();
      learned.fold(placed.stream().map(Placed::observation).toList(), newest);
      if (batches.incrementAndGet() % COMPACT_EVERY == 0 && relearning.get() == null) {
        learned.compact(store.knowledge());
      }
    }
  }

  /** Returns the texts counted for a publisher's furniture, those on most pages first. */
  public List<Furniture.Learned> furniture(Domain publisher) {
    return Furniture.learned(learned.all(Furniture.scope(publisher)));
  }

  /** Forgets what was learned of a publisher's furniture. Returns whether there was anything. */
  public boolean forgetFurniture(Domain publisher) {
    synchronized (learned) {
      relearning.set(null);
      return learned.forget(store.knowledge(), Furniture.scope(publisher));
    }
  }

  /** Begins to learn anew; one that is under way already comes to nothing. */
  Relearning relearn() {
    synchronized (learned) {
      Relearning begun = new Relearning(store.articles().lastChange());
      relearning.set(begun);
      return begun;
    }
  }

  /** Learning anew: everything up to a change from the articles, what came later from the log. */
  final class Relearning implements AutoCloseable {
    private final long begun;
    private final LearnedCounts anew = LearnedCounts.none(clock.instant());

    private Relearning(long begun) {
      this.begun = begun;
    }

    /** Returns what an article teaches that has not changed since this began. */
    Optional<Observation> lesson(Article article) {
      return Optional.of(article)
          .filter(a -> a.change() <= begun)
          .map(a -> Lessons.of(a.reading(), analyst))
          .filter(lesson -> !lesson.sightings().isEmpty())
          .map(lesson -> LearnedCounts.weigh(lesson, article.timing().order()));
    }

    void fold(List<Observation> lessons) {
      anew.fold(lessons, clock.instant());
    }

    /** Puts what was learned anew in the place of what was known. */
    void finish() {
      synchronized (learned) {
        if (relearning.get() != this) {
          throw new TagwireException(
              ErrorCode.INTERRUPTED,
              "something was forgotten or relearned meanwhile, so nothing was replaced; give the"
                  + " command again");
        }
        learned.replace(store.knowledge(), anew, begun);
      }
    }

    @Override
    public void close() {
      relearning.compareAndSet(this, null);
    }
  }
}
