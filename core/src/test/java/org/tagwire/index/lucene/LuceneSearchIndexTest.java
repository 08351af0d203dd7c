package org.tagwire.index.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.index.SearchIndex;
import org.tagwire.index.SearchIndexContract;
import org.tagwire.model.Failpoints;

/** The Lucene adapter keeps the contract. */
class LuceneSearchIndexTest extends SearchIndexContract {
  @TempDir Path directory;

  @Override
  protected SearchIndex open() {
    return LuceneSearchIndex.open(directory.resolve("index"), Failpoints.NONE).index();
  }
}
