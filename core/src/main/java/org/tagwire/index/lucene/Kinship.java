package org.tagwire.index.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.TagKey;

/**
 * Finds articles related to one.
 *
 * <p>Idea: an article of the same language is kin when it shares a tag it is about, or two of the
 * rarest words of title and opening. Each shared tag or word adds how rare it is (inverse document
 * frequency). The best are then compared by headline and opening ({@link Resemblance}), where a
 * long text has no better chance than a short one, and ordered with a little bias to the newest,
 * which fades over {@link #HALF_LIFE_DAYS}. Cost is bounded: words are taken, rarest first, only
 * while their postings together stay below {@link #POSTINGS}. For one thread.
 */
final class Kinship {
  private static final int READ_WORDS = 160;
  private static final int ASKED_WORDS = 20;
  private static final int SHARED_WORDS = 2;
  private static final int SHORTEST_WORD = 3;
  private static final int CANDIDATES = 32;
  private static final long POSTINGS = 20_000;
  private static final double TAG_WEIGHT = 2;

  /** What counting shared tags and words over whole texts adds to comparing openings. */
  private static final double COUNTED = 0.03;

  private static final double BIAS_TO_NEWEST = 0.2;
  private static final double HALF_LIFE_DAYS = 14;
  private static final double DAY = 86_400_000;

  private final Snapshot snapshot;
  private final NewsAnalyzer analyzer;
  private final Audience audience;

  /** A related article and how much it is. */
  record Kin(Segment segment, int doc, Card card, double score) {}

  private record Clause(Term term, long frequency) {}

  Kinship(Snapshot snapshot, NewsAnalyzer analyzer, Audience audience) {
    this.snapshot = snapshot;
    this.analyzer = analyzer;
    this.audience = audience;
  }

  /** Returns the best, best first, one of each copy group. */
  List<Kin> of(Snapshot.Spot seed, int limit) throws IOException {
    Card card = seed.segment().card(seed.doc());
    BooleanQuery.Builder kin = new BooleanQuery.Builder();
    for (Clause clause : tags(seed)) {
      kin.add(rarity(clause, TAG_WEIGHT), Occur.SHOULD);
    }
    kin.add(words(card), Occur.SHOULD);
    BooleanQuery.Builder query =
        new BooleanQuery.Builder()
            .add(kin.build(), Occur.MUST)
            .add(Conditions.mark(Schema.language(card.language())), Occur.FILTER)
            .add(Conditions.mark(Schema.story(card.group().story())), Occur.MUST_NOT);
    if (audience == Audience.PUBLIC) {
      query.add(NumericDocValuesField.newSlowExactQuery(Schema.PUBLIC, 1), Occur.FILTER);
    }
    return best(query.build(), card, limit);
  }

  private List<Kin> best(Query query, Card seed, int limit) throws IOException {
    Resemblance resemblance = new Resemblance(seed, analyzer, this::rarity);
    List<Kin> found = new ArrayList<>();
    for (ScoreDoc hit : snapshot.search(query, CANDIDATES).scoreDocs) {
      Segment segment = segment(hit.doc);
      int doc = hit.doc - segment.context().docBase;
      Card card = segment.card(doc);
      double score = COUNTED * hit.score + resemblance.to(card);
      found.add(new Kin(segment, doc, card, score * freshness(card)));
    }
    found.sort(Comparator.comparingDouble(Kin::score).reversed().thenComparing(k -> k.card.id()));
    Set<ArticleId> groups = new HashSet<>(Set.of(seed.group().copies()));
    return found.stream().filter(k -> groups.add(k.card.group().copies())).limit(limit).toList();
  }

  private Segment segment(int globalDoc) {
    List<LeafReaderContext> leaves = snapshot.getIndexReader().leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(globalDoc, leaves));
    return snapshot.segments().stream().filter(s -> s.context() == leaf).findFirst().orElseThrow();
  }

  /**
   * 1 for the newest article of the index, somewhat less for the oldest: there is no clock here,
   * the stream is one.
   */
  private double freshness(Card card) {
    double days = Math.max(0, (snapshot.newest() - Schema.order(card.order())) / DAY);
    return 1 - BIAS_TO_NEWEST * (1 - Math.pow(0.5, days / HALF_LIFE_DAYS));
  }

  private List<Clause> tags(Snapshot.Spot seed) throws IOException {
    List<Clause> clauses = new ArrayList<>();
    SortedSetDocValues tags = seed.segment().reader().getSortedSetDocValues(Schema.ABOUT);
    if (tags != null && tags.advanceExact(seed.doc())) {
      for (int i = tags.docValueCount(); i > 0; i--) {
        TagKey tag = new TagKey(tags.lookupOrd(tags.nextOrd()).utf8ToString());
        clauses.add(counted(new Term(Schema.MARKS, Schema.about(tag))));
      }
    }
    return clauses;
  }

  private Query words(Card card) throws IOException {
    Set<String> read = new LinkedHashSet<>(analyzer.words(card.headline(), READ_WORDS));
    read.addAll(analyzer.words(card.opening(), READ_WORDS - Math.min(READ_WORDS, read.size())));
    List<Clause> clauses = new ArrayList<>();
    for (String word : read) {
      Clause clause = counted(new Term(Schema.TEXT, word));
      // A word that only this article has leads nowhere.
      if (word.length() >= SHORTEST_WORD && clause.frequency > 1) {
        clauses.add(clause);
      }
    }
    clauses.sort(Comparator.comparingLong(Clause::frequency));
    return any(clauses);
  }

  private Query any(List<Clause> rarestFirst) {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    long postings = 0;
    int asked = 0;
    for (Clause clause : rarestFirst) {
      postings += clause.frequency;
      if (asked < ASKED_WORDS && postings <= POSTINGS) {
        words.add(rarity(clause, 1), Occur.SHOULD);
        asked++;
      }
    }
    return words.setMinimumNumberShouldMatch(SHARED_WORDS).build();
  }

  private Clause counted(Term term) throws IOException {
    return new Clause(term, snapshot.getIndexReader().docFreq(term));
  }

  private Query rarity(Clause clause, double weight) {
    double score = weight * rarity(clause.frequency);
    return new BoostQuery(new ConstantScoreQuery(new TermQuery(clause.term)), (float) score);
  }

  private double rarity(String word) throws IOException {
    return rarity(counted(new Term(Schema.TEXT, word)).frequency);
  }

  private double rarity(long frequency) {
    return Math.log(1 + (snapshot.getIndexReader().maxDoc() + 1.0) / (1 + frequency));
  }
}
