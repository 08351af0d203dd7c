package org.tagwire.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.MergePolicy;
import org.tagwire.model.Failpoints;

/** Merges on one background thread, past a failpoint. Safe for use by many threads. */
final class MergeWatch extends ConcurrentMergeScheduler {
  private final Failpoints failpoints;

  MergeWatch(Failpoints failpoints) {
    this.failpoints = failpoints;
    setMaxMergesAndThreads(4, 1);
  }

  @Override
  protected void doMerge(MergeSource source, MergePolicy.OneMerge merge) throws IOException {
    failpoints.reach(Failpoints.Point.MERGE);
    super.doMerge(source, merge);
  }
}
