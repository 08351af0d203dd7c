package org.tagwire.category;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/** A softmax regression, learned in full batches by Adam (Kingma and Ba, 2015) with a ridge; used by one thread. */
final class Regression {
  private static final double RIDGE = 3e-4;
  private static final int ROUNDS = 300;

  private final int dimension;
  private final int classes;

  /** The weights of each class and, last, its intercept. */
  private final double[][] weights;

  private Regression(int dimension, int classes) {
    this.dimension = dimension;
    this.classes = classes;
    this.weights = new double[classes][dimension + 1];
  }

  /** Learns from inputs and the class of each. */
  static Regression learn(List<double[]> inputs, int[] answers, int classes) {
    Regression regression = new Regression(inputs.getFirst().length, classes);
    double[][] first = new double[classes][regression.dimension + 1];
    double[][] second = new double[classes][regression.dimension + 1];
    for (int round = 1; round <= ROUNDS; round++) {
      double[][] gradient = regression.gradient(inputs, answers);
      double rate = 0.3 * (1 - (double) round / ROUNDS) + 0.01;
      for (int c = 0; c < classes; c++) {
        for (int i = 0; i <= regression.dimension; i++) {
          double g = gradient[c][i];
          first[c][i] = 0.9 * first[c][i] + 0.1 * g;
          second[c][i] = 0.99 * second[c][i] + 0.01 * g * g;
          double m = first[c][i] / (1 - Math.pow(0.9, round));
          double v = second[c][i] / (1 - Math.pow(0.99, round));
          regression.weights[c][i] -= rate * m / (Math.sqrt(v) + 1e-8);
        }
      }
    }
    return regression;
  }

  private double[][] gradient(List<double[]> inputs, int[] answers) {
    double[][] gradient = new double[classes][dimension + 1];
    for (int n = 0; n < answers.length; n++) {
      double[] input = inputs.get(n);
      double[] error = FieldModel.softmax(of(input));
      error[answers[n]] -= 1;
      for (int c = 0; c < classes; c++) {
        double e = error[c] / answers.length;
        for (int i = 0; i < dimension; i++) {
          gradient[c][i] += e * input[i];
        }
        gradient[c][dimension] += e;
      }
    }
    for (int c = 0; c < classes; c++) {
      for (int i = 0; i < dimension; i++) {
        gradient[c][i] += RIDGE * weights[c][i];
      }
    }
    return gradient;
  }

  double[] of(double[] input) {
    double[] scores = new double[classes];
    for (int c = 0; c < classes; c++) {
      double sum = weights[c][dimension];
      for (int i = 0; i < dimension; i++) {
        sum += weights[c][i] * input[i];
      }
      scores[c] = sum;
    }
    return scores;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(dimension);
    for (double[] row : weights) {
      for (double weight : row) {
        out.writeFloat((float) weight);
      }
    }
  }
}
