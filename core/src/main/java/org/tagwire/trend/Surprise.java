package org.tagwire.trend;

/**
 * How unlikely a count is where another is usual.
 *
 * <p>Counts of a tag are taken as negative binomial: Poisson with a rate that is itself uncertain,
 * gamma distributed with the sightings behind it as its shape. News comes in clusters, so the shape
 * is never taken as greater than {@value #STEADIEST}, a spread of a fifth.
 */
final class Surprise {
  private static final double STEADIEST = 25;
  private static final double LEAST = 0.5;

  private Surprise() {}

  /**
   * Returns minus the decimal logarithm of the chance to see at least {@code count}, 0 or more.
   *
   * @param usual the mean, above 0
   * @param seen on how many sightings the mean rests
   */
  static double of(int count, double usual, double seen) {
    double shape = Math.clamp(seen + LEAST, LEAST, STEADIEST);
    if (count <= usual) {
      return 0;
    }
    double odds = usual / (usual + shape);
    double log = shape * Math.log(shape / (shape + usual));
    for (int k = 0; k < count; k++) {
      log += Math.log((k + shape) / (k + 1) * odds);
    }
    return Math.max(0, -(log + Math.log(tail(count, shape, odds))) / Math.log(10));
  }

  /** The chances of {@code count} and more together, as a multiple of that of {@code count}. */
  private static double tail(int count, double shape, double odds) {
    double sum = 1;
    double term = 1;
    for (int k = count; term > 1e-9 * sum; k++) {
      term *= (k + shape) / (k + 1) * odds;
      sum += term;
    }
    return sum;
  }
}
