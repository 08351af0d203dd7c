package org.tagwire.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tagwire.text.Normalise;
import org.tagwire.text.Terms;

/**
 * Numbers the terms of the window and counts in how many articles each stands, which gives their
 * weights (TF-IDF). Owned by one thread.
 */
final class Vocabulary {
  /**
   * Before the window has seen anything, a term counts as if it stood in one of this many articles.
   */
  private static final double PRIOR = 50;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Integer> articles = new ArrayList<>();
  private int total;

  /** Counts an article and returns its terms, for {@link #words}. */
  Seen see(StoryView view) {
    List<String> title = Terms.telling(view.title());
    List<String> lead = Terms.telling(Normalise.head(view.lead(), StoryView.LEAD));
    Map<Integer, Double> counts = new HashMap<>();
    Map<Integer, Double> titleCounts = new HashMap<>();
    for (String term : title) {
      int number = number(term);
      counts.merge(number, 2.0, Double::sum);
      titleCounts.merge(number, 1.0, Double::sum);
    }
    lead.forEach(term -> counts.merge(number(term), 1.0, Double::sum));
    total++;
    new HashSet<>(counts.keySet())
        .forEach(number -> articles.set(number, articles.get(number) + 1));
    return new Seen(counts, titleCounts);
  }

  /**
   * The terms of one article by number.
   *
   * @param all how often each stands in title (twice) and lead
   * @param title how often each stands in the title
   */
  record Seen(Map<Integer, Double> all, Map<Integer, Double> title) {}

  /** Returns {@code counts} weighted by rarity. */
  Words words(Map<Integer, Double> counts) {
    Map<Integer, Double> weighted = new HashMap<>();
    counts.forEach((number, n) -> weighted.put(number, (1 + Math.log(n)) * rarity(number)));
    return Words.of(weighted);
  }

  /** Returns how telling a term is: the logarithm of all articles to those with it. */
  double rarity(int number) {
    return Math.log((total + PRIOR) / (articles.get(number) + 0.5));
  }

  /** Forgets that an article with {@code terms} was seen. */
  void unsee(Iterable<Integer> terms) {
    total = Math.max(0, total - 1);
    terms.forEach(number -> articles.set(number, Math.max(0, articles.get(number) - 1)));
  }

  private int number(String term) {
    return numbers.computeIfAbsent(
        Normalise.head(term, 60),
        t -> {
          articles.add(0);
          return articles.size() - 1;
        });
  }
}
