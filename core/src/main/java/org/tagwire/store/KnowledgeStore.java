package org.tagwire.store;

import java.util.List;
import java.util.Map;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Observation;

/**
 * Learned counts: a snapshot and the observations since. Observations are appended by {@link
 * ArticleStore#place}. Safe for use by many threads.
 */
public interface KnowledgeStore {
  /** Returns what is kept. */
  Kept load();

  /**
   * Replaces the snapshot by one that contains all observations up to and with {@code upTo}, and
   * drops those.
   */
  void compact(Map<Knowledge.Scope, Map<String, Double>> snapshot, long upTo);

  /**
   * Forgets what was counted in one scope so far, in the snapshot and in the observations since.
   */
  void forget(Knowledge.Scope scope);

  /**
   * What is kept of what was learned.
   *
   * @param snapshot counts as last compacted
   * @param since observations after it, in order
   * @param upTo the number of the last of them, or of the snapshot when there is none
   */
  record Kept(
      Map<Knowledge.Scope, Map<String, Double>> snapshot, List<Observation> since, long upTo) {}
}
