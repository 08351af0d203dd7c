package org.tagwire.index.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.tagwire.model.Coverage;
import org.tagwire.model.TagKey;

/**
 * Reads what the articles of one segment are about. A tag's name is looked up once. For one thread.
 */
final class CoverageReader {
  private final SortedSetDocValues tags;
  private final NumericDocValues orders;
  private final NumericDocValues credits;
  private final Map<Long, TagKey> names = new HashMap<>();

  CoverageReader(Segment segment) throws IOException {
    this.tags = DocValues.getSortedSet(segment.reader(), Schema.ABOUT);
    this.orders = segment.numbers(Schema.ORDER);
    this.credits = segment.numbers(Schema.CREDIT);
  }

  /** Tells of the matches of a question from one time on and before another, copies left out. */
  static void read(Question question, long from, long to, Consumer<Coverage> heard)
      throws IOException {
    for (Segment segment : question.snapshot().segments()) {
      int begin = segment.firstAfter(to, Long.MIN_VALUE);
      int end = segment.firstAfter(from, Long.MIN_VALUE);
      DocIdSetIterator matches = begin < end ? question.matches(segment) : null;
      if (matches != null) {
        CoverageReader reader = new CoverageReader(segment);
        for (int doc = matches.advance(begin); doc < end; doc = matches.nextDoc()) {
          if (segment.isThere(doc, question.audience()) && !segment.facts().isCopy(doc)) {
            heard.accept(reader.read(doc));
          }
        }
      }
    }
  }

  private Coverage read(int doc) throws IOException {
    long order = orders.advanceExact(doc) ? orders.longValue() : 0;
    // the lower half is the name whose text it is
    int origin = credits.advanceExact(doc) ? (int) credits.longValue() : 0;
    return new Coverage(Instant.ofEpochMilli(order), origin, about(doc));
  }

  private List<TagKey> about(int doc) throws IOException {
    if (!tags.advanceExact(doc)) {
      return List.of();
    }
    List<TagKey> about = new ArrayList<>(tags.docValueCount());
    for (int i = tags.docValueCount(); i > 0; i--) {
      long ordinal = tags.nextOrd();
      TagKey name = names.get(ordinal);
      if (name == null) {
        name = new TagKey(tags.lookupOrd(ordinal).utf8ToString());
        names.put(ordinal, name);
      }
      about.add(name);
    }
    return about;
  }
}
