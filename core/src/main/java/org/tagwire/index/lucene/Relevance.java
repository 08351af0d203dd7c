package org.tagwire.index.lucene;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.RankQuery;

/**
 * Ranks the matches of a question by how well they answer its words.
 *
 * <p>Idea: each word adds its BM25 (Robertson and others, TREC-3, 1994; k1 = {@value #SATURATION},
 * lengths left out: a card's words are few and a long report is no worse for it), times {@value
 * #HEADLINE} when it stands in the headline. The sum fades with age, to half in {@value #HALF_DAYS}
 * days and to a third in twice that, so that old news can still win by being about it. The headline
 * is told by position: the body begins {@link NewsAnalyzer}'s gap behind it.
 *
 * <p>Rarity is rounded to quarters and age counts from a given time, so that the order is the same
 * for a reader who asks for the next page after newer articles came in. Cost: of the newest {@link
 * #WEIGHED} matches one step in the postings of each word. For one thread.
 */
final class Relevance {
  static final int WEIGHED = 10_000;

  private static final double SATURATION = 1.2;
  private static final double HEADLINE = 3;
  private static final double HALF_DAYS = 30;
  private static final double DAY = 86_400_000;
  private static final double LEAST_RARITY = 0.25;

  private final Question question;
  private final List<Rated> words = new ArrayList<>();
  private final Map<Segment, Postings> postings = new HashMap<>();

  /** A match and its weight. */
  record Hit(Segment segment, int doc, long order, long rank, double weight) {}

  private record Rated(BytesRef word, double rarity) {}

  private static final Comparator<Hit> BEST_FIRST =
      Comparator.comparingDouble(Hit::weight)
          .thenComparingLong(Hit::order)
          .thenComparingLong(Hit::rank)
          .reversed();

  Relevance(Question question, List<Sought> sought) throws IOException {
    this.question = question;
    Set<String> closed = new LinkedHashSet<>();
    for (Sought one : sought) {
      int whole = one.words().size() - (one.open() ? 1 : 0);
      closed.addAll(one.words().subList(0, whole));
    }
    int all = question.snapshot().getIndexReader().maxDoc();
    for (String word : closed) {
      int with = question.snapshot().getIndexReader().docFreq(new Term(Schema.TEXT, word));
      words.add(new Rated(new BytesRef(word), rarity(all, with)));
    }
  }

  private static double rarity(int all, int with) {
    double bits = Math.log(1 + (all - with + 0.5) / (with + 0.5));
    return Math.max(LEAST_RARITY, Math.rint(bits * 4) / 4);
  }

  /** Returns the best that are not newer than {@code until}, best first. */
  List<Hit> best(Instant until) throws IOException {
    long newest = Schema.order(until);
    NewestFirst matches = new NewestFirst(question, new NewestFirst.Place(newest, Long.MAX_VALUE));
    PriorityQueue<Hit> best = new PriorityQueue<>(BEST_FIRST.reversed());
    int weighed = 0;
    for (var match = matches.next();
        match != null && weighed < WEIGHED;
        match = matches.next(), weighed++) {
      long order = match.order();
      double weight = weight(match.segment(), match.doc()) * freshness(newest - order);
      best.add(new Hit(match.segment(), match.doc(), order, match.rank(), weight));
      if (best.size() > RankQuery.MOST) {
        best.poll();
      }
    }
    return best.stream().sorted(BEST_FIRST).toList();
  }

  private static double freshness(long age) {
    return 1 / (1 + age / DAY / HALF_DAYS);
  }

  private double weight(Segment segment, int doc) throws IOException {
    Postings here = postings.get(segment);
    if (here == null) {
      here = new Postings(segment, words);
      postings.put(segment, here);
    }
    return here.weight(doc);
  }

  /** The postings of all words in one segment; documents are asked for in ascending order. */
  private static final class Postings {
    private final List<Rated> words;
    private final @Nullable PostingsEnum[] lists;

    Postings(Segment segment, List<Rated> words) throws IOException {
      this.words = words;
      this.lists = new PostingsEnum[words.size()];
      Terms terms = segment.reader().terms(Schema.TEXT);
      TermsEnum at = terms == null ? null : terms.iterator();
      for (int i = 0; at != null && i < lists.length; i++) {
        lists[i] =
            at.seekExact(words.get(i).word) ? at.postings(null, PostingsEnum.POSITIONS) : null;
      }
    }

    double weight(int doc) throws IOException {
      double sum = 0;
      for (int i = 0; i < lists.length; i++) {
        PostingsEnum list = lists[i];
        if (list != null && stands(list, doc)) {
          double often = list.freq();
          boolean inHeadline = list.nextPosition() < NewsAnalyzer.GAP;
          double bm25 = words.get(i).rarity * often * (SATURATION + 1) / (often + SATURATION);
          sum += inHeadline ? HEADLINE * bm25 : bm25;
        }
      }
      return sum == 0 ? LEAST_RARITY : sum;
    }

    private static boolean stands(PostingsEnum list, int doc) throws IOException {
      int at = list.docID();
      if (at != DocIdSetIterator.NO_MORE_DOCS && at < doc) {
        at = list.advance(doc);
      }
      return at == doc;
    }
  }
}
