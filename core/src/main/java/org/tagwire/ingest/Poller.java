package org.tagwire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.store.DueSource;
import org.tagwire.store.SourceStore;

/**
 * Step 1: claims the sources that are due and has each read on a virtual thread of its own.
 *
 * <p>At most {@code parallel} polls are under way. A source stays claimed until its poll is
 * recorded or its lease ends, so that a crash costs one lease and nothing else. While {@code
 * paused} says so (a full disk), nothing is claimed. One thread runs {@link #run}.
 */
public final class Poller {
  static final Duration LEASE = Duration.ofMinutes(15);
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration CLOSING = Duration.ofSeconds(20);
  private static final Logger log = LoggerFactory.getLogger(Poller.class);

  private final SourceStore sources;
  private final Ingest ingest;
  private final PollLog polls;
  private final InstantSource clock;
  private final BooleanSupplier paused;
  private final int parallel;
  private final Semaphore free;
  private final Bell bell = new Bell();

  public Poller(
      SourceStore sources,
      Ingest ingest,
      PollLog polls,
      InstantSource clock,
      BooleanSupplier paused,
      int parallel) {
    this.sources = sources;
    this.ingest = ingest;
    this.polls = polls;
    this.clock = clock;
    this.paused = paused;
    this.parallel = parallel;
    this.free = new Semaphore(parallel);
  }

  /** Says that sources have been added or made due. */
  public void changed() {
    bell.ring();
  }

  /** Returns how many polls are under way. */
  public int underWay() {
    return parallel - free.availablePermits();
  }

  /** Claims and polls until the thread is interrupted; then waits for the polls under way. */
  public void run() {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      while (!Thread.currentThread().isInterrupted()) {
        if (!claim(workers)) {
          polls.flush();
          bell.await(PATIENCE);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      awaitPolls();
      polls.flush();
    }
  }

  private boolean claim(ExecutorService workers) throws InterruptedException {
    free.acquire();
    int slots = 1 + free.drainPermits();
    List<DueSource> due = List.of();
    try {
      due = paused.getAsBoolean() ? due : sources.claimDue(clock.instant(), LEASE, slots);
    } finally {
      free.release(slots - due.size());
    }
    for (DueSource source : due) {
      workers.execute(() -> poll(source));
    }
    return !due.isEmpty();
  }

  private void poll(DueSource due) {
    Instant begun = clock.instant();
    try {
      ingest.read(due).ifPresent(polls::add);
    } catch (RuntimeException e) {
      log.error("poll of {} broke", due.source().url(), e);
      polls.add(ingest.broken(due, begun, e));
    } finally {
      free.release();
      bell.ring();
    }
  }

  private void awaitPolls() {
    boolean interrupted = Thread.interrupted();
    try {
      if (!free.tryAcquire(parallel, CLOSING.toMillis(), TimeUnit.MILLISECONDS)) {
        log.warn(
            "{} polls were still under way; their sources are polled again after their lease",
            underWay());
      }
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
