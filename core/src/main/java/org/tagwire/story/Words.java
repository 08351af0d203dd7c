package org.tagwire.story;

import java.util.Arrays;
import java.util.Map;

/** A text as weighted terms: a sparse unit vector, terms by number and ascending. Immutable. */
final class Words {
  static final Words NONE = new Words(new int[0], new float[0]);

  private final int[] terms;
  private final float[] weights;

  private Words(int[] terms, float[] weights) {
    this.terms = terms;
    this.weights = weights;
  }

  /** Returns the unit vector in the direction of {@code weighted}. */
  static Words of(Map<Integer, Double> weighted) {
    int[] terms = weighted.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    double norm = Math.sqrt(weighted.values().stream().mapToDouble(w -> w * w).sum());
    float[] weights = new float[terms.length];
    for (int i = 0; i < terms.length && norm > 0; i++) {
      weights[i] = (float) (weighted.getOrDefault(terms[i], 0.0) / norm);
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

  /** Returns the cosine, 0 to 1. */
  double cosine(Words other) {
    double sum = 0;
    int i = 0;
    int j = 0;
    while (i < terms.length && j < other.terms.length) {
      int order = Integer.compare(terms[i], other.terms[j]);
      sum += order == 0 ? weights[i] * other.weights[j] : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return Math.min(1, sum);
  }

  /** Returns the numbers of the {@code most} heaviest terms. */
  int[] heaviest(int most) {
    Integer[] order = new Integer[terms.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, (a, b) -> Float.compare(weights[b], weights[a]));
    return Arrays.stream(order).limit(most).mapToInt(i -> terms[i]).toArray();
  }
}
