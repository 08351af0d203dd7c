package org.tagwire.server.control;

import org.tagwire.model.TagwireException;

/** Carries out orders on a data directory. Safe for use by many threads. */
@FunctionalInterface
public interface Clerk {
  /**
   * Carries out an order; returns when it is done.
   *
   * @throws TagwireException when it cannot be done; {@code BAD_REQUEST} when the order makes no
   *     sense
   */
  void carryOut(Order order, Report report);
}
