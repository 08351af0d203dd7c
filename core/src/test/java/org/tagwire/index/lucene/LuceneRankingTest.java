package org.tagwire.index.lucene;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.index.RankingContract;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Failpoints;

/** The Lucene adapter ranks as the contract says. */
class LuceneRankingTest extends RankingContract {
  @TempDir Path directory;

  @Override
  protected SearchIndex open() {
    return LuceneSearchIndex.open(directory.resolve("index"), Failpoints.NONE).index();
  }
}
