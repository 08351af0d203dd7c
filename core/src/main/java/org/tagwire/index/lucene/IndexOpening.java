package org.tagwire.index.lucene;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogByteSizeMergePolicy;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NativeFSLockFactory;
import org.tagwire.index.lucene.IndexDirectory.Found;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Failpoints;
import org.tagwire.model.TagwireException;

/** Opens an index, with what it takes to start again from nothing. */
final class IndexOpening {
  private static final double BUFFER_MEGABYTES = 32;

  /** Only segments next to each other are merged, so that a segment stays a stretch of time. */
  private static final int MERGE_FACTOR = 8;

  private IndexOpening() {}

  static LuceneSearchIndex.Opened open(Path path, Failpoints failpoints) {
    try {
      Files.createDirectories(path);
      Directory directory = new MMapDirectory(path, NativeFSLockFactory.INSTANCE);
      try {
        return open(new IndexDirectory(directory, path), directory, failpoints);
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    } catch (LockObtainFailedException e) {
      throw new TagwireException(
          ErrorCode.DIRECTORY_IN_USE,
          "the index in " + path + " is open in another process; stop that one first",
          e);
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.INDEX_FAILED,
          "the index in " + path + " cannot be opened: " + e.getMessage(),
          e);
    }
  }

  private static LuceneSearchIndex.Opened open(
      IndexDirectory contents, Directory directory, Failpoints failpoints) throws IOException {
    Found found;
    String why;
    try (var lock = directory.obtainLock(IndexWriter.WRITE_LOCK_NAME)) {
      found = contents.look();
      why = makeRoom(found, contents);
      lock.ensureValid();
    }
    long change = found instanceof Found.Sound sound ? sound.change() : 0;
    boolean empty = !(found instanceof Found.Sound);
    return new LuceneSearchIndex.Opened(start(directory, failpoints, change), empty, why);
  }

  private static String makeRoom(Found found, IndexDirectory contents) throws IOException {
    return switch (found) {
      case Found.Sound sound -> "";
      case Found.Nothing nothing -> "there was no index yet";
      case Found.Unusable unusable -> {
        contents.empty();
        yield "the index was thrown away, because " + unusable.why();
      }
      case Found.Foreign foreign ->
          "an index of another program was moved to " + contents.moveAside().getFileName();
    };
  }

  private static LuceneSearchIndex start(Directory directory, Failpoints failpoints, long change)
      throws IOException {
    NewsAnalyzer analyzer = new NewsAnalyzer();
    IndexWriter writer = new IndexWriter(directory, config(analyzer, failpoints));
    try {
      if (change == 0) {
        // An index that was never committed could not be told from a damaged one.
        writer.setLiveCommitData(LuceneSearchIndex.commitData(0).entrySet());
        writer.commit();
      }
      SearcherManager searchers = new SearcherManager(writer, true, false, new Snapshot.Maker());
      return new LuceneSearchIndex(
          new LuceneSearchIndex.OpenFiles(directory, writer, searchers, analyzer),
          failpoints,
          change);
    } catch (IOException | RuntimeException e) {
      writer.rollback();
      throw e;
    }
  }

  private static IndexWriterConfig config(NewsAnalyzer analyzer, Failpoints failpoints) {
    LogByteSizeMergePolicy merges = new LogByteSizeMergePolicy();
    merges.setMergeFactor(MERGE_FACTOR);
    return new IndexWriterConfig(analyzer)
        .setIndexSort(Schema.NEWEST_FIRST)
        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
        .setMergePolicy(merges)
        .setMergeScheduler(new MergeWatch(failpoints))
        .setCommitOnClose(false);
  }
}
