package org.tagwire.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.Holds;
import org.tagwire.fetch.PollPolicy;
import org.tagwire.fetch.TurnOrder;
import org.tagwire.model.Source;
import org.tagwire.polling.SimulatedWeb.Answer;
import org.tagwire.polling.SimulatedWeb.Feed;
import org.tagwire.store.DueSource;
import org.tagwire.store.NewSource;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStore;

/**
 * A node that polls a make-believe web, in one thread and in time that only this loop moves.
 *
 * <p>What decides is the real thing: {@link Dispatcher}, {@link Rota}, {@link Uplink}, {@link
 * Schedule}, {@link PollPolicy}, and, in the place of the fetcher's gate, the {@link TurnOrder} and
 * {@link Holds} that decide there. Only threads and sockets are missing. Times are milliseconds
 * from the beginning of the world; the node's clock may be wrong by any amount.
 */
final class Simulation {
  private static final long STEP = 500;
  private static final long GAP_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int PARALLEL = 64;

  final Rulebook rules;
  private final SimulatedWeb web;
  private final SourceStore sources;
  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::number));
  private long now;
  private long numbers;
  private Duration wrong = Duration.ZERO;
  private @Nullable Node node;

  private record Event(long at, long number, Runnable what) {}

  Simulation(SimulatedWeb web, SourceStore sources) {
    this.web = web;
    this.sources = sources;
    this.rules = new Rulebook(web);
  }

  /** Subscribes to all feeds there are, due from the beginning. */
  void subscribe() {
    List<NewSource> added =
        web.feeds.stream()
            .map(feed -> MemorySources.feed(feed.url.href(), SimulatedWeb.publisher(feed.site)))
            .toList();
    sources.add(added, SimulatedWeb.BEGINNING);
  }

  /** Has something happen then. */
  void at(long when, Runnable what) {
    events.add(new Event(when, numbers++, what));
  }

  void start() {
    sources.releaseLeases();
    node = new Node();
  }

  /** Stops giving out turns; what is under way goes on. */
  void stop() {
    Node running = node;
    if (running != null) {
      running.stopped = true;
    }
  }

  /** Has the node stop and another one start a while later. */
  void restart(long when, Duration pause) {
    at(when, this::stop);
    at(
        when + pause.toMillis(),
        () -> {
          Node stopped = node;
          if (stopped != null) {
            stopped.polls.flush();
          }
          rules.restarted();
          start();
        });
  }

  /** Sets the node's clock forward or back. */
  void jump(Duration by) {
    wrong = wrong.plus(by);
    rules.clockIsRight = wrong.isZero();
  }

  Instant clock() {
    return SimulatedWeb.BEGINNING.plusMillis(now).plus(wrong);
  }

  private long nanos() {
    return now * 1_000_000;
  }

  void run(long until) {
    if (node == null) {
      start();
    }
    long tick = now;
    while (now < until) {
      Event next = events.peek();
      now = next == null ? tick : Math.min(tick, next.at());
      while (next != null && next.at() <= now) {
        events.remove();
        next.what().run();
        next = events.peek();
      }
      if (now >= tick) {
        tick = now + STEP;
      }
      Node running = node;
      if (running != null && !running.stopped) {
        running.dispatcher.round().forEach(running::poll);
      }
    }
  }

  /** A poll on its way. */
  private static final class Asking {
    final DueSource due;
    final Feed feed;
    final Instant begun;
    TurnOrder.@Nullable Ticket<Asking> ticket;

    Asking(DueSource due, Feed feed, Instant begun) {
      this.due = due;
      this.feed = feed;
      this.begun = begun;
    }
  }

  /** A running process: what it knows in memory is gone with it. */
  private final class Node {
    private final PollPolicy policy = new PollPolicy(Duration.ofMinutes(15));
    private final Schedule schedule =
        new Schedule(source -> policy, sources, Simulation.this::clock);
    private final PollLog polls = new PollLog(sources);
    private final Dispatcher dispatcher =
        new Dispatcher(
            sources,
            schedule,
            polls,
            new Dispatcher.Surroundings(
                Simulation.this::clock, Simulation.this::nanos, this::lines),
            PARALLEL);
    private final TurnOrder<Asking> gate = new TurnOrder<>();
    private final Holds holds = new Holds();
    private boolean stopped;

    /** Called by the rota when a source begins to wait for its turn. */
    private Set<String> lines(Source source) {
      Feed feed = feed(source);
      rules.waits(feed, (int) source.id().value() - 1, now);
      return feed.site.host().begun == 0 ? keys(feed).subSet(2) : keys(feed).all();
    }

    private Feed feed(Source source) {
      return web.feeds.get((int) source.id().value() - 1);
    }

    private void poll(DueSource due) {
      Asking asking = new Asking(due, feed(due.source()), clock());
      if (!isHeld(asking)) {
        asking.ticket = gate.join(keys(asking.feed).all(), asking);
        tryToGo(asking);
      }
    }

    private boolean isHeld(Asking asking) {
      Optional<Duration> left = holds.find(asking.feed.site.name, nanos());
      left.ifPresent(
          time -> {
            FetchResult unasked = new FetchResult.RateLimited(time, true, false);
            over(asking, new Answer(unasked, null, 0, false));
          });
      return left.isPresent();
    }

    private void tryToGo(Asking asking) {
      long delay = gate.delay(ticket(asking), nanos());
      if (delay == 0) {
        go(asking);
      } else if (delay != TurnOrder.UNTIL_CALLED) {
        at(now + (delay + 999_999) / 1_000_000, () -> tryToGo(asking));
      }
    }

    private TurnOrder.Ticket<Asking> ticket(Asking asking) {
      TurnOrder.Ticket<Asking> ticket = asking.ticket;
      if (ticket == null) {
        throw new IllegalStateException("nobody waits without a ticket");
      }
      return ticket;
    }

    private void go(Asking asking) {
      if (isHeld(asking)) {
        leave(asking);
        return;
      }
      rules.asks(asking.feed, asking.due, schedule.validators(asking.due), now, clock());
      Answer answer =
          web.ask(asking.feed, asking.due.source().url(), schedule.validators(asking.due), now);
      at(
          now + answer.latency(),
          () -> {
            rules.answered(asking.feed, asking.due, answer, now);
            if (answer.result() instanceof FetchResult.RateLimited limited && limited.wholeHost()) {
              holds.hold(asking.feed.site.name, limited.findDelay(), nanos());
            }
            leave(asking);
            over(asking, answer);
          });
    }

    private void leave(Asking asking) {
      gate.leave(ticket(asking), nanos(), GAP_NANOS).forEach(next -> tryToGo(next.owner()));
    }

    private void over(Asking asking, Answer answer) {
      DueSource due = asking.due;
      if (answer.result() instanceof Fetched fetched && answer.body() != null) {
        int news = answer.news() ? 1 : 0;
        Brought brought = new Brought(answer.body(), news, List.of(), false);
        PollRecord record = schedule.read(due, asking.begun, fetched, brought);
        rules.recorded(asking.feed, due, record, clock());
        if (answer.news()) {
          sources.record(List.of(record));
        }
        dispatcher.done(due, answer.news() ? Optional.empty() : Optional.of(record));
      } else {
        PollRecord record = schedule.answered(due, asking.begun, answer.result());
        rules.recorded(asking.feed, due, record, clock());
        dispatcher.done(due, Optional.of(record));
      }
    }
  }

  /** Names of lines in an order that is the same in every run. */
  private record Keys(Set<String> all, List<String> ordered) {
    Set<String> subSet(int first) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(ordered.subList(0, first)));
    }
  }

  private static Keys keys(Feed feed) {
    List<String> ordered = feed.site.lines.stream().map(line -> line.key).toList();
    return new Keys(Collections.unmodifiableSet(new LinkedHashSet<>(ordered)), ordered);
  }
}
