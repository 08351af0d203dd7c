package org.tagwire.story;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagwire.text.Normalise;

/**
 * Numbers the terms of a stream and counts in how many articles each stands, which gives their
 * weights (TF-IDF). The counts fade: after every {@value #HALF_LIFE} articles each counts half.
 * Owned by one thread.
 */
final class Vocabulary {
  private static final int HALF_LIFE = 100_000;

  /** A term that counts less than this is forgotten. */
  private static final double FORGOTTEN = 0.4;

  /**
   * Before the stream has said anything, a term counts as if it stood in one of this many articles.
   */
  private static final double PRIOR = 50;

  private static final int LONGEST = 60;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final BitSet taken = new BitSet();
  private double[] articles = new double[1 << 12];
  private double total;
  private int sinceFading;
  private int lowestFree;

  /** Returns how often each of {@code terms} stands there, {@code times} over, on top of counts. */
  void count(List<String> terms, double times, Map<Integer, Double> counts) {
    terms.forEach(term -> counts.merge(number(term), times, Double::sum));
  }

  /** Counts an article in which these terms stand. */
  void see(Set<Integer> terms) {
    terms.forEach(number -> articles[number]++);
    total++;
    if (++sinceFading == HALF_LIFE) {
      sinceFading = 0;
      fade();
    }
  }

  /** Returns the {@code most} most telling terms, weighted by rarity and how often they stand. */
  Words words(Map<Integer, Double> counts, int most) {
    Map<Integer, Double> weighted = new HashMap<>();
    counts.forEach((number, n) -> weighted.put(number, (1 + Math.log(n)) * rarity(number)));
    return Words.of(weighted, most);
  }

  /** Returns how telling a term is: the logarithm of all articles to those with it. */
  double rarity(int number) {
    return Math.max(0, Math.log((total + PRIOR) / (articles[number] + 0.5)));
  }

  private void fade() {
    total /= 2;
    lowestFree = 0;
    for (int i = 0; i < articles.length; i++) {
      articles[i] /= 2;
    }
    Iterator<Integer> all = numbers.values().iterator();
    while (all.hasNext()) {
      int number = all.next();
      if (articles[number] < FORGOTTEN) {
        articles[number] = 0;
        taken.clear(number);
        all.remove();
      }
    }
  }

  private int number(String term) {
    return numbers.computeIfAbsent(Normalise.head(term, LONGEST), t -> free());
  }

  private int free() {
    int number = taken.nextClearBit(lowestFree);
    taken.set(number);
    lowestFree = number + 1;
    if (number == articles.length) {
      articles = Arrays.copyOf(articles, 2 * number);
    }
    return number;
  }
}
