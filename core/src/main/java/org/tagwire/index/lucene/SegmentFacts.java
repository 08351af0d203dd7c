package org.tagwire.index.lucene;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.InPlaceMergeSorter;

/**
 * What never changes about a segment and is worth keeping in memory: its newest time, who may see
 * its documents (a bit for each) and which of them are copies of an earlier article (a bit for
 * each, twelve bytes for each copy). Deleted ones are included. Immutable.
 */
final class SegmentFacts {
  private final long newest;
  private final FixedBitSet shown;
  private final FixedBitSet copies;
  private final long[] groups;
  private final int[] docs;

  private SegmentFacts(
      long newest, FixedBitSet shown, FixedBitSet copies, long[] groups, int[] docs) {
    this.newest = newest;
    this.shown = shown;
    this.copies = copies;
    this.groups = groups;
    this.docs = docs;
  }

  static SegmentFacts read(LeafReader reader) throws IOException {
    NumericDocValues order = reader.getNumericDocValues(Schema.ORDER);
    boolean any = order != null && order.advanceExact(0);
    long newest = any ? order.longValue() : Long.MIN_VALUE;
    FixedBitSet shown = new FixedBitSet(reader.maxDoc());
    NumericDocValues shows = DocValues.getNumeric(reader, Schema.PUBLIC);
    while (shows.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      if (shows.longValue() == 1) {
        shown.set(shows.docID());
      }
    }
    FixedBitSet copies = new FixedBitSet(reader.maxDoc());
    NumericDocValues copyOf = DocValues.getNumeric(reader, Schema.COPY_OF);
    while (copyOf.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      copies.set(copyOf.docID());
    }
    SegmentFacts facts =
        new SegmentFacts(
            newest, shown, copies, new long[copies.cardinality()], new int[copies.cardinality()]);
    facts.readGroups(DocValues.getNumeric(reader, Schema.COPY_OF));
    return facts;
  }

  private void readGroups(NumericDocValues copyOf) throws IOException {
    for (int i = 0; i < docs.length; i++) {
      docs[i] = copyOf.nextDoc();
      groups[i] = copyOf.longValue();
    }
    sortByGroup();
  }

  private void sortByGroup() {
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
  }

  /** Returns the sort time of the first document. */
  long newest() {
    return newest;
  }

  /** Tells whether public lists may show a document. */
  boolean isPublic(int doc) {
    return shown.get(doc);
  }

  /** Tells whether a document is a copy of an earlier one. */
  boolean isCopy(int doc) {
    return copies.get(doc);
  }

  /**
   * Returns where the copies of this group begin, or a negative number when the segment has none.
   */
  int firstCopy(long group) {
    int at = Arrays.binarySearch(groups, group);
    while (at > 0 && groups[at - 1] == group) {
      at--;
    }
    return at;
  }

  /** Tells whether the entry at {@code index} is of this group. */
  boolean isOfGroup(int index, long group) {
    return index < groups.length && groups[index] == group;
  }

  int doc(int index) {
    return docs[index];
  }
}
