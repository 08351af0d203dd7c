package org.tagwire.index.lucene;

import org.apache.lucene.search.Weight;
import org.tagwire.model.Audience;

/**
 * A question ready to be put to the segments of a snapshot.
 *
 * @param snapshot where it is asked
 * @param weight the prepared query
 * @param audience who asks
 */
record Question(Snapshot snapshot, Weight weight, Audience audience) {}
