package org.tagwire.model;

import java.util.Map;

/**
 * What was learned from the stream so far, as decayed counts: an immutable snapshot that stages
 * read and never change.
 *
 * <p>Everything Tagwire learns is a count of how often something was seen within a {@link Scope}.
 * Counts fade with stream time, so that what was usual last year weighs little. Implementations are
 * immutable and safe to share between threads.
 */
public interface Knowledge {
  /** Knows nothing. */
  Knowledge NONE = (scope, what) -> 0;

  /** Returns the decayed count of {@code what} within {@code scope}, 0 when never seen. */
  double count(Scope scope, String what);

  /**
   * Returns the decayed counts of all that begins with {@code prefix} within {@code scope}; empty
   * where counts can only be asked one by one. Only short forms of names are kept in order for it.
   */
  default Map<String, Double> beginning(Scope scope, String prefix) {
    return Map.of();
  }

  /**
   * What a count belongs to.
   *
   * @param topic the stage and its question, as in {@code hashtag:names}
   * @param subject a language code or a publisher's domain
   */
  record Scope(String topic, String subject) {}
}
