package org.tagwire.index.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.Weight;
import org.tagwire.model.TagCount;
import org.tagwire.model.TagKey;
import org.tagwire.model.Totals;

/** Counts what a prepared question matches. For one thread. */
final class Counting {
  private final Snapshot snapshot;
  private final Weight weight;

  Counting(Snapshot snapshot, Weight weight) {
    this.snapshot = snapshot;
    this.weight = weight;
  }

  Totals totals() throws IOException {
    Heading heading = new Heading();
    for (Segment segment : snapshot.segments()) {
      DocIdSetIterator matches = segment.matches(weight);
      if (matches != null) {
        heading.count(segment, matches);
      }
    }
    return heading.totals();
  }

  List<TagCount> topTags(Instant since, int limit) throws IOException {
    Map<String, Tally> tallies = new HashMap<>();
    for (Segment segment : snapshot.segments()) {
      int end = segment.firstAfter(Schema.order(since), Long.MIN_VALUE);
      DocIdSetIterator matches = end == 0 ? null : segment.matches(weight);
      SortedSetDocValues tags = segment.reader().getSortedSetDocValues(Schema.ABOUT);
      if (matches != null && tags != null) {
        tally(new Recent(segment, matches, end), tags, tallies);
      }
    }
    return tallies.entrySet().stream()
        .map(e -> e.getValue().count(new TagKey(e.getKey())))
        .sorted(
            Comparator.comparingInt(TagCount::publishers)
                .thenComparingInt(TagCount::articles)
                .reversed()
                .thenComparing(TagCount::key))
        .limit(limit)
        .toList();
  }

  /** The matches of a segment before {@code end}, which are those since a time. */
  private record Recent(Segment segment, DocIdSetIterator matches, int end) {}

  /** Counts by ordinal first: a tag's name is looked up once for a segment. */
  private static void tally(Recent recent, SortedSetDocValues tags, Map<String, Tally> all)
      throws IOException {
    Map<Long, Tally> here = new HashMap<>();
    NumericDocValues credit = recent.segment.numbers(Schema.CREDIT);
    for (int doc = recent.matches.nextDoc(); doc < recent.end; doc = recent.matches.nextDoc()) {
      if (recent.segment.isLive(doc) && tags.advanceExact(doc) && credit.advanceExact(doc)) {
        for (int i = tags.docValueCount(); i > 0; i--) {
          here.computeIfAbsent(tags.nextOrd(), any -> new Tally()).add(credit.longValue() >>> 32);
        }
      }
    }
    List<Long> ordinals = new ArrayList<>(here.keySet());
    ordinals.sort(null);
    for (Long ordinal : ordinals) {
      String tag = tags.lookupOrd(ordinal).utf8ToString();
      all.computeIfAbsent(tag, any -> new Tally()).add(here.getOrDefault(ordinal, new Tally()));
    }
  }

  private static final class Tally {
    private final Set<Long> carriers = new HashSet<>();
    private int articles;

    void add(long carrier) {
      carriers.add(carrier);
      articles++;
    }

    void add(Tally other) {
      carriers.addAll(other.carriers);
      articles += other.articles;
    }

    TagCount count(TagKey key) {
      return new TagCount(key, articles, carriers.size());
    }
  }
}
