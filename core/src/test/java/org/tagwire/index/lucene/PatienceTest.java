package org.tagwire.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

class PatienceTest {
  private static final int DOCUMENTS = 1_000;

  private final AtomicLong now = new AtomicLong();

  private static Directory fill() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (IndexWriter writer =
        new IndexWriter(directory, new IndexWriterConfig(new NewsAnalyzer()))) {
      for (int i = 0; i < DOCUMENTS; i++) {
        Document document = new Document();
        document.add(new TextField(Schema.TEXT, "storm sea storm", Field.Store.NO));
        writer.addDocument(document);
      }
    }
    return directory;
  }

  /** Walks all matches; each look at the clock takes a millisecond. */
  private int walk(Query query, Duration limit) throws IOException {
    try (Directory directory = fill();
        IndexReader reader = DirectoryReader.open(directory)) {
      IndexSearcher searcher = new IndexSearcher(reader);
      Patience patience = new Patience(() -> now.addAndGet(1_000_000), limit);
      Scorer scorer =
          searcher
              .createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1)
              .scorer(reader.leaves().getFirst());
      DocIdSetIterator matches = patience.over(scorer);
      int found = 0;
      while (matches.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        found++;
      }
      return found;
    }
  }

  private static Query word() {
    return new TermQuery(new Term(Schema.TEXT, "storm"));
  }

  private static Query phraseThatNeverStands() {
    return new PhraseQuery(Schema.TEXT, "sea", "sea");
  }

  @Test
  void whoIsQuickFindsAll() throws IOException {
    assertThat(walk(word(), Duration.ofSeconds(2))).isEqualTo(DOCUMENTS);
  }

  @Test
  void whoWalksTooLongIsStopped() {
    assertThatThrownBy(() -> walk(word(), Duration.ofMillis(5)))
        .isInstanceOfSatisfying(
            TagwireException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_SLOW));
  }

  @Test
  void soIsWhoLooksForWhatIsNowhere() {
    assertThatThrownBy(() -> walk(phraseThatNeverStands(), Duration.ofMillis(5)))
        .isInstanceOfSatisfying(
            TagwireException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_SLOW));
  }
}
