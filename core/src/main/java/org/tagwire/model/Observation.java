package org.tagwire.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What one article adds to {@link Knowledge}; folded in by {@code ingest} in the transaction that
 * stores the article.
 *
 * @param sightings what was seen
 */
public record Observation(List<Sighting> sightings) {
  public static final Observation NONE = new Observation(List.of());

  public Observation {
    sightings = List.copyOf(sightings);
  }

  /** Returns both together. */
  public Observation and(Observation other) {
    List<Sighting> both = new ArrayList<>(sightings);
    both.addAll(other.sightings);
    return new Observation(both);
  }

  /**
   * One thing seen.
   *
   * @param scope where it counts
   * @param what the thing, at most 200 characters
   * @param weight how much it counts, more than 0
   */
  public record Sighting(Knowledge.Scope scope, String what, double weight) {}
}
