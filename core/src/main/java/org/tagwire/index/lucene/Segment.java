package org.tagwire.index.lucene;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;

/**
 * One segment as a snapshot sees it: what is known of it for good, and who of it is still alive.
 * Its documents stand in the order of {@link Schema#NEWEST_FIRST}. Safe for use by many threads.
 */
final class Segment {
  private final LeafReaderContext context;
  private final SegmentFacts facts;

  Segment(LeafReaderContext context, SegmentFacts facts) {
    this.context = context;
    this.facts = facts;
  }

  LeafReaderContext context() {
    return context;
  }

  SegmentFacts facts() {
    return facts;
  }

  LeafReader reader() {
    return context.reader();
  }

  boolean isLive(int doc) {
    Bits live = reader().getLiveDocs();
    return live == null || live.get(doc);
  }

  /**
   * Tells whether a document is there for this audience. Every answer passes here: it stands
   * beneath the queries, like the marks of deletion, so nothing a reader types can get around it.
   */
  boolean isThere(int doc, Audience audience) {
    return isLive(doc) && (audience == Audience.OWNER || facts.isPublic(doc));
  }

  NumericDocValues numbers(String field) throws IOException {
    return DocValues.getNumeric(reader(), field);
  }

  long number(String field, int doc) throws IOException {
    return number(reader(), field, doc);
  }

  private static long number(LeafReader reader, String field, int doc) throws IOException {
    NumericDocValues values = DocValues.getNumeric(reader, field);
    return values.advanceExact(doc) ? values.longValue() : 0;
  }

  BytesRef packedCard(int doc) throws IOException {
    BinaryDocValues cards = reader().getBinaryDocValues(Schema.CARD);
    if (cards == null || !cards.advanceExact(doc)) {
      throw new CorruptIndexException("document " + doc + " has no card", reader().toString());
    }
    return cards.binaryValue();
  }

  Card card(int doc) throws IOException {
    return CardCodec.decode(packedCard(doc));
  }

  /** Returns the live document with this id, or -1. */
  int find(BytesRef id) throws IOException {
    Terms terms = reader().terms(Schema.ID);
    TermsEnum at = terms == null ? null : terms.iterator();
    if (at == null || !at.seekExact(id)) {
      return -1;
    }
    return firstLive(at.postings(null, PostingsEnum.NONE));
  }

  private int firstLive(PostingsEnum postings) throws IOException {
    int doc = postings.nextDoc();
    while (doc != DocIdSetIterator.NO_MORE_DOCS && !isLive(doc)) {
      doc = postings.nextDoc();
    }
    return doc == DocIdSetIterator.NO_MORE_DOCS ? -1 : doc;
  }

  /**
   * Returns the first document that stands after this place, by bisection; the number of documents
   * when none does.
   */
  int firstAfter(long order, long rank) throws IOException {
    return firstAfter(reader(), order, rank);
  }

  static int firstAfter(LeafReader reader, long order, long rank) throws IOException {
    int low = 0;
    int high = reader.maxDoc();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isAfter(reader, middle, order, rank)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Doc values only move forward, so each step opens them anew, which costs less than a read of a
   * page.
   */
  private static boolean isAfter(LeafReader reader, int doc, long order, long rank)
      throws IOException {
    long own = number(reader, Schema.ORDER, doc);
    return own < order || (own == order && number(reader, Schema.RANK, doc) < rank);
  }

  /** Returns what goes through the matches of a query here; null when there are none. */
  @Nullable Scorer scorer(Weight weight) throws IOException {
    ScorerSupplier supplier = weight.scorerSupplier(context);
    return supplier == null ? null : supplier.get(1);
  }
}
