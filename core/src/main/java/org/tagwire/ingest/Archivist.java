package org.tagwire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Cursor;
import org.tagwire.model.Retention;
import org.tagwire.model.SourceId;
import org.tagwire.store.ArchiveStore;
import org.tagwire.store.ArchiveStore.Stretch;
import org.tagwire.store.ArchiveStore.Sweep;

/**
 * Drops what the rules keep no longer, and forgets it when nobody announces it any more.
 *
 * <p>Works in transactions of {@value #BATCH} articles, each of which leaves a store that is as if
 * it had been the last; between them ingest has its turn. Used by one thread.
 */
public final class Archivist {
  static final int BATCH = 50;

  /** How long a dropped article is remembered after it was last announced. */
  static final Duration MEMORY = Duration.ofDays(30);

  private static final Cursor END = new Cursor(Instant.MAX, new ArticleId("f".repeat(32)));

  private final ArchiveStore archive;
  private final Retention rule;
  private final LongSupplier followed;
  private final InstantSource clock;

  /**
   * @param rule how much is kept of the articles of sources without a rule of their own
   * @param followed up to which change the index has durably taken in
   */
  public Archivist(
      ArchiveStore archive, Retention rule, LongSupplier followed, InstantSource clock) {
    this.archive = archive;
    this.rule = rule;
    this.followed = followed;
    this.clock = clock;
  }

  /**
   * Brings the archive within its limits, or until the thread is interrupted. Returns how many
   * articles were dropped.
   */
  public long round() {
    long dropped = keep(Optional.empty(), rule);
    for (Map.Entry<SourceId, Retention> own : archive.rules().entrySet()) {
      dropped += keep(Optional.of(own.getKey()), own.getValue());
    }
    Instant before = clock.instant().minus(MEMORY);
    int forgotten = archive.forget(before, followed.getAsLong(), BATCH);
    while (forgotten == BATCH && goesOn()) {
      forgotten = archive.forget(before, followed.getAsLong(), BATCH);
    }
    return dropped;
  }

  private long keep(Optional<SourceId> source, Retention limits) {
    long dropped =
        archive
            .surplus(source, limits, clock.instant())
            .map(upTo -> clear(source, upTo, freed -> true))
            .orElse(0L);
    return limits.bytes() == null ? dropped : dropped + makeRoom(source, limits.bytes());
  }

  /** What a source takes is added up once; the room of the whole is asked for again and again. */
  private long makeRoom(Optional<SourceId> source, long most) {
    long taken = archive.bytes(source);
    return clear(
        source,
        END,
        source.isPresent()
            ? freed -> taken - freed > most
            : freed -> archive.bytes(Optional.empty()) > most);
  }

  /**
   * Drops what is older than a place, as long as {@code more} says so of the bytes that have been
   * freed. A founder can go once the rest of its story has gone: in the next pass.
   */
  private long clear(Optional<SourceId> source, Cursor upTo, LongPredicate more) {
    long dropped = 0;
    long freed = 0;
    Sweep pass = pass(source, upTo, more);
    while (pass.dropped() > 0) {
      dropped += pass.dropped();
      freed += pass.bytes();
      long before = freed;
      pass = pass(source, upTo, now -> more.test(before + now));
    }
    return dropped;
  }

  private Sweep pass(Optional<SourceId> source, Cursor upTo, LongPredicate more) {
    int dropped = 0;
    long freed = 0;
    Optional<Cursor> after = Optional.empty();
    boolean done = false;
    while (!done && goesOn() && more.test(freed)) {
      Sweep sweep = archive.drop(new Stretch(source, after, upTo), BATCH);
      dropped += sweep.dropped();
      freed += sweep.bytes();
      after = sweep.last();
      done = after.isEmpty();
    }
    return new Sweep(dropped, freed, Optional.empty());
  }

  private static boolean goesOn() {
    return !Thread.currentThread().isInterrupted();
  }
}
