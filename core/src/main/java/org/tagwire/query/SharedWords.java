package org.tagwire.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The telling words of a story's sentences, what each of them weighs, and how much two sentences
 * have in common: the cosine of their weighted words.
 *
 * <p>A word weighs the less the more often the same accounts repeat it. A number weighs more, and a
 * word of a name less: that two sentences name the same office is no sign that they say the same of
 * it. Where all nouns have capitals that makes no difference between them. For one thread.
 */
final class SharedWords {
  private static final double NUMBER = 1.5;
  private static final double NAME = 0.4;

  private final Map<String, Integer> numbers = new HashMap<>();
  private final List<Word> words = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final Map<Statement, Integer> places = new IdentityHashMap<>();
  private final List<int[]> terms = new ArrayList<>();
  private double[] totals = new double[0];
  private double[] shared = new double[0];
  private int[] counts = new int[0];

  /** A sentence that has much in common with another. */
  record Near(Statement statement, double likeness) {}

  /** A word, and in which sentences it stands. */
  private static final class Word {
    private final boolean number;
    private int[] where = new int[4];
    private int size;
    private int named;
    private int accounts;
    private int first = -1;
    private int last = -1;
    private double weight;

    Word(boolean number) {
      this.number = number;
    }

    void stands(int sentence, int account, boolean name) {
      named += name ? 1 : 0;
      if (size == where.length) {
        where = Arrays.copyOf(where, 2 * size);
      }
      where[size++] = sentence;
      accounts += account == last ? 0 : 1;
      first = first < 0 ? account : first;
      last = account;
    }

    void weigh() {
      double kind = number ? NUMBER : 2 * named > size ? NAME : 1;
      weight = kind / (1 + Math.log((double) size / accounts));
    }
  }

  /** Takes in a sentence; those of one account come one after the other, oldest account first. */
  void add(Statement statement) {
    int sentence = statements.size();
    int[] ids = new int[statement.terms().size()];
    for (int i = 0; i < ids.length; i++) {
      String term = statement.terms().get(i);
      ids[i] =
          numbers.computeIfAbsent(
              term,
              t -> {
                words.add(new Word(Character.isDigit(t.charAt(0))));
                return words.size() - 1;
              });
      words.get(ids[i]).stands(sentence, statement.account(), statement.names().contains(term));
    }
    Arrays.sort(ids);
    statements.add(statement);
    places.put(statement, sentence);
    terms.add(ids);
  }

  /** Weighs all words, after the last sentence. */
  void weigh() {
    words.forEach(Word::weigh);
    totals = terms.stream().mapToDouble(this::total).toArray();
    shared = new double[statements.size()];
    counts = new int[statements.size()];
  }

  private double total(int[] ids) {
    double total = 0;
    for (int id : ids) {
      total += words.get(id).weight;
    }
    return total;
  }

  /** Returns what the words of a sentence weigh together. */
  double total(Statement statement) {
    return totals[place(statement)];
  }

  /** Returns what those words of a sentence weigh that no earlier account has. */
  double unheard(Statement statement) {
    double unheard = 0;
    for (int id : terms.get(place(statement))) {
      Word word = words.get(id);
      unheard += word.first == statement.account() ? word.weight : 0;
    }
    return unheard;
  }

  /**
   * Returns the other sentences with enough words in common that are alike enough, nearest first.
   */
  List<Near> near(Statement statement, int fewest, double alike) {
    int place = place(statement);
    Arrays.fill(shared, 0);
    Arrays.fill(counts, 0);
    for (int id : terms.get(place)) {
      Word word = words.get(id);
      for (int i = 0; i < word.size; i++) {
        shared[word.where[i]] += word.weight;
        counts[word.where[i]]++;
      }
    }
    List<Near> near = new ArrayList<>();
    for (int other = 0; other < counts.length; other++) {
      if (counts[other] >= fewest && other != place) {
        double likeness = cosine(shared[other], place, other);
        if (likeness >= alike) {
          near.add(new Near(statements.get(other), likeness));
        }
      }
    }
    near.sort(Comparator.comparingDouble(Near::likeness).reversed());
    return near;
  }

  double likeness(Statement one, Statement other) {
    int[] here = terms.get(place(one));
    int[] there = terms.get(place(other));
    double common = 0;
    for (int id : here) {
      common += Arrays.binarySearch(there, id) >= 0 ? words.get(id).weight : 0;
    }
    return cosine(common, place(one), place(other));
  }

  private double cosine(double common, int one, int other) {
    double both = totals[one] * totals[other];
    return both == 0 ? 0 : common / Math.sqrt(both);
  }

  private int place(Statement statement) {
    return places.getOrDefault(statement, 0);
  }
}
