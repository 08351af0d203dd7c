package org.tagwire.engines;

import java.nio.file.Path;
import java.time.InstantSource;
import org.tagwire.index.SearchIndex;
import org.tagwire.index.lucene.LuceneSearchIndex;
import org.tagwire.model.Failpoints;
import org.tagwire.shards.Shards;
import org.tagwire.shards.local.LocalShards;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

/**
 * The engines of one node.
 *
 * @param store what is true
 * @param index what is derived
 * @param shards who places what
 * @param indexNote why the index begins empty, for people; empty when it does not
 */
public record Engines(Store store, SearchIndex index, Shards shards, String indexNote)
    implements AutoCloseable {

  /**
   * Opens the embedded engines in {@code directory}: the database beside the folder {@code index}.
   * An index that is lost or damaged begins empty and is rebuilt by the indexer.
   *
   * @throws org.tagwire.model.TagwireException when the database is newer, damaged or not to be
   *     written
   */
  public static Engines embedded(Path directory, Failpoints failpoints, InstantSource clock) {
    Store store = SqliteStore.open(directory, failpoints, clock);
    boolean opened = false;
    try {
      Engines engines =
          withIndex(store, LuceneSearchIndex.open(directory.resolve("index"), failpoints));
      opened = true;
      return engines;
    } finally {
      if (!opened) {
        store.close();
      }
    }
  }

  private static Engines withIndex(Store store, LuceneSearchIndex.Opened opened) {
    String note = opened.startedEmpty() ? opened.why() : emptiedIfAhead(opened.index(), store);
    return new Engines(store, opened.index(), new LocalShards(), note);
  }

  /**
   * An index that knows changes which the store never made belongs to another store: an older copy
   * was put in its place by hand.
   */
  private static String emptiedIfAhead(SearchIndex index, Store store) {
    if (index.committed() <= store.articles().lastChange()) {
      return "";
    }
    index.clear();
    return "the index was thrown away, because the store is older than it";
  }

  /** Closes the index, then the store. */
  @Override
  public void close() {
    index.close();
    store.close();
  }
}
