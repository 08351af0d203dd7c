package org.tagwire.server.works;

import org.tagwire.ingest.Placer;
import org.tagwire.ingest.RulePass;
import org.tagwire.ingest.WatchDesk;
import org.tagwire.server.works.Works.Progress;
import org.tagwire.store.Store;

/** Waits until the loops have done what is there to do. Safe for use by many threads. */
final class Settling {
  private final Store store;
  private final Placer placer;
  private final Indexing indexing;
  private final WatchDesk watch;
  private final RulePass rulePass;

  Settling(Store store, Placer placer, Indexing indexing, WatchDesk watch, RulePass rulePass) {
    this.store = store;
    this.placer = placer;
    this.indexing = indexing;
    this.watch = watch;
    this.rulePass = rulePass;
  }

  /** Waits until everything that is durable is placed and can be found. */
  void articles(Progress progress) {
    placer.changed();
    indexing.changed();
    long begun = indexing.applied();
    Waiting.until(
        () ->
            store.articles().pendingShards().isEmpty()
                && watch.isFollowed()
                && indexing.applied() >= store.articles().lastChange(),
        this::way,
        () -> tell(begun, progress));
  }

  /** Waits until every article follows the owner's rules and can be found under them. */
  void rules(Progress progress) {
    rulePass.changed();
    long begun = indexing.applied();
    Waiting.until(() -> store.rules().now().isSettled(), this::way, () -> tell(begun, progress));
  }

  /** Waits until all that is placed has been looked through for the watched names of now. */
  void watched(Progress progress) {
    watch.changed();
    Waiting.until(
        watch::isDone,
        () -> watch.progress().looked() + watch.progress().followed(),
        () -> progress.at(watch.progress().looked(), store.articles().count()));
  }

  private long way() {
    return indexing.applied() + store.articles().lastChange();
  }

  private void tell(long begun, Progress progress) {
    progress.at(
        Math.max(0, indexing.applied() - begun),
        Math.max(1, store.articles().lastChange() - begun));
  }
}
