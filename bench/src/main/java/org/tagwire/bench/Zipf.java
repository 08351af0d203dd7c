package org.tagwire.bench;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws numbers as words and names occur: the n-th with a chance of about 1/n. */
final class Zipf {
  private final double[] upTo;

  Zipf(int size, double exponent) {
    upTo = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += 1 / Math.pow(i + 1.0, exponent);
      upTo[i] = sum;
    }
  }

  int draw(RandomGenerator random) {
    int at = Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
    return Math.min(at < 0 ? -at - 1 : at, upTo.length - 1);
  }
}
