package org.tagwire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.polling.Dispatcher;
import org.tagwire.polling.PollLog;
import org.tagwire.store.DueSource;
import org.tagwire.store.PollRecord;

/**
 * Step 1: has each source whose turn it is read on a virtual thread of its own.
 *
 * <p>Whose turn it is says the {@link Dispatcher}; this is the shell with the threads. A source
 * stays claimed until its poll is recorded or its lease ends, so that a crash costs one lease and
 * nothing else. While {@code paused} says so (a full disk), nothing is claimed. One thread runs
 * {@link #run}.
 */
public final class Poller {
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration CLOSING = Duration.ofSeconds(20);
  private static final Logger log = LoggerFactory.getLogger(Poller.class);

  private final Dispatcher dispatcher;
  private final Ingest ingest;
  private final PollLog polls;
  private final InstantSource clock;
  private final BooleanSupplier paused;
  private final Phaser underWay = new Phaser(1);
  private final Bell bell = new Bell();

  public Poller(
      Dispatcher dispatcher,
      Ingest ingest,
      PollLog polls,
      InstantSource clock,
      BooleanSupplier paused) {
    this.dispatcher = dispatcher;
    this.ingest = ingest;
    this.polls = polls;
    this.clock = clock;
    this.paused = paused;
  }

  /** Says that sources have been added or made due. */
  public void changed() {
    dispatcher.changed();
    bell.ring();
  }

  /** Returns how many polls are under way. */
  public int underWay() {
    return dispatcher.underWay();
  }

  /** Claims and polls until the thread is interrupted; then waits for the polls under way. */
  public void run() {
    try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
      while (!Thread.currentThread().isInterrupted()) {
        for (DueSource due : turns()) {
          underWay.register();
          workers.execute(() -> poll(due));
        }
        bell.await(PATIENCE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      awaitPolls();
      polls.flush();
    }
  }

  private List<DueSource> turns() {
    if (paused.getAsBoolean()) {
      polls.flush();
      return List.of();
    }
    return dispatcher.round();
  }

  private void poll(DueSource due) {
    Instant begun = clock.instant();
    Optional<PollRecord> record;
    try {
      record = ingest.read(due);
    } catch (RuntimeException e) {
      log.error("poll of {} broke", due.source().url(), e);
      record = Optional.of(ingest.broken(due, begun, e));
    }
    try {
      dispatcher.done(due, record);
    } finally {
      underWay.arriveAndDeregister();
      bell.ring();
    }
  }

  private void awaitPolls() {
    boolean interrupted = Thread.interrupted();
    try {
      underWay.awaitAdvanceInterruptibly(
          underWay.arriveAndDeregister(), CLOSING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.warn(
          "{} polls were still under way; their sources are polled again after their lease",
          underWay());
    } catch (InterruptedException e) {
      interrupted = true;
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
