package org.tagwire.server.works;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.index.SearchIndex;
import org.tagwire.ingest.Indexer;
import org.tagwire.server.works.Works.Progress;
import org.tagwire.store.ArticleStore;

/**
 * The index, and the loop that has it follow the store, which can begin anew. Safe for use by many
 * threads; starting, rebuilding and stopping are for one at a time.
 */
final class Indexing {
  private final ArticleStore articles;
  private final SearchIndex index;
  private volatile Indexer indexer;
  private volatile @Nullable Loop loop;
  private volatile boolean emptying;

  Indexing(ArticleStore articles, SearchIndex index) {
    this.articles = articles;
    this.index = index;
    this.indexer = new Indexer(articles, index);
  }

  void start() {
    loop = Loop.start("indexer", indexer::run);
  }

  /** Returns the loop; absent before the start. */
  @Nullable Loop loop() {
    return loop;
  }

  /** Says that the store has changed. */
  void changed() {
    indexer.changed();
  }

  /** Returns the index while it may be asked; empty while it is being built. */
  Optional<SearchIndex> index() {
    return emptying ? Optional.empty() : indexer.index();
  }

  /** Returns the number of the last change that is visible. */
  long applied() {
    return indexer.applied();
  }

  /** Empties the index and builds it again from the store. */
  void rebuild(Progress progress) {
    stop();
    empty();
    Loop fresh = Loop.start("indexer", indexer::run);
    loop = fresh;
    long goal = articles.lastChange();
    while (index().isEmpty() && fresh.isRunning()) {
      progress.at(applied(), goal);
      Waiting.pause();
    }
    progress.at(goal, goal);
  }

  private void empty() {
    emptying = true;
    try {
      index.clear();
      indexer = new Indexer(articles, index);
    } finally {
      emptying = false;
    }
  }

  /** Stops after what it is doing, and makes durable what was taken in. */
  void stop() {
    indexer.stop();
    Loop running = loop;
    if (running != null) {
      running.join();
    }
  }
}
