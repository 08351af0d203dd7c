package org.tagwire.index.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.tagwire.model.Totals;

/**
 * Counts the numbers in the heading of a list, segment by segment.
 *
 * <p>Origins: of each copy group only its first match counts, in the order of {@link CopyGroups}, with the name whose text it
 * is. So the ranks of the firsts are remembered, and of copies the best by group, until all segments are seen. For one thread.
 */
final class Heading {
  private final HashedNumbers carriers = new HashedNumbers();
  private final HashedNumbers origins = new HashedNumbers();
  private final HashedNumbers firsts = new HashedNumbers();
  private final Map<Long, Copy> copies = new HashMap<>();
  private int articles;
  private long oldest = Long.MAX_VALUE;

  /** The first copy of a group that was met. */
  private record Copy(long order, long rank, long origin) {
    boolean isBefore(Copy other) {
      return order == other.order ? rank < other.rank : order < other.order;
    }
  }

  void count(Segment segment, DocIdSetIterator matches) throws IOException {
    NumericDocValues credits = segment.numbers(Schema.CREDIT);
    NumericDocValues ranks = segment.numbers(Schema.RANK);
    NumericDocValues copyOf = segment.numbers(Schema.COPY_OF);
    int last = -1;
    for (int doc = matches.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = matches.nextDoc()) {
      if (segment.isLive(doc) && credits.advanceExact(doc) && ranks.advanceExact(doc)) {
        long credit = credits.longValue();
        articles++;
        last = doc;
        carriers.add(credit >>> 32);
        if (copyOf.advanceExact(doc)) {
          long order = segment.number(Schema.ORDER, doc);
          Copy copy = new Copy(order, ranks.longValue(), credit & 0xFFFF_FFFFL);
          copies.merge(copyOf.longValue(), copy, (a, b) -> a.isBefore(b) ? a : b);
        } else {
          firsts.add(ranks.longValue());
          origins.add(credit & 0xFFFF_FFFFL);
        }
      }
    }
    // Segments are sorted, so the last match is the oldest.
    oldest = last < 0 ? oldest : Math.min(oldest, segment.number(Schema.ORDER, last));
  }

  Totals totals() {
    copies.forEach(
        (group, copy) -> {
          if (!firsts.contains(group)) {
            origins.add(copy.origin);
          }
        });
    return articles == 0
        ? Totals.NONE
        : new Totals(articles, carriers.size(), origins.size(), Instant.ofEpochMilli(oldest));
  }
}
