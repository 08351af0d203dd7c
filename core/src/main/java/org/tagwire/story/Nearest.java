package org.tagwire.story;

import java.util.Arrays;

/** The greatest likenesses of one article to others, best first. Owned by one thread. */
final class Nearest {
  private final float[] best;

  /**
   * @param far what is taken to be there before anything has been noted, and never undercut
   */
  Nearest(int most, float far) {
    best = new float[most];
    Arrays.fill(best, far);
  }

  void note(double likeness) {
    float value = (float) likeness;
    int last = best.length - 1;
    if (value <= best[last]) {
      return;
    }
    int i = last;
    while (i > 0 && best[i - 1] < value) {
      best[i] = best[i - 1];
      i--;
    }
    best[i] = value;
  }

  /** Returns the mean of the {@code n} greatest. */
  double mean(int n) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += best[i];
    }
    return sum / n;
  }
}
