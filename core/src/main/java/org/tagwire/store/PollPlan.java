package org.tagwire.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.PollHints;

/**
 * What the next poll of a source has to know; survives restarts.
 *
 * @param due when it is to be polled next
 * @param interval the present interval between polls
 * @param etag the last response's ETag, byte for byte
 * @param lastModified the last response's Last-Modified, byte for byte
 * @param failures failed polls in a row, 0 when healthy
 * @param move where the publisher has permanently moved it, while that is being watched
 * @param hints what the source says and shows about how often it changes, as last read
 */
public record PollPlan(
    Instant due,
    Duration interval,
    @Nullable String etag,
    @Nullable String lastModified,
    int failures,
    @Nullable Move move,
    PollHints hints) {

  /**
   * A permanent move that is being watched before it is believed.
   *
   * @param to where to
   * @param since since when the publisher answers so
   * @param polls how many polls in a row were answered so
   */
  public record Move(String to, Instant since, int polls) {}

  /** Returns the plan of a source that was never polled. */
  public static PollPlan first(Instant due, Duration interval) {
    return new PollPlan(due, interval, null, null, 0, null, PollHints.NONE);
  }

  public Optional<String> findEtag() {
    return Optional.ofNullable(etag);
  }

  public Optional<Move> findMove() {
    return Optional.ofNullable(move);
  }

  public Optional<String> findLastModified() {
    return Optional.ofNullable(lastModified);
  }
}
