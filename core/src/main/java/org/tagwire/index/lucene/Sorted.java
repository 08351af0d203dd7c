package org.tagwire.index.lucene;

import java.io.IOException;
import java.time.Instant;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * Finds what was published between two times: segments are sorted by time, so it is one run of
 * documents, whose ends are found by bisection. Immutable.
 */
final class Sorted extends Query {
  private final long from;
  private final long to;

  /** Times from {@code from} on and before {@code to}, in milliseconds. */
  private Sorted(long from, long to) {
    this.from = from;
    this.to = to;
  }

  static Query before(Instant time) {
    return new Sorted(Long.MIN_VALUE, millis(time));
  }

  static Query from(Instant time) {
    return new Sorted(millis(time), Long.MAX_VALUE);
  }

  private static long millis(Instant time) {
    if (time.isBefore(Instant.ofEpochMilli(Long.MIN_VALUE))) {
      return Long.MIN_VALUE;
    }
    return time.isAfter(Instant.ofEpochMilli(Long.MAX_VALUE)) ? Long.MAX_VALUE : Schema.order(time);
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext context) throws IOException {
        int begin = to == Long.MAX_VALUE ? 0 : firstBefore(to, context);
        int end = from == Long.MIN_VALUE ? context.reader().maxDoc() : firstBefore(from, context);
        return begin >= end
            ? null
            : ConstantScoreScorerSupplier.fromIterator(
                DocIdSetIterator.range(begin, end), score(), mode, context.reader().maxDoc());
      }

      @Override
      public boolean isCacheable(LeafReaderContext context) {
        return true;
      }
    };
  }

  /** Returns the first document older than {@code time}; the number of documents when none is. */
  private static int firstBefore(long time, LeafReaderContext context) throws IOException {
    return Segment.firstAfter(context.reader(), time, Long.MIN_VALUE);
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return Schema.ORDER + " from " + from + " before " + to;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sorted sorted && sorted.from == from && sorted.to == to;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(from) * 31 + Long.hashCode(to);
  }
}
