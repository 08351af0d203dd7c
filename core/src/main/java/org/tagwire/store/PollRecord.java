package org.tagwire.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceId;

/**
 * One finished poll, and the plan for the next.
 *
 * @param source which source
 * @param at when it began
 * @param took how long it took
 * @param outcome what came of it, one word as {@code fetched}, {@code unchanged}, {@code gone}
 * @param detail for people: what is wrong and what Tagwire does about it; empty when all is well
 * @param items how many items the source announced
 * @param accepted how many of them were new or changed
 * @param next the plan for the next poll; a due time of {@link Instant#MAX} stops polling
 * @param health what a full answer was like, to be remembered until the next one; absent where none
 *     came
 */
public record PollRecord(
    SourceId source,
    Instant at,
    Duration took,
    String outcome,
    String detail,
    int items,
    int accepted,
    PollPlan next,
    @Nullable SourceHealth health) {

  /** A poll that brought no full answer. */
  public PollRecord(
      SourceId source,
      Instant at,
      Duration took,
      String outcome,
      String detail,
      int items,
      int accepted,
      PollPlan next) {
    this(source, at, took, outcome, detail, items, accepted, next, null);
  }

  /** Returns the same poll with what its answer was like. */
  public PollRecord with(SourceHealth answer) {
    return new PollRecord(source, at, took, outcome, detail, items, accepted, next, answer);
  }

  public Optional<SourceHealth> findHealth() {
    return Optional.ofNullable(health);
  }
}
