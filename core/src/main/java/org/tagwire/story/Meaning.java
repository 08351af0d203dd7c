package org.tagwire.story;

import org.jspecify.annotations.Nullable;
import org.tagwire.model.Vector;

/**
 * The middle of all meanings of a stream, from which likeness is measured: what all its news have
 * in common tells nothing (after Mu and Viswanath, All-but-the-top, 2018). Owned by one thread.
 */
final class Meaning {
  private static final double UNIT = 127;

  /** So many articles are taken to lie at the origin before any has been seen. */
  private static final double PRIOR = 10;

  /** How many articles the middle remembers. */
  private static final double MOST = 50_000;

  private float[] sum = new float[0];
  private double count;

  /** Returns the direction of {@code vector} as numbers; null where there is none. */
  static float @Nullable [] numbers(@Nullable Vector vector) {
    if (vector == null) {
      return null;
    }
    byte[] components = vector.components();
    float[] numbers = new float[components.length];
    double square = 0;
    for (byte component : components) {
      square += component * component;
    }
    double norm = square == 0 ? UNIT : Math.sqrt(square);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = (float) (components[i] / norm);
    }
    return numbers;
  }

  void see(float[] numbers) {
    if (sum.length == 0) {
      sum = new float[numbers.length];
    }
    float keep = count < MOST ? 1 : (float) (1 - 1 / MOST);
    count = count * keep + 1;
    for (int i = 0; i < sum.length; i++) {
      sum[i] = sum[i] * keep + numbers[i];
    }
  }

  /**
   * Returns the dot product of two sums of vectors, each vector taken from the middle.
   *
   * @param n how many vectors are in {@code one}
   * @param m how many are in {@code other}
   */
  double dot(float[] one, int n, float[] other, int m) {
    double scale = 1 / (count + PRIOR);
    float a = (float) (n * scale);
    float b = (float) (m * scale);
    float product = 0;
    for (int i = 0; i < sum.length; i++) {
      product += (one[i] - a * sum[i]) * (other[i] - b * sum[i]);
    }
    return product;
  }

  /** Returns the cosine of two vectors as seen from the middle. */
  double cosine(float[] one, float[] other) {
    double squares = dot(one, 1, one, 1) * dot(other, 1, other, 1);
    return squares <= 0 ? 0 : dot(one, 1, other, 1) / Math.sqrt(squares);
  }
}
