package org.tagwire.polling;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tagwire.fetch.TurnOrder;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.store.DueSource;

/**
 * Whose turn it is among the sources that have been claimed, decided purely.
 *
 * <p>Sources that share a host, an address or a domain stand in one line, in the order they came,
 * and one of them is polled at a time; of the lines whose first may go, each has one go before any
 * has two. So a host with thousands of overdue sources takes one slot of the poller and no more,
 * and within it nobody is overtaken. A source rests after each turn, whatever the clock of the day
 * says. After an absence, what is overdue is spread over time, the liveliest first.
 *
 * <p>Not safe for threads; times are nanoseconds of one ticker, which never jumps.
 */
final class Rota {
  /** As many overdue sources need no spreading. */
  private static final int AT_ONCE = 100;

  private static final Duration SPREAD_STEP = Duration.ofMillis(400);
  private static final Duration LONGEST_SPREAD = Duration.ofMinutes(66);
  private static final int SWEEP_EVERY = 4096;

  private final TurnOrder<Held> order = new TurnOrder<>();
  private final Map<SourceId, Held> held = new HashMap<>();
  private final Map<SourceId, Long> restsUntil = new HashMap<>();
  private final Deque<Held> called = new ArrayDeque<>();
  private final PriorityQueue<Held> early = new PriorityQueue<>(Comparator.comparing(h -> h.from));
  private final Rules rules;
  private int underWay;
  private int doneSinceSweep;

  /**
   * What turns depend on.
   *
   * @param lines the names of the lines in which a source waits
   * @param patience how long a claim is good for without being renewed
   */
  record Rules(Function<Source, Set<String>> lines, Duration patience) {}

  /** A source that waits for its turn, or has it. */
  private static final class Held {
    DueSource due;
    long renewed;
    long from;
    TurnOrder.@Nullable Ticket<Held> ticket;
    boolean isUnderWay;

    Held(DueSource due) {
      this.due = due;
    }

    SourceId id() {
      return due.source().id();
    }
  }

  Rota(Rules rules) {
    this.rules = rules;
  }

  /** Takes in what was claimed; what is here already keeps its place. */
  void admit(List<DueSource> claimed, long now) {
    for (DueSource due : claimed) {
      admit(due, now, now);
    }
  }

  /** Takes in what has become overdue while nobody polled, and gives it turns one by one. */
  void spread(List<DueSource> overdue, long now) {
    int count = Math.max(1, overdue.size());
    long over =
        Math.min(LONGEST_SPREAD.toNanos(), Math.max(0, count - AT_ONCE) * SPREAD_STEP.toNanos());
    List<DueSource> liveliestFirst =
        overdue.stream()
            .sorted(
                Comparator.comparing((DueSource due) -> due.plan().interval())
                    .thenComparingLong(due -> mixed(due.source().id())))
            .toList();
    long step = over / count;
    long at = now;
    for (DueSource due : liveliestFirst) {
      admit(due, at + (step * (mixed(due.source().id()) & 0xff) >> 8), now);
      at += step;
    }
  }

  /** Neighbours in the list of sources are often neighbours on a host; here they are strangers. */
  private static long mixed(SourceId id) {
    return (id.value() * 0x9E3779B97F4A7C15L) >>> 40;
  }

  private void admit(DueSource due, long from, long now) {
    Held present = held.get(due.source().id());
    if (present != null) {
      present.renewed = now;
      present.due = present.isUnderWay ? present.due : due;
      if (due.pushed() && early.remove(present)) {
        join(present, now);
      }
      return;
    }
    Held fresh = new Held(due);
    fresh.renewed = now;
    // The store lets a push make a source due a minute after its last poll, and no sooner.
    fresh.from = due.pushed() ? from : Math.max(from, restsUntil.getOrDefault(fresh.id(), now));
    held.put(fresh.id(), fresh);
    if (fresh.from > now) {
      early.add(fresh);
    } else {
      join(fresh, now);
    }
  }

  private void join(Held one, long now) {
    TurnOrder.Ticket<Held> ticket = order.join(rules.lines().apply(one.due.source()), one);
    one.ticket = ticket;
    if (order.delay(ticket, now) == 0) {
      called.add(one);
    }
  }

  /** Gives turns to at most so many; each ends with {@link #done}. */
  List<DueSource> next(int free, long now) {
    while (!early.isEmpty() && early.element().from <= now) {
      join(early.remove(), now);
    }
    List<DueSource> turns = new ArrayList<>();
    while (turns.size() < free && !called.isEmpty()) {
      Held one = called.remove();
      if (now - one.renewed > rules.patience().toNanos()) {
        // Paused or removed meanwhile, or somebody else's by now; if not, it is claimed again.
        remove(one, now);
      } else {
        one.isUnderWay = true;
        underWay++;
        turns.add(one.due);
      }
    }
    return turns;
  }

  /** Ends a turn; the source has no other for so long at least. */
  void done(SourceId id, Duration rest, long now) {
    Held one = held.get(id);
    if (one == null || !one.isUnderWay) {
      throw new IllegalStateException("source " + id + " has no turn that could end");
    }
    underWay--;
    remove(one, now);
    restsUntil.put(id, now + rest.toNanos());
    if (++doneSinceSweep >= SWEEP_EVERY) {
      doneSinceSweep = 0;
      restsUntil.values().removeIf(until -> until <= now);
    }
  }

  private void remove(Held one, long now) {
    held.remove(one.id());
    TurnOrder.Ticket<Held> ticket = one.ticket;
    if (ticket != null) {
      for (TurnOrder.Ticket<Held> next : order.leave(ticket, now, 0)) {
        if (order.delay(next, now) == 0) {
          called.add(next.owner());
        }
      }
    }
  }

  /** Returns how many have a turn. */
  int underWay() {
    return underWay;
  }

  /** Returns how many wait for a turn. */
  int waiting() {
    return held.size() - underWay;
  }
}
