package org.tagwire.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.InPlaceMergeSorter;

/**
 * What never changes about a segment and is worth keeping in memory: its newest time, and which of its documents are copies of
 * an earlier article (twelve bytes for each; deleted ones are included). Immutable.
 */
final class SegmentFacts {
  private final long newest;
  private final long[] groups;
  private final int[] docs;

  private SegmentFacts(long newest, long[] groups, int[] docs) {
    this.newest = newest;
    this.groups = groups;
    this.docs = docs;
  }

  static SegmentFacts read(LeafReader reader) throws IOException {
    NumericDocValues order = reader.getNumericDocValues(Schema.ORDER);
    boolean any = order != null && order.advanceExact(0);
    long newest = any ? order.longValue() : Long.MIN_VALUE;
    NumericDocValues copies = reader.getNumericDocValues(Schema.COPY_OF);
    long[] groups = new long[copies == null ? 0 : 64];
    int[] docs = new int[groups.length];
    int size = 0;
    while (copies != null && copies.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      groups = ArrayUtil.grow(groups, size + 1);
      docs = ArrayUtil.grow(docs, size + 1);
      groups[size] = copies.longValue();
      docs[size++] = copies.docID();
    }
    return sorted(newest, Arrays.copyOf(groups, size), Arrays.copyOf(docs, size));
  }

  private static SegmentFacts sorted(long newest, long[] groups, int[] docs) {
    new InPlaceMergeSorter() {
      @Override
      protected int compare(int i, int j) {
        return Long.compare(groups[i], groups[j]);
      }

      @Override
      protected void swap(int i, int j) {
        long group = groups[i];
        groups[i] = groups[j];
        groups[j] = group;
        int doc = docs[i];
        docs[i] = docs[j];
        docs[j] = doc;
      }
    }.sort(0, groups.length);
    return new SegmentFacts(newest, groups, docs);
  }

  /** Returns the sort time of the first document. */
  long newest() {
    return newest;
  }

  /** Returns where the copies of this group begin, or a negative number when the segment has none. */
  int firstCopy(long group) {
    int at = Arrays.binarySearch(groups, group);
    while (at > 0 && groups[at - 1] == group) {
      at--;
    }
    return at;
  }

  /** Returns whether the entry at {@code index} is of this group. */
  boolean isCopy(int index, long group) {
    return index < groups.length && groups[index] == group;
  }

  int doc(int index) {
    return docs[index];
  }
}
