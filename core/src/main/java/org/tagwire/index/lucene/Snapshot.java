package org.tagwire.index.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Page;
import org.tagwire.model.TagCount;
import org.tagwire.model.Totals;

/** The index as it stood at one refresh. Safe for use by many threads. */
final class Snapshot extends IndexSearcher {
  private final List<Segment> newestFirst;
  private final Answers<Heading.Asked, Totals> totals = new Answers<>(8_000);
  private final Answers<Spread, List<Integer>> volumes = new Answers<>(2_000);
  private final Answers<Ranking, List<TagCount>> rankings = new Answers<>(50);
  private final Answers<Kindred, List<Page.Listing>> kindred = new Answers<>(500);

  private Snapshot(IndexReader reader, List<Segment> segments) {
    super(reader);
    setQueryCache(null);
    newestFirst =
        segments.stream()
            .sorted(Comparator.comparingLong((Segment s) -> s.facts().newest()).reversed())
            .toList();
  }

  /** Returns the segments, the one with the newest article first. */
  List<Segment> segments() {
    return newestFirst;
  }

  /** Returns the sort time of the newest article there ever was in these segments. */
  long newest() {
    return newestFirst.isEmpty() ? Long.MIN_VALUE : newestFirst.getFirst().facts().newest();
  }

  /** Which tags are asked for most. */
  record Ranking(Filter filter, Audience audience, Instant since, int limit) {}

  /** Over what times articles are counted. */
  record Spread(Filter filter, Audience audience, List<Instant> bounds) {}

  /** Whose kin is asked for. */
  record Kindred(ArticleId id, Audience audience, int limit) {}

  Answers<Heading.Asked, Totals> totals() {
    return totals;
  }

  Answers<Spread, List<Integer>> volumes() {
    return volumes;
  }

  Answers<Ranking, List<TagCount>> rankings() {
    return rankings;
  }

  Answers<Kindred, List<Page.Listing>> kindred() {
    return kindred;
  }

  /** Prepares a query of which only the matches are wanted. */
  Weight prepare(Query query) throws IOException {
    return createWeight(rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
  }

  Optional<Spot> find(ArticleId id) throws IOException {
    BytesRef bytes = new BytesRef(id.bytes());
    for (Segment segment : newestFirst) {
      int doc = segment.find(bytes);
      if (doc >= 0) {
        return Optional.of(new Spot(segment, doc));
      }
    }
    return Optional.empty();
  }

  /** A document of a snapshot. */
  record Spot(Segment segment, int doc) {
    boolean isThere(Audience audience) {
      return segment.isThere(doc, audience);
    }
  }

  /** Makes snapshots; facts are read once for a segment and forgotten with it. */
  static final class Maker extends SearcherFactory {
    private final ConcurrentMap<IndexReader.CacheKey, SegmentFacts> known =
        new ConcurrentHashMap<>();

    @Override
    public Snapshot newSearcher(IndexReader reader, @Nullable IndexReader previous)
        throws IOException {
      List<Segment> segments = new ArrayList<>();
      for (LeafReaderContext leaf : reader.leaves()) {
        segments.add(new Segment(leaf, facts(leaf)));
      }
      return new Snapshot(reader, segments);
    }

    private SegmentFacts facts(LeafReaderContext leaf) throws IOException {
      IndexReader.CacheHelper core = leaf.reader().getCoreCacheHelper();
      SegmentFacts facts = known.get(core.getKey());
      if (facts == null) {
        facts = SegmentFacts.read(leaf.reader());
        known.put(core.getKey(), facts);
        core.addClosedListener(known::remove);
      }
      return facts;
    }
  }
}
