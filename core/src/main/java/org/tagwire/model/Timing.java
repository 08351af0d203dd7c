package org.tagwire.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published and changed.
 *
 * @param published as stated and clamped to first seen; absent when undated
 * @param updated as stated
 * @param order what lists sort by: published, or first seen when undated. An update never changes
 *     it
 */
public record Timing(@Nullable Moment published, @Nullable Moment updated, Instant order) {
  public Optional<Moment> findPublished() {
    return Optional.ofNullable(published);
  }

  public Optional<Moment> findUpdated() {
    return Optional.ofNullable(updated);
  }
}
