package org.tagwire.index.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.tagwire.model.TagCount;
import org.tagwire.model.TagKey;
import org.tagwire.model.Totals;

/** Counts what a prepared question matches. For one thread. */
final class Counting {
  private final Question question;

  Counting(Question question) {
    this.question = question;
  }

  Totals totals() throws IOException {
    Heading heading = new Heading(question.audience());
    for (Segment segment : question.snapshot().segments()) {
      DocIdSetIterator matches = question.matches(segment);
      if (matches != null) {
        heading.count(segment, matches);
      }
    }
    return heading.totals();
  }

  List<TagCount> topTags(Instant since, int limit) throws IOException {
    Map<String, Tally> tallies = new HashMap<>();
    for (Segment segment : question.snapshot().segments()) {
      int end = segment.firstAfter(Schema.order(since), Long.MIN_VALUE);
      DocIdSetIterator matches = end == 0 ? null : question.matches(segment);
      SortedSetDocValues tags = segment.reader().getSortedSetDocValues(Schema.ABOUT);
      if (matches != null && tags != null) {
        tally(new Recent(segment, matches, end), tags, tallies);
      }
    }
    return tallies.entrySet().stream()
        .sorted(
            Map.Entry.<String, Tally>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(e -> e.getValue().count(new TagKey(e.getKey())))
        .toList();
  }

  /** The matches of a segment before {@code end}, which are those since a time. */
  private record Recent(Segment segment, DocIdSetIterator matches, int end) {}

  /** Counts by ordinal first: a tag's name is looked up once for a segment. */
  private void tally(Recent recent, SortedSetDocValues tags, Map<String, Tally> all)
      throws IOException {
    Map<Long, Tally> here = new HashMap<>();
    NumericDocValues credit = recent.segment.numbers(Schema.CREDIT);
    for (int doc = recent.matches.nextDoc(); doc < recent.end; doc = recent.matches.nextDoc()) {
      if (recent.segment.isThere(doc, question.audience())
          && tags.advanceExact(doc)
          && credit.advanceExact(doc)) {
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

  private static final class Tally implements Comparable<Tally> {
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

    @Override
    public int compareTo(Tally other) {
      int byPublishers = Integer.compare(carriers.size(), other.carriers.size());
      return byPublishers == 0 ? Integer.compare(articles, other.articles) : byPublishers;
    }

    TagCount count(TagKey key) {
      return new TagCount(key, articles, carriers.size());
    }
  }
}
