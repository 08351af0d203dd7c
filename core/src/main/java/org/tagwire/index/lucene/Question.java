package org.tagwire.index.lucene;

import java.io.IOException;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;

/**
 * A question ready to be put to the segments of a snapshot.
 *
 * @param snapshot where it is asked
 * @param weight the prepared query
 * @param audience who asks
 * @param patience how long it may take; absent for what is quick by itself
 */
record Question(Snapshot snapshot, Weight weight, Audience audience, @Nullable Patience patience) {
  /** Returns what matches in a segment, in the order of its documents; null when nothing does. */
  @Nullable DocIdSetIterator matches(Segment segment) throws IOException {
    Scorer scorer = segment.scorer(weight);
    if (scorer == null || patience == null) {
      return scorer == null ? null : scorer.iterator();
    }
    return patience.over(scorer);
  }
}
