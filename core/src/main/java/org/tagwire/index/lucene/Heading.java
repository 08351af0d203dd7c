package org.tagwire.index.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.ArrayUtil;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Totals;

/**
 * Counts the numbers in the heading of a list, segment by segment.
 *
 * <p>Origins: of each copy group only its first match counts, in the order of {@link CopyGroups},
 * with the name whose text it is. So the copies, and the ranks of all others, are kept aside until
 * all segments are seen. Numbers are read in blocks, which costs a third of reading them one by
 * one; credits are counted whole first, since few differ. For one thread.
 */
final class Heading {
  private static final int BLOCK = 256;
  private static final long LOWER_HALF = 0xFFFF_FFFFL;

  private final Audience audience;
  private final HashedNumbers ownCredits = new HashedNumbers();
  private final HashedNumbers copyCredits = new HashedNumbers();
  private final List<Copy> copies = new ArrayList<>();
  private final int[] docs = new int[BLOCK];
  private final long[] credits = new long[BLOCK];
  private final long[] ranks = new long[BLOCK];
  private long[] ownRanks = new long[BLOCK];
  private int own;
  private int articles;
  private long oldest = Long.MAX_VALUE;

  /** For what and whom totals are counted. */
  record Asked(Filter filter, Audience audience) {}

  private record Copy(long group, long order, long rank, long origin) {
    boolean isBefore(Copy other) {
      return order == other.order ? rank < other.rank : order < other.order;
    }
  }

  /** The columns of a segment. */
  private record Columns(
      SegmentFacts facts,
      NumericDocValues credit,
      NumericDocValues rank,
      NumericDocValues order,
      NumericDocValues copyOf) {}

  Heading(Audience audience) {
    this.audience = audience;
  }

  void count(Segment segment, DocIdSetIterator matches) throws IOException {
    Columns columns =
        new Columns(
            segment.facts(),
            segment.numbers(Schema.CREDIT),
            segment.numbers(Schema.RANK),
            segment.numbers(Schema.ORDER),
            segment.numbers(Schema.COPY_OF));
    int size = 0;
    int last = -1;
    int doc = matches.nextDoc();
    for (; doc != DocIdSetIterator.NO_MORE_DOCS; doc = matches.nextDoc()) {
      if (segment.isThere(doc, audience)) {
        last = doc;
        docs[size++] = doc;
        if (size == BLOCK) {
          countBlock(columns, size);
          size = 0;
        }
      }
    }
    countBlock(columns, size);
    // Segments are sorted, so the last match is the oldest.
    oldest = last < 0 ? oldest : Math.min(oldest, segment.number(Schema.ORDER, last));
  }

  private void countBlock(Columns columns, int size) throws IOException {
    columns.credit.longValues(size, docs, credits, 0);
    columns.rank.longValues(size, docs, ranks, 0);
    articles += size;
    ownRanks = ArrayUtil.grow(ownRanks, own + size);
    for (int i = 0; i < size; i++) {
      if (columns.facts.isCopy(docs[i])) {
        copyCredits.add(credits[i]);
        addCopy(columns, i);
      } else {
        ownCredits.add(credits[i]);
        ownRanks[own++] = ranks[i];
      }
    }
  }

  private void addCopy(Columns columns, int i) throws IOException {
    if (columns.order.advanceExact(docs[i]) && columns.copyOf.advanceExact(docs[i])) {
      long group = columns.copyOf.longValue();
      long order = columns.order.longValue();
      copies.add(new Copy(group, order, ranks[i], credits[i] & LOWER_HALF));
    }
  }

  Totals totals() {
    if (articles == 0) {
      return Totals.NONE;
    }
    HashedNumbers carriers = new HashedNumbers();
    HashedNumbers origins = new HashedNumbers();
    copyCredits.stream().forEach(credit -> carriers.add(credit >>> 32));
    ownCredits.stream().forEach(credit -> carriers.add(credit >>> 32));
    ownCredits.stream().forEach(credit -> origins.add(credit & LOWER_HALF));
    orphans().forEach(copy -> origins.add(copy.origin));
    return new Totals(articles, carriers.size(), origins.size(), Instant.ofEpochMilli(oldest));
  }

  /** Returns, of each group whose first did not match, the copy that stands for it. */
  private Collection<Copy> orphans() {
    HashedNumbers groups = new HashedNumbers();
    copies.forEach(copy -> groups.add(copy.group));
    HashedNumbers matched = new HashedNumbers();
    for (int i = 0; i < own && groups.size() > 0; i++) {
      if (groups.contains(ownRanks[i])) {
        matched.add(ownRanks[i]);
      }
    }
    Map<Long, Copy> best = new HashMap<>();
    for (Copy copy : copies) {
      if (!matched.contains(copy.group)) {
        best.merge(copy.group, copy, (a, b) -> a.isBefore(b) ? a : b);
      }
    }
    return best.values();
  }
}
