package org.tagwire.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers in the heading of a list, near-copies counted each.
 *
 * @param articles how many match
 * @param publishers how many different carriers they have
 * @param origins whose different texts they are; what many outlets copied from one counts once
 * @param since the sort time of the oldest; absent when there is none
 */
public record Totals(int articles, int publishers, int origins, @Nullable Instant since) {
  public static final Totals NONE = new Totals(0, 0, 0, null);

  public Optional<Instant> findSince() {
    return Optional.ofNullable(since);
  }
}
