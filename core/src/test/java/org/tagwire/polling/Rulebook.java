package org.tagwire.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.Validators;
import org.tagwire.polling.SimulatedWeb.Answer;
import org.tagwire.polling.SimulatedWeb.Feed;
import org.tagwire.polling.SimulatedWeb.Line;
import org.tagwire.polling.SimulatedWeb.Span;
import org.tagwire.store.DueSource;
import org.tagwire.store.PollRecord;

/**
 * Watches every request of a simulation and every record of a poll, and keeps count of what breaks
 * a rule of politeness. Times are milliseconds from the beginning of the world.
 */
final class Rulebook {
  private static final long GAP = 1_000;
  private static final long HOUR = 3_600_000;
  private static final int A_HOUR = 4;
  private static final long LONGEST_HOLD = HOUR;
  private static final long SLACK = 2_000;

  /** As long as it takes to come back from an absence: see {@link Rota}. */
  private static final long SETTLING = 66 * 60_000;

  private static final Duration NOTICED_WITHIN = Duration.ofMinutes(2);
  private static final Duration FLOOR = Duration.ofMinutes(15);

  final List<String> broken = new ArrayList<>();
  final List<Span> turmoils = new ArrayList<>();
  boolean clockIsRight = true;

  /** Set where the clock jumps: then no source may stall, but a day may be shorter than a day. */
  boolean watchesForStalls;

  long requests;
  long records;
  int[] perMinute = new int[60];
  private final SimulatedWeb web;
  private final int[] lateness = new int[1_001];
  private final long[][] asked;
  private final long[] notBefore;
  private final long[][] idleWhenWaiting;
  private final long[] waitingSince;
  private final long[] servedWhenWaiting;
  private final Validators[] given;
  private final int[] movesSeen;
  private final long[] movedFirst;
  private final boolean[] gone;
  private final long[] firstAsked;
  private final int[] timesAsked;
  private long repeated;
  private long conditional;
  private long excused;
  private long late;

  Rulebook(SimulatedWeb web) {
    this.web = web;
    int size = web.feeds.size();
    asked = new long[size][A_HOUR];
    notBefore = new long[size];
    idleWhenWaiting = new long[size][3];
    waitingSince = new long[size];
    servedWhenWaiting = new long[size];
    given = new Validators[size];
    movesSeen = new int[size];
    movedFirst = new long[size];
    gone = new boolean[size];
    firstAsked = new long[size];
    timesAsked = new int[size];
    for (long[] times : asked) {
      Arrays.fill(times, Long.MIN_VALUE / 2);
    }
    Arrays.fill(given, Validators.NONE);
  }

  private void check(boolean kept, String rule, Feed feed, long now) {
    if (!kept && broken.size() < 50) {
      broken.add(rule + ": " + feed.url + " at " + Duration.ofMillis(now));
    }
  }

  private static int index(DueSource due) {
    return (int) due.source().id().value() - 1;
  }

  /** A source begins to wait for its turn. */
  void waits(Feed feed, int index, long now) {
    waitingSince[index] = now;
    for (int i = 0; i < 3; i++) {
      idleWhenWaiting[index][i] = feed.site.lines.get(i).idleUntil(now);
    }
    servedWhenWaiting[index] = feed.site.lines.get(1).begun;
  }

  /** A request goes out. */
  void asks(Feed feed, DueSource due, Validators known, long now, Instant clock) {
    int index = index(due);
    requests++;
    count(now);
    check(!gone[index], "asked again after 410", feed, now);
    long[] last = asked[index];
    check(now - last[0] >= HOUR, "more than four polls an hour", feed, now);
    if (last[A_HOUR - 1] >= 0) {
      stall(feed, due, now - last[A_HOUR - 1], now);
      recovery(feed, due, last[A_HOUR - 1], now, clock);
      if (!given[index].isEmpty()) {
        repeated++;
        conditional += known.equals(given[index]) ? 1 : 0;
      }
      punctuality(feed, due, now, clock);
    }
    firstAsked[index] = timesAsked[index]++ == 0 ? now : firstAsked[index];
    System.arraycopy(last, 1, last, 0, A_HOUR - 1);
    last[A_HOUR - 1] = now;
    check(now >= notBefore[index], "Retry-After of the feed not honoured", feed, now);
    check(now >= feed.site.host().notBefore, "Retry-After of the host not honoured", feed, now);
    if (!watchesForStalls && !due.source().url().equals(feed.url.href())) {
      check(
          movesSeen[index] >= 3 && now - movedFirst[index] >= 24 * HOUR,
          "a move adopted too soon",
          feed,
          now);
    }
    for (Line line : feed.site.lines) {
      check(!line.busy, "two requests at a time, " + line.key, feed, now);
      check(
          now >= line.freeFrom, "less than a second between two requests, " + line.key, feed, now);
      line.idle = line.idleUntil(now);
      line.busy = true;
      line.begun++;
    }
  }

  /** Whatever the clock did, a source in good health waits one interval too long at most. */
  private void stall(Feed feed, DueSource due, long pause, long now) {
    if (watchesForStalls && isWell(feed, due)) {
      long interval = due.plan().interval().toMillis();
      check(
          pause <= interval * 22 / 10 + SETTLING,
          "not asked for " + Duration.ofMillis(pause),
          feed,
          now);
    }
  }

  /**
   * After an outage of our network all is as before within one interval, jitter included, of when
   * that was noticed: somebody is tried every half minute.
   */
  private void recovery(Feed feed, DueSource due, long last, long now, Instant clock) {
    for (Span outage : web.outages) {
      if (last < outage.to() && now >= outage.to() && clockIsRight && isWell(feed, due)) {
        Instant upAgain = clock.minusMillis(now - outage.to()).plus(NOTICED_WITHIN);
        Duration interval = due.plan().interval().multipliedBy(11).dividedBy(10);
        check(
            !due.plan().due().isAfter(upAgain.plus(interval)),
            "comes back late from an outage",
            feed,
            now);
      }
    }
  }

  private static boolean isWell(Feed feed, DueSource due) {
    return due.plan().failures() == 0
        && feed.site.troubles.isEmpty()
        && feed.troubles.isEmpty()
        && feed.said.skipHours().isEmpty()
        && feed.said.skipDays().isEmpty();
  }

  private void count(long now) {
    int minute = (int) (now / 60_000);
    if (minute >= perMinute.length) {
      perMinute = Arrays.copyOf(perMinute, minute * 2);
    }
    perMinute[minute]++;
  }

  /** On time, or as soon as its lines allowed, and nobody served twice meanwhile. */
  private void punctuality(Feed feed, DueSource due, long now, Instant clock) {
    int index = index(due);
    Line domain = feed.site.lines.get(1);
    check(
        domain.begun - servedWhenWaiting[index] <= domain.members,
        "overtaken by others of its domain",
        feed,
        now);
    if (!clockIsRight || turmoils.stream().anyMatch(span -> span.holds(now))) {
      return;
    }
    long lateBy = Duration.between(due.plan().due(), clock).toMillis();
    long interval = due.plan().interval().toMillis();
    lateness[(int) Math.clamp(lateBy * 100 / interval, 0, 1_000)]++;
    long allowed = interval / 10 + SLACK;
    if (lateBy <= allowed) {
      return;
    }
    late++;
    long idle = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      idle = Math.min(idle, feed.site.lines.get(i).idleUntil(now) - idleWhenWaiting[index][i]);
    }
    excused += idle <= allowed ? 1 : 0;
    check(
        idle <= allowed,
        "late by "
            + Duration.ofMillis(lateBy)
            + " though its lines were idle for "
            + Duration.ofMillis(idle),
        feed,
        now);
  }

  /** What a host answered to one of its feeds is remembered by a running node only. */
  void restarted() {
    web.feeds.forEach(feed -> feed.site.host().notBefore = 0);
  }

  /** An answer has come. */
  void answered(Feed feed, DueSource due, Answer answer, long now) {
    int index = index(due);
    for (Line line : feed.site.lines) {
      line.busy = false;
      line.freeFrom = now + GAP;
    }
    switch (answer.result()) {
      case FetchResult.Fetched fetched -> {
        given[index] = fetched.validators();
        moves(index, fetched.trail(), now);
      }
      case FetchResult.NotModified same -> moves(index, same.trail(), now);
      case FetchResult.RateLimited limited -> {
        long wait = limited.findDelay().map(Duration::toMillis).orElse(15 * 60_000L);
        notBefore[index] = now + wait;
        if (limited.wholeHost()) {
          feed.site.host().notBefore = now + Math.min(wait, LONGEST_HOLD);
        }
      }
      case FetchResult.Gone over -> gone[index] = true;
      case FetchResult.Moved moved -> {}
      case FetchResult.Refused refused -> {}
      case FetchResult.Failed failed -> {}
    }
  }

  private void moves(int index, FetchResult.Trail trail, long now) {
    if (trail.findMovedTo().isPresent()) {
      movedFirst[index] = movesSeen[index] == 0 ? now : movedFirst[index];
      movesSeen[index]++;
    }
  }

  /** The next poll has been planned. */
  void recorded(Feed feed, DueSource due, PollRecord record, Instant clock) {
    records++;
    long now = Duration.between(SimulatedWeb.BEGINNING, clock).toMillis();
    if (record.next().due().equals(Instant.MAX)) {
      check(feed.status == 410, "polling stopped", feed, now);
      return;
    }
    Duration pause = Duration.between(clock, record.next().due());
    boolean failing = record.next().failures() > 0;
    boolean skips = !feed.said.skipHours().isEmpty() || !feed.said.skipDays().isEmpty();
    Duration most =
        Duration.ofHours(failing ? 7 * 24 : 24)
            .multipliedBy(11)
            .dividedBy(10)
            .plusHours(skips ? 33 : 0);
    check(pause.compareTo(FLOOR) >= 0, "planned after " + pause, feed, now);
    check(pause.compareTo(most) <= 0, "planned after " + pause, feed, now);
    check(!record.next().hints().skips(record.next().due()), "planned to be skipped", feed, now);
    if (record.outcome().equals("network-down")) {
      check(record.next().failures() == due.plan().failures(), "blamed for our network", feed, now);
      check(record.next().hints().equals(due.plan().hints()), "hints forgotten", feed, now);
    }
  }

  /** Returns how many requests went out in a span, a minute on average. */
  double perMinute(Span span) {
    return Arrays.stream(perMinute, minute(span.from()), minute(span.to())).average().orElse(0);
  }

  /** Returns how many requests went out in the busiest minute of a span. */
  int busiestMinute(Span span) {
    return Arrays.stream(perMinute, minute(span.from()), minute(span.to())).max().orElse(0);
  }

  private static int minute(long at) {
    return (int) (at / 60_000);
  }

  /** Returns when a source was first asked. */
  long firstAsked(int index) {
    return firstAsked[index];
  }

  /** Returns how often a source was asked. */
  int timesAsked(int index) {
    return timesAsked[index];
  }

  /** Fails if a rule was broken. */
  void assertKept() {
    assertThat(broken).as("rules broken").isEmpty();
    assertThat(requests).as("requests").isPositive();
    assertThat(conditional / Math.max(1.0, repeated))
        .as("conditional")
        .isGreaterThanOrEqualTo(0.99);
  }

  private int latenessAt(double share) {
    long total = Arrays.stream(lateness).asLongStream().sum();
    long seen = 0;
    for (int percent = 0; percent < lateness.length; percent++) {
      seen += lateness[percent];
      if (seen >= share * total) {
        return percent;
      }
    }
    return lateness.length;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d requests for %,d sources, %,d polls recorded;"
            + " late by p50 %d %%, p95 %d %%, p99 %d %%, p99.9 %d %% of the interval;"
            + " %,d late by more than 10 %%, %,d of them while their host was busy;"
            + " %.3f %% of %,d repeats conditional",
        requests,
        web.feeds.size(),
        records,
        latenessAt(0.5),
        latenessAt(0.95),
        latenessAt(0.99),
        latenessAt(0.999),
        late,
        excused,
        100.0 * conditional / Math.max(1, repeated),
        repeated);
  }
}
