package org.tagwire.story;

import java.util.Arrays;
import java.util.Map;

/**
 * Weighted terms: a sparse vector, terms by number and ascending. That of one text has length 1;
 * that of a story is the sum over its articles. Immutable.
 */
final class Words {
  static final Words NONE = new Words(new int[0], new float[0]);

  private final int[] terms;
  private final float[] weights;
  private final double square;

  private Words(int[] terms, float[] weights) {
    this.terms = terms;
    this.weights = weights;
    double sum = 0;
    for (float weight : weights) {
      sum += weight * weight;
    }
    this.square = sum;
  }

  /** Returns the {@code most} heaviest of {@code weighted} as a vector of length 1. */
  static Words of(Map<Integer, Double> weighted, int most) {
    int[] terms =
        weighted.entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(
                Map.Entry.<Integer, Double>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(most)
            .mapToInt(Map.Entry::getKey)
            .sorted()
            .toArray();
    double norm = 0;
    for (int term : terms) {
      norm += Math.pow(weighted.getOrDefault(term, 0.0), 2);
    }
    float[] weights = new float[terms.length];
    for (int i = 0; i < terms.length; i++) {
      weights[i] = (float) (weighted.getOrDefault(terms[i], 0.0) / Math.sqrt(norm));
    }
    return new Words(terms, weights);
  }

  int size() {
    return terms.length;
  }

  int term(int i) {
    return terms[i];
  }

  float weight(int i) {
    return weights[i];
  }

  /** Returns the weight of a term; 0 where it is not. */
  float weightOf(int term) {
    int i = Arrays.binarySearch(terms, term);
    return i < 0 ? 0 : weights[i];
  }

  /** Returns the square of its length. */
  double square() {
    return square;
  }

  double dot(Words other) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length && j < other.terms.length) {
      int one = terms[i];
      int two = other.terms[j];
      if (one == two) {
        sum += weights[i++] * other.weights[j++];
      } else if (one < two) {
        i++;
      } else {
        j++;
      }
    }
    return sum;
  }

  Words plus(Words other) {
    return combined(other, 1);
  }

  /** Takes away what was added before; what is left of a term by rounding goes too. */
  Words minus(Words other) {
    return combined(other, -1);
  }

  private Words combined(Words other, int sign) {
    int[] both = new int[terms.length + other.terms.length];
    float[] sums = new float[both.length];
    int n = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length || j < other.terms.length) {
      boolean mine = j == other.terms.length || (i < terms.length && terms[i] <= other.terms[j]);
      boolean theirs = i == terms.length || (j < other.terms.length && other.terms[j] <= terms[i]);
      both[n] = mine ? terms[i] : other.terms[j];
      float weight = (mine ? weights[i++] : 0) + (theirs ? sign * other.weights[j++] : 0);
      sums[n] = weight;
      n += Math.abs(weight) > 1e-6 ? 1 : 0;
    }
    return new Words(Arrays.copyOf(both, n), Arrays.copyOf(sums, n));
  }

  /** Returns the numbers of the {@code most} heaviest terms. */
  int[] heaviest(int most) {
    Integer[] order = new Integer[terms.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Float.compare(weights[b], weights[a]));
    return Arrays.stream(order).limit(most).mapToInt(i -> terms[i]).toArray();
  }
}
