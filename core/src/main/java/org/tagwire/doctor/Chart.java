package org.tagwire.doctor;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.SourceHealth;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;

/**
 * All that is known of how a source fares, for {@link FeedDoctor} to read.
 *
 * @param status its state and plan
 * @param polls its last polls, latest first
 * @param health what its last full answers were like; absent before the first
 * @param quarantined how many of its items lie in quarantine
 * @param subscribedUntil when its WebSub subscription ends; absent without one
 */
public record Chart(
    SourceStatus status,
    List<PollRecord> polls,
    @Nullable SourceHealth health,
    int quarantined,
    @Nullable Instant subscribedUntil) {
  public Chart {
    polls = List.copyOf(polls);
  }

  public Optional<SourceHealth> findHealth() {
    return Optional.ofNullable(health);
  }

  public Optional<Instant> findSubscribedUntil() {
    return Optional.ofNullable(subscribedUntil);
  }
}
