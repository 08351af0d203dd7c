package org.tagwire.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Source;
import org.tagwire.store.DueSource;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStore;

/**
 * Decides whom to poll now: claims what is due, gives out turns by the {@link Rota}, and keeps its
 * head when the network is down or the clock jumps.
 *
 * <p>It has no thread and never waits, so that a week of polling can be simulated in seconds. When
 * the clock of the day was set back, the schedule moves back with it; when it went ahead, or nobody
 * polled for some minutes, what is overdue is spread. One thread calls {@link #round}; {@link
 * #done} and {@link #changed} may be called from any.
 */
public final class Dispatcher {
  static final Duration LEASE = Duration.ofMinutes(15);

  /** A claim that was not renewed for so long is let go; renewing happens once a lease. */
  private static final Duration CLAIM_LASTS = LEASE.multipliedBy(2);

  private static final Duration ABSENCE = Duration.ofMinutes(5);
  private static final Duration SET_BACK = Duration.ofSeconds(30);
  private static final Duration BETWEEN_CLAIMS = Duration.ofMillis(250);
  private static final Duration BETWEEN_RECORDS = Duration.ofMillis(500);
  private static final int BATCH = 1_000;

  /** One of them may be dead itself. */
  private static final int TRIES = 3;

  private final SourceStore sources;
  private final Schedule schedule;
  private final PollLog polls;
  private final Surroundings around;
  private final int parallel;
  private final ReentrantLock lock = new ReentrantLock();
  private final Rota rota;
  private final Uplink uplink = new Uplink();
  private volatile boolean changed = true;
  private @Nullable Instant lastLook;
  private long claimedAt;
  private long recordedAt;

  /**
   * What lies around.
   *
   * @param clock the time of day, which may jump
   * @param ticker nanoseconds that never jump
   * @param lines the names of the lines in which the requests of a source wait for their turn
   */
  public record Surroundings(
      InstantSource clock, LongSupplier ticker, Function<Source, Set<String>> lines) {}

  /**
   * @param parallel how many are polled at the same time, at most
   */
  public Dispatcher(
      SourceStore sources, Schedule schedule, PollLog polls, Surroundings around, int parallel) {
    this.sources = sources;
    this.schedule = schedule;
    this.polls = polls;
    this.around = around;
    this.parallel = parallel;
    this.rota = new Rota(new Rota.Rules(around.lines(), CLAIM_LASTS));
  }

  /** Says that sources have been added or made due. */
  public void changed() {
    changed = true;
  }

  /** Returns how many polls are under way. */
  public int underWay() {
    lock.lock();
    try {
      return rota.underWay();
    } finally {
      lock.unlock();
    }
  }

  /** Returns who is to be polled now; each poll ends with {@link #done}. */
  public List<DueSource> round() {
    long tick = around.ticker().getAsLong();
    if (tick - recordedAt >= BETWEEN_RECORDS.toNanos()) {
      recordedAt = tick;
      polls.flush();
    }
    if (changed || tick - claimedAt >= BETWEEN_CLAIMS.toNanos()) {
      changed = false;
      claimedAt = tick;
      claim(tick);
    }
    lock.lock();
    try {
      return uplink.isDown() ? whileDown(tick) : rota.next(parallel - rota.underWay(), tick);
    } finally {
      lock.unlock();
    }
  }

  private void claim(long tick) {
    Instant now = around.clock().instant();
    boolean away = wasAway(now);
    lastLook = now;
    if (away) {
      polls.flush();
      sources.turnBack(now);
    }
    List<DueSource> claimed = new ArrayList<>();
    List<DueSource> batch;
    do {
      batch = sources.claimDue(now, LEASE, BATCH);
      claimed.addAll(batch);
    } while (batch.size() == BATCH);
    if (!claimed.isEmpty()) {
      admit(claimed, away ? now.minus(ABSENCE) : Instant.MIN, tick);
    }
  }

  /** Nobody looked for a while, be it that the clock jumped. */
  private boolean wasAway(Instant now) {
    Instant last = lastLook;
    return last == null || now.isAfter(last.plus(ABSENCE)) || now.isBefore(last.minus(SET_BACK));
  }

  private void admit(List<DueSource> claimed, Instant overdueBefore, long tick) {
    Map<Boolean, List<DueSource>> byOverdue =
        claimed.stream()
            .collect(Collectors.partitioningBy(due -> due.plan().due().isBefore(overdueBefore)));
    lock.lock();
    try {
      rota.admit(byOverdue.getOrDefault(false, List.of()), tick);
      rota.spread(byOverdue.getOrDefault(true, List.of()), tick);
    } finally {
      lock.unlock();
    }
  }

  /**
   * A few sources are tried now and then. The others wait at first, as an outage is mostly short;
   * later they go on to their next turns unasked, so that they come back as evenly as they went.
   */
  private List<DueSource> whileDown(long tick) {
    List<DueSource> tried = uplink.isTimeToTry(tick) ? rota.next(TRIES, tick) : List.of();
    if (!tried.isEmpty()) {
      uplink.tried(tick);
    }
    if (uplink.isDownForLong(tick)) {
      List<DueSource> spared = rota.next(BATCH, tick);
      while (!spared.isEmpty()) {
        for (DueSource due : spared) {
          polls.add(schedule.spared(due));
          rota.done(due.source().id(), schedule.floor(due.source()), tick);
        }
        spared = rota.next(BATCH, tick);
      }
    }
    return tried;
  }

  /** A poll has ended; its record, if it has one of its own, tells what came of it. */
  public void done(DueSource due, Optional<PollRecord> record) {
    long tick = around.ticker().getAsLong();
    Duration rest = schedule.rest(due.source(), record);
    lock.lock();
    try {
      uplink.heard(Schedule.sign(record), due.source().publisher().name(), tick);
      rota.done(due.source().id(), rest, tick);
    } finally {
      lock.unlock();
    }
    // Last, because only with its record the source may be claimed again, and whatever becomes of
    // the record, the turn is over.
    record.ifPresent(polls::add);
  }
}
