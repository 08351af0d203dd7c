package org.tagwire.index.lucene;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.tagwire.model.Card;

/**
 * How much the headline and opening of other articles say what those of one article say: the cosine
 * of their words, each weighted by how rare it is and, little, by how often it stands there; a
 * headline says everything twice. The other's length stands for its norm, so that only shared words
 * are looked up. For one thread.
 */
final class Resemblance {
  private static final int READ_WORDS = 160;
  private static final int SHORTEST_WORD = 2;

  /** What stands in a third of all articles says nothing. */
  private static final double PLAINEST = 1.5;

  /** Keeps a headline without a text from being like whatever shares two words with it. */
  private static final double SHORT = 20;

  private final NewsAnalyzer analyzer;
  private final Map<String, Double> weights = new HashMap<>();
  private final double norm;

  /** Tells how rare a word is, from its inverse document frequency. */
  @FunctionalInterface
  interface Rarity {
    double of(String word) throws IOException;
  }

  Resemblance(Card seed, NewsAnalyzer analyzer, Rarity rarity) throws IOException {
    this.analyzer = analyzer;
    double squares = 0;
    for (Map.Entry<String, Integer> word : words(seed).entrySet()) {
      double rare = rarity.of(word.getKey());
      if (word.getKey().length() >= SHORTEST_WORD && rare >= PLAINEST) {
        double weight = rare * often(word.getValue());
        weights.put(word.getKey(), weight);
        squares += weight * weight;
      }
    }
    norm = Math.sqrt(squares);
  }

  /** Returns 0 for nothing in common, some tens for one text. */
  double to(Card other) {
    Map<String, Integer> words = words(other);
    double common = 0;
    for (Map.Entry<String, Integer> word : words.entrySet()) {
      double weight = weights.getOrDefault(word.getKey(), 0.0);
      common += weight * weight * often(word.getValue());
    }
    return norm == 0 ? 0 : common / (norm * Math.sqrt(words.size() + SHORT));
  }

  private static double often(int times) {
    return 1 + Math.log(times);
  }

  private Map<String, Integer> words(Card card) {
    Map<String, Integer> words = new HashMap<>();
    analyzer.words(card.headline(), READ_WORDS).forEach(word -> words.merge(word, 2, Integer::sum));
    analyzer.words(card.opening(), READ_WORDS).forEach(word -> words.merge(word, 1, Integer::sum));
    return words;
  }
}
