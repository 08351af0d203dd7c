package org.tagwire.store;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Source;

/**
 * How a source fares.
 *
 * @param source which one
 * @param state where it stands
 * @param plan its plan
 * @param lastPoll when it was last polled; absent before the first
 * @param lastDetail what was wrong then; empty when nothing was
 * @param articles how many articles it announced
 */
public record SourceStatus(
    Source source,
    State state,
    PollPlan plan,
    @Nullable Instant lastPoll,
    String lastDetail,
    long articles) {

  /**
   * Where a source stands: never polled, well, failing and backing off, gone for good, or paused by
   * the owner.
   */
  public enum State {
    NEW,
    OK,
    FAILING,
    GONE,
    PAUSED
  }

  public Optional<Instant> findLastPoll() {
    return Optional.ofNullable(lastPoll);
  }
}
