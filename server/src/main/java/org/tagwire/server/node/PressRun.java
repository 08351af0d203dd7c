package org.tagwire.server.node;

import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The number of what pages show now. It grows with the articles that lists show, with the owner's
 * rules about them, which hold before the lists have followed, and with every order that was
 * carried out. Safe for use by many threads.
 *
 * <p>It begins with the time of the start in milliseconds, so that no number comes again after a
 * restart.
 */
final class PressRun implements LongSupplier {
  private final LongSupplier applied;
  private final Supplier<?> rules;
  private Object ruled;
  private long counted;

  /**
   * @param applied the number of the last change that lists show
   * @param rules the rules that hold, another object whenever they change
   */
  PressRun(long begun, LongSupplier applied, Supplier<?> rules) {
    this.applied = applied;
    this.rules = rules;
    this.ruled = rules.get();
    this.counted = begun;
  }

  /** Says that something else has changed that pages may show. */
  synchronized void changed() {
    counted++;
  }

  @Override
  public synchronized long getAsLong() {
    Object now = rules.get();
    if (now != ruled) {
      ruled = now;
      counted++;
    }
    return counted + applied.getAsLong();
  }
}
