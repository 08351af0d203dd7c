package org.tagwire.index.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * Counts the matches of a question by time. Segments are sorted, newest first, so each bound is a
 * place that bisection finds, and matches are only told apart by number. For one thread.
 */
final class Volume {
  private Volume() {}

  static List<Integer> of(Question question, List<Instant> bounds) throws IOException {
    int[] counts = new int[Math.max(0, bounds.size() - 1)];
    for (Segment segment : question.snapshot().segments()) {
      if (counts.length > 0 && segment.facts().newest() >= Schema.order(bounds.getFirst())) {
        count(segment, question, bounds, counts);
      }
    }
    return Arrays.stream(counts).boxed().toList();
  }

  private static void count(Segment segment, Question question, List<Instant> bounds, int[] counts)
      throws IOException {
    DocIdSetIterator matches = segment.matches(question.weight());
    if (matches == null) {
      return;
    }
    int step = counts.length - 1;
    int begin = place(segment, bounds.getLast());
    int end = place(segment, bounds.get(step));
    int last = place(segment, bounds.getFirst());
    int doc = begin >= last ? DocIdSetIterator.NO_MORE_DOCS : matches.advance(begin);
    for (; doc < last; doc = matches.nextDoc()) {
      while (doc >= end) {
        step--;
        end = place(segment, bounds.get(step));
      }
      if (segment.isThere(doc, question.audience())) {
        counts[step]++;
      }
    }
  }

  /** Returns the first document older than {@code bound}. */
  private static int place(Segment segment, Instant bound) throws IOException {
    return segment.firstAfter(Schema.order(bound), Long.MIN_VALUE);
  }
}
