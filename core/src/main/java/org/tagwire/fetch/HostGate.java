package org.tagwire.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Lets requests out one at a time per host, address and registrable domain, with a gap between two,
 * in the order they came.
 *
 * <p>Safe for any number of threads; made for virtual ones, which park here at no cost. A host that
 * answered 429 is left alone for a while. The decisions are {@link TurnOrder}'s and {@link Holds}'.
 */
final class HostGate {
  private final ReentrantLock lock = new ReentrantLock();
  private final TurnOrder<Thread> order = new TurnOrder<>();
  private final Holds holds = new Holds();
  private final LongSupplier ticker;
  private final Pause pause;

  HostGate(LongSupplier ticker) {
    this(ticker, LockSupport::parkNanos);
  }

  HostGate(LongSupplier ticker, Pause pause) {
    this.ticker = ticker;
    this.pause = pause;
  }

  /** Waits, at most so long; may return early. */
  @FunctionalInterface
  interface Pause {
    void park(Object blocker, long nanos);
  }

  /** The right to make one request; closing it lets the next one go. */
  final class Turn implements AutoCloseable {
    private final TurnOrder.Ticket<Thread> ticket;
    private final Duration gap;

    private Turn(TurnOrder.Ticket<Thread> ticket, Duration gap) {
      this.ticket = ticket;
      this.gap = gap;
    }

    @Override
    public void close() {
      call(leaving(ticket, gap));
    }
  }

  /** Waits for a turn with all the keys. */
  Turn enter(Set<String> keys, Duration gap) throws InterruptedException {
    TurnOrder.Ticket<Thread> ticket = joining(keys);
    while (true) {
      long delay = delay(ticket);
      if (delay == 0) {
        return new Turn(ticket, gap);
      }
      pause.park(this, delay);
      if (Thread.interrupted()) {
        call(givingUp(ticket));
        throw new InterruptedException("stopped while waiting for a turn");
      }
    }
  }

  private TurnOrder.Ticket<Thread> joining(Set<String> keys) {
    lock.lock();
    try {
      return order.join(keys, Thread.currentThread());
    } finally {
      lock.unlock();
    }
  }

  private long delay(TurnOrder.Ticket<Thread> ticket) {
    lock.lock();
    try {
      return order.delay(ticket, ticker.getAsLong());
    } finally {
      lock.unlock();
    }
  }

  private List<TurnOrder.Ticket<Thread>> leaving(TurnOrder.Ticket<Thread> ticket, Duration gap) {
    lock.lock();
    try {
      return order.leave(ticket, ticker.getAsLong(), gap.toNanos());
    } finally {
      lock.unlock();
    }
  }

  private List<TurnOrder.Ticket<Thread>> givingUp(TurnOrder.Ticket<Thread> ticket) {
    lock.lock();
    try {
      return order.giveUp(ticket, ticker.getAsLong());
    } finally {
      lock.unlock();
    }
  }

  private static void call(List<TurnOrder.Ticket<Thread>> tickets) {
    tickets.forEach(ticket -> LockSupport.unpark(ticket.owner()));
  }

  /** Leaves a host alone from now on, for as long as it asked if it did. */
  void hold(String host, Optional<Duration> asked) {
    lock.lock();
    try {
      holds.hold(host, asked, ticker.getAsLong());
    } finally {
      lock.unlock();
    }
  }

  /** Returns how long a host is still to be left alone. */
  Optional<Duration> findHold(String host) {
    lock.lock();
    try {
      return holds.find(host, ticker.getAsLong());
    } finally {
      lock.unlock();
    }
  }
}
