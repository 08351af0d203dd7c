package org.tagwire.fetch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may go next, decided purely: the idea behind {@link HostGate} and behind the poller's rota.
 *
 * <p>Every ticket stands in one line per key (host, address, domain), joining all of them at once.
 * It may go when it is first in all its lines and the gap after the last one has passed in each.
 * Since everybody joins all lines in one step, whoever came first overall is first in all of them:
 * nobody waits in a circle, and nobody is overtaken by somebody who wants the same host. Not safe
 * for threads; times are nanoseconds of one ticker.
 *
 * @param <T> who stands in line
 */
public final class TurnOrder<T> {
  /** What {@link #delay} answers to a ticket that has somebody before it. */
  public static final long UNTIL_CALLED = Long.MAX_VALUE;

  private static final int SWEEP_EVERY = 1024;

  private final Map<String, Line<T>> lines = new HashMap<>();
  private int leftSinceSweep;

  /** One who waits or goes. */
  public static final class Ticket<T> {
    private final List<Line<T>> lines;
    private final T owner;

    private Ticket(List<Line<T>> lines, T owner) {
      this.lines = lines;
      this.owner = owner;
    }

    public T owner() {
      return owner;
    }
  }

  private static final class Line<T> {
    final ArrayDeque<Ticket<T>> waiting = new ArrayDeque<>(2);
    boolean used;
    long leftAt;
    long gap;

    long remaining(long now) {
      return used ? Math.max(0, gap - (now - leftAt)) : 0;
    }
  }

  /** Puts somebody at the end of the line of each key; without a key nobody is in the way. */
  public Ticket<T> join(Set<String> keys, T owner) {
    List<Line<T>> joined = new ArrayList<>(keys.size());
    for (String key : keys) {
      joined.add(lines.computeIfAbsent(key, k -> new Line<>()));
    }
    Ticket<T> ticket = new Ticket<>(joined, owner);
    joined.forEach(line -> line.waiting.addLast(ticket));
    return ticket;
  }

  /** Returns 0 when the ticket may go, else how long to wait before asking again. */
  public long delay(Ticket<T> ticket, long now) {
    long longest = 0;
    for (Line<T> line : ticket.lines) {
      if (line.waiting.peekFirst() != ticket) {
        return UNTIL_CALLED;
      }
      longest = Math.max(longest, line.remaining(now));
    }
    return longest;
  }

  /** Takes a ticket that went out of all lines and returns who is first in one of them now. */
  public List<Ticket<T>> leave(Ticket<T> ticket, long now, long gap) {
    for (Line<T> line : ticket.lines) {
      line.used = true;
      line.leftAt = now;
      line.gap = gap;
    }
    return remove(ticket, now);
  }

  /** Takes a ticket that gave up out of all lines and returns who is first in one of them now. */
  public List<Ticket<T>> giveUp(Ticket<T> ticket, long now) {
    return remove(ticket, now);
  }

  private List<Ticket<T>> remove(Ticket<T> ticket, long now) {
    List<Ticket<T>> called = new ArrayList<>(2);
    for (Line<T> line : ticket.lines) {
      line.waiting.remove(ticket);
      Ticket<T> next = line.waiting.peekFirst();
      if (next != null && !called.contains(next)) {
        called.add(next);
      }
    }
    if (++leftSinceSweep >= SWEEP_EVERY) {
      leftSinceSweep = 0;
      sweep(now);
    }
    return called;
  }

  /** Forgets lines that nobody stands in and whose gap is over. */
  private void sweep(long now) {
    for (Iterator<Line<T>> each = lines.values().iterator(); each.hasNext(); ) {
      Line<T> line = each.next();
      if (line.waiting.isEmpty() && line.remaining(now) == 0) {
        each.remove();
      }
    }
  }

  int size() {
    return lines.size();
  }
}
