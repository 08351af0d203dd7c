package org.tagwire.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * All ways to label a run of tokens at once: a linear-chain conditional random field (Lafferty,
 * McCallum, Pereira, ICML 2001) with the places of names as its only hard rule.
 *
 * <p>Before and after the run everything is outside. Sums are kept near 1 by scaling each column.
 * Time grows with the number of tokens. Not for use by several threads at once.
 */
final class Lattice {
  private static final int[][] FOLLOWERS = followers();

  private final int length;
  private final double[][] emissions;
  private final double[][] factors;
  private final double[][] forward;
  private final double[][] backward;

  private static int[][] followers() {
    int[][] followers = new int[Label.COUNT][];
    for (int before = 0; before < Label.COUNT; before++) {
      int[] some = new int[Label.COUNT];
      int n = 0;
      for (int label = 0; label < Label.COUNT; label++) {
        if (Label.mayFollow(before, label)) {
          some[n++] = label;
        }
      }
      followers[before] = Arrays.copyOf(some, n);
    }
    return followers;
  }

  /**
   * Sums up all labellings.
   *
   * @param scores by token and label, as logarithms
   * @param factors by label and the label after it, as {@link #factors} gives them
   */
  Lattice(float[][] scores, double[][] factors) {
    this.length = scores.length;
    this.factors = factors;
    this.emissions = new double[length][Label.COUNT];
    for (int i = 0; i < length; i++) {
      exponentials(scores[i], emissions[i]);
    }
    this.forward = new double[length][Label.COUNT];
    this.backward = new double[length][Label.COUNT];
    sumForward();
    sumBackward();
  }

  /** Returns the factors that transition scores stand for. */
  static double[][] factors(float[][] transitions) {
    double[][] factors = new double[transitions.length][];
    for (int i = 0; i < transitions.length; i++) {
      factors[i] = new double[transitions[i].length];
      for (int j = 0; j < factors[i].length; j++) {
        factors[i][j] = Math.exp(transitions[i][j]);
      }
    }
    return factors;
  }

  private static void exponentials(float[] scores, double[] into) {
    float most = scores[0];
    for (float score : scores) {
      most = Math.max(most, score);
    }
    for (int i = 0; i < scores.length; i++) {
      into[i] = Math.exp(scores[i] - most);
    }
  }

  private void sumForward() {
    double[] before = new double[Label.COUNT];
    before[Label.OUTSIDE] = 1;
    for (int i = 0; i < length; i++) {
      double[] column = forward[i];
      for (int label = 0; label < Label.COUNT; label++) {
        if (before[label] > 0) {
          for (int next : FOLLOWERS[label]) {
            column[next] += before[label] * factors[label][next];
          }
        }
      }
      for (int label = 0; label < Label.COUNT; label++) {
        column[label] *= emissions[i][label];
      }
      scale(column);
      before = column;
    }
  }

  private void sumBackward() {
    double[] last = backward[length - 1];
    for (int label = 0; label < Label.COUNT; label++) {
      last[label] = Label.mayFollow(label, Label.OUTSIDE) ? factors[label][Label.OUTSIDE] : 0;
    }
    for (int i = length - 2; i >= 0; i--) {
      double[] column = backward[i];
      double[] after = backward[i + 1];
      for (int label = 0; label < Label.COUNT; label++) {
        for (int next : FOLLOWERS[label]) {
          column[label] += factors[label][next] * emissions[i + 1][next] * after[next];
        }
      }
      scale(column);
    }
  }

  private static void scale(double[] column) {
    double sum = 0;
    for (double value : column) {
      sum += value;
    }
    if (sum > 0) {
      for (int i = 0; i < column.length; i++) {
        column[i] /= sum;
      }
    }
  }

  /** Returns how probable {@code label} is at token {@code at}, for each label. */
  double[] marginals(int at) {
    double[] marginals = new double[Label.COUNT];
    for (int label = 0; label < Label.COUNT; label++) {
      marginals[label] = forward[at][label] * backward[at][label];
    }
    scale(marginals);
    return marginals;
  }

  /** Returns how probable {@code next} after {@code label} at {@code at} is, by both. */
  double[][] pairs(int at) {
    double[][] pairs = new double[Label.COUNT][Label.COUNT];
    double sum = 0;
    for (int label = 0; label < Label.COUNT; label++) {
      for (int next : FOLLOWERS[label]) {
        pairs[label][next] =
            forward[at][label]
                * factors[label][next]
                * emissions[at + 1][next]
                * backward[at + 1][next];
        sum += pairs[label][next];
      }
    }
    for (double[] row : pairs) {
      for (int i = 0; i < row.length; i++) {
        row[i] /= sum;
      }
    }
    return pairs;
  }

  /** Returns the most probable labelling as a whole (Viterbi). */
  int[] best() {
    int[][] from = new int[length][Label.COUNT];
    double[] before = new double[Label.COUNT];
    before[Label.OUTSIDE] = 1;
    for (int i = 0; i < length; i++) {
      double[] column = new double[Label.COUNT];
      for (int label = 0; label < Label.COUNT; label++) {
        for (int next : FOLLOWERS[label]) {
          double value = before[label] * factors[label][next] * emissions[i][next];
          if (value > column[next]) {
            column[next] = value;
            from[i][next] = label;
          }
        }
      }
      scale(column);
      before = column;
    }
    return traced(before, from);
  }

  private int[] traced(double[] last, int[][] from) {
    int best = Label.OUTSIDE;
    for (int label = 0; label < Label.COUNT; label++) {
      boolean closes = Label.mayFollow(label, Label.OUTSIDE);
      double value = closes ? last[label] * factors[label][Label.OUTSIDE] : 0;
      if (value > last[best] * factors[best][Label.OUTSIDE]) {
        best = label;
      }
    }
    int[] labels = new int[length];
    for (int i = length - 1; i >= 0; i--) {
      labels[i] = best;
      best = from[i][best];
    }
    return labels;
  }

  /**
   * Returns how probable it is that the tokens from {@code from} to before {@code to} are labelled
   * as in {@code labels}.
   */
  double probability(int[] labels, int from, int to) {
    double probability = marginals(from)[labels[from]];
    for (int i = from; i + 1 < to; i++) {
      double[][] pairs = pairs(i);
      double row = 0;
      for (double value : pairs[labels[i]]) {
        row += value;
      }
      probability *= row > 0 ? pairs[labels[i]][labels[i + 1]] / row : 0;
    }
    return Math.clamp(probability, 0, 1);
  }

  /** Returns a list of the labels' names: from, to (after the last token). */
  static List<int[]> spans(int[] labels) {
    List<int[]> spans = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < labels.length; i++) {
      if (Label.begins(labels[i])) {
        from = i;
      }
      if (Label.ends(labels[i])) {
        spans.add(new int[] {from, i + 1});
      }
    }
    return spans;
  }
}
