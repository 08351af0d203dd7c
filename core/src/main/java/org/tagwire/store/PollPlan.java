package org.tagwire.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the next poll of a source has to know; survives restarts.
 *
 * @param due when it is to be polled next
 * @param interval the present interval between polls
 * @param etag the last response's ETag, byte for byte
 * @param lastModified the last response's Last-Modified, byte for byte
 * @param failures failed polls in a row, 0 when healthy
 * @param movedTo where the publisher has permanently moved it, while that is being watched
 * @param movedSince since when it answers so
 */
public record PollPlan(
    Instant due,
    Duration interval,
    @Nullable String etag,
    @Nullable String lastModified,
    int failures,
    @Nullable String movedTo,
    @Nullable Instant movedSince) {

  /** Returns the plan of a source that was never polled. */
  public static PollPlan first(Instant due, Duration interval) {
    return new PollPlan(due, interval, null, null, 0, null, null);
  }

  public Optional<String> findEtag() {
    return Optional.ofNullable(etag);
  }

  public Optional<String> findLastModified() {
    return Optional.ofNullable(lastModified);
  }
}
