package org.tagwire.index.lucene;

import java.io.IOException;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;

/**
 * Walks the matches of a query over all segments, newest first.
 *
 * <p>Idea: segments are sorted, so this is a merge of sorted runs. A segment is opened only when
 * the walk has come down to the time of its newest document: a page of news usually opens the two
 * or three latest. Cost: the matches walked, not the matches there are. For one thread.
 */
final class NewestFirst {
  private final Question question;
  private final List<Segment> segments;
  private final @Nullable Place after;
  private final PriorityQueue<Walk> walks = new PriorityQueue<>();
  private int opened;
  private @Nullable Walk current;

  /** A place in the order of the list. */
  record Place(long order, long rank) {}

  NewestFirst(Question question, @Nullable Place after) {
    this.segments = question.snapshot().segments();
    this.question = question;
    this.after = after;
  }

  /** Returns the next match, or null after the last. */
  @Nullable Walk next() throws IOException {
    if (current != null && current.advance()) {
      walks.add(current);
    }
    openSegments();
    current = walks.poll();
    return current;
  }

  private void openSegments() throws IOException {
    while (opened < segments.size() && mayComeNext(segments.get(opened))) {
      Walk walk = open(segments.get(opened++));
      if (walk != null) {
        walks.add(walk);
      }
    }
  }

  private boolean mayComeNext(Segment segment) {
    Walk best = walks.peek();
    return best == null || segment.facts().newest() >= best.order;
  }

  private @Nullable Walk open(Segment segment) throws IOException {
    DocIdSetIterator matches = question.matches(segment);
    if (matches == null) {
      return null;
    }
    Walk walk = new Walk(segment, matches, question.audience());
    int from = after == null ? 0 : segment.firstAfter(after.order, after.rank);
    return walk.start(from) ? walk : null;
  }

  /** The walk through one segment; it stands on a match that is there. */
  static final class Walk implements Comparable<Walk> {
    private final Audience audience;
    private final Segment segment;
    private final DocIdSetIterator matches;
    private final NumericDocValues orders;
    private final NumericDocValues ranks;
    private long order;
    private long rank;

    private Walk(Segment segment, DocIdSetIterator matches, Audience audience) throws IOException {
      this.audience = audience;
      this.segment = segment;
      this.matches = matches;
      orders = segment.numbers(Schema.ORDER);
      ranks = segment.numbers(Schema.RANK);
    }

    Segment segment() {
      return segment;
    }

    int doc() {
      return matches.docID();
    }

    long order() {
      return order;
    }

    long rank() {
      return rank;
    }

    private boolean start(int from) throws IOException {
      return from < segment.reader().maxDoc() && standAt(matches.advance(from));
    }

    private boolean advance() throws IOException {
      return standAt(matches.nextDoc());
    }

    private boolean standAt(int match) throws IOException {
      int doc = match;
      while (doc != DocIdSetIterator.NO_MORE_DOCS && !segment.isThere(doc, audience)) {
        doc = matches.nextDoc();
      }
      if (doc == DocIdSetIterator.NO_MORE_DOCS) {
        return false;
      }
      order = orders.advanceExact(doc) ? orders.longValue() : 0;
      rank = ranks.advanceExact(doc) ? ranks.longValue() : 0;
      return true;
    }

    @Override
    public int compareTo(Walk other) {
      return order == other.order
          ? Long.compare(other.rank, rank)
          : Long.compare(other.order, order);
    }
  }
}
