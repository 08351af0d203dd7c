package org.tagwire.names;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Fits the conditional random field that {@link Lattice} sums: AdaGrad by regularised dual
 * averaging (Duchi, Hazan, Singer, JMLR 12, 2011), whose L1 term leaves most weights at nothing.
 * One thread, a fixed seed: the same examples give the same model.
 */
final class Trainer {
  private static final float RATE = 0.15f;

  private final float l1;
  private final List<Run> runs = new ArrayList<>();
  private int[] hashes = new int[0];
  private float[] weights = new float[0];
  private float[] sums = new float[0];
  private float[] squares = new float[0];
  private final float[][] transitions = new float[Label.COUNT][Label.COUNT];
  private final float[][] transitionSquares = new float[Label.COUNT][Label.COUNT];
  private long steps;

  /** A stretch of tokens that are read together. */
  private record Run(int[][] clues, int[] labels, float weight) {}

  Trainer(float l1) {
    this.l1 = l1;
  }

  void add(Example example, Lexicon lexicon, Vocabulary vocabulary, float weight) {
    boolean[] candidates = Glyphs.candidates(example.tokens());
    Clues clues = new Clues(lexicon, vocabulary, example.tokens(), candidates);
    int[] labels = example.labels();
    int from = 0;
    while (from < candidates.length) {
      int to = from;
      while (to < candidates.length && candidates[to]) {
        to++;
      }
      if (to > from) {
        int[][] seen = new int[to - from][];
        for (int i = from; i < to; i++) {
          seen[i - from] = clues.at(i);
        }
        runs.add(new Run(seen, Arrays.copyOfRange(labels, from, to), weight));
      }
      from = to + 1;
    }
  }

  /** Numbers the clues that were seen often enough; all others are forgotten. */
  private void number(int least) {
    long tokens = runs.stream().mapToLong(r -> r.clues.length).sum();
    int[] all =
        new int
            [(int)
                runs.stream().flatMap(r -> Arrays.stream(r.clues)).mapToLong(c -> c.length).sum()];
    int n = 0;
    for (Run run : runs) {
      for (int[] clues : run.clues) {
        System.arraycopy(clues, 0, all, n, clues.length);
        n += clues.length;
      }
    }
    Arrays.sort(all);
    int[] kept = new int[all.length];
    int count = 0;
    for (int i = 0; i < n; ) {
      int j = i;
      while (j < n && all[j] == all[i]) {
        j++;
      }
      if (j - i >= least) {
        kept[count++] = all[i];
      }
      i = j;
    }
    hashes = Arrays.copyOf(kept, count);
    for (Run run : runs) {
      for (int t = 0; t < run.clues.length; t++) {
        int[] numbers = new int[run.clues[t].length];
        int m = 0;
        for (int clue : run.clues[t]) {
          int at = Arrays.binarySearch(hashes, clue);
          if (at >= 0) {
            numbers[m++] = at;
          }
        }
        run.clues[t] = Arrays.copyOf(numbers, m);
      }
    }
    weights = new float[count * Label.COUNT];
    sums = new float[count * Label.COUNT];
    squares = new float[count * Label.COUNT];
    System.err.printf(
        Locale.ROOT, "%d runs, %d tokens, %d clues seen, %d kept%n", runs.size(), tokens, n, count);
  }

  void train(int rounds, int least, long seed) {
    number(least);
    Random random = new Random(seed);
    for (int round = 1; round <= rounds; round++) {
      Collections.shuffle(runs, random);
      double likelihood = 0;
      for (Run run : runs) {
        likelihood += step(run);
      }
      System.err.printf(
          Locale.ROOT, "round %d: log likelihood a run %.4f%n", round, likelihood / runs.size());
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = dual(i);
    }
  }

  private float dual(int i) {
    float over = Math.abs(sums[i]) - l1 * steps;
    return over <= 0
        ? 0
        : -Math.signum(sums[i]) * RATE * over / (1e-3f + (float) Math.sqrt(squares[i]));
  }

  private double step(Run run) {
    steps++;
    int length = run.clues.length;
    float[][] scores = new float[length][Label.COUNT];
    for (int t = 0; t < length; t++) {
      for (int clue : run.clues[t]) {
        int row = clue * Label.COUNT;
        for (int label = 0; label < Label.COUNT; label++) {
          scores[t][label] += weights[row + label];
        }
      }
    }
    Lattice lattice = new Lattice(scores, Lattice.factors(transitions));
    double likelihood = 0;
    for (int t = 0; t < length; t++) {
      double[] marginals = lattice.marginals(t);
      likelihood += Math.log(Math.max(1e-9, marginals[run.labels[t]]));
      marginals[run.labels[t]] -= 1;
      learn(run.clues[t], marginals, run.weight);
    }
    learnTransitions(run, lattice);
    return likelihood;
  }

  private void learn(int[] clues, double[] gradient, float weight) {
    for (int label = 0; label < Label.COUNT; label++) {
      float g = (float) gradient[label] * weight;
      if (Math.abs(g) > 1e-4f) {
        for (int clue : clues) {
          int i = clue * Label.COUNT + label;
          sums[i] += g;
          squares[i] += g * g;
          weights[i] = dual(i);
        }
      }
    }
  }

  private void learnTransitions(Run run, Lattice lattice) {
    int before = Label.OUTSIDE;
    double[] first = lattice.marginals(0);
    for (int label = 0; label < Label.COUNT; label++) {
      move(before, label, first[label] - (run.labels[0] == label ? 1 : 0));
    }
    for (int t = 0; t + 1 < run.labels.length; t++) {
      double[][] pairs = lattice.pairs(t);
      pairs[run.labels[t]][run.labels[t + 1]] -= 1;
      for (int label = 0; label < Label.COUNT; label++) {
        for (int next = 0; next < Label.COUNT; next++) {
          move(label, next, pairs[label][next]);
        }
      }
    }
    double[] last = lattice.marginals(run.labels.length - 1);
    for (int label = 0; label < Label.COUNT; label++) {
      move(
          label, Label.OUTSIDE, last[label] - (run.labels[run.labels.length - 1] == label ? 1 : 0));
    }
  }

  private void move(int before, int label, double gradient) {
    float g = (float) gradient;
    if (Math.abs(g) > 1e-4f) {
      transitionSquares[before][label] += g * g;
      transitions[before][label] -=
          0.1f * g / (1e-3f + (float) Math.sqrt(transitionSquares[before][label]));
    }
  }

  /** Writes what {@link Weights} reads. */
  void write(Path file) throws IOException {
    float most = 0;
    for (float weight : weights) {
      most = Math.max(most, Math.abs(weight));
    }
    float unit = Math.min(most, 6) / 127;
    Map<Integer, byte[]> rows = new TreeMap<>(Integer::compareUnsigned);
    for (int clue = 0; clue < hashes.length; clue++) {
      byte[] row = new byte[2 * Label.COUNT];
      int n = 0;
      for (int label = 0; label < Label.COUNT; label++) {
        int q = Math.clamp(Math.round(weights[clue * Label.COUNT + label] / unit), -127, 127);
        if (q != 0) {
          row[n++] = (byte) label;
          row[n++] = (byte) q;
        }
      }
      if (n > 0) {
        rows.put(hashes[clue], Arrays.copyOf(row, n));
      }
    }
    try (DataOutputStream out = Packing.open(file)) {
      out.writeFloat(unit);
      for (float[] row : transitions) {
        for (float weight : row) {
          out.writeFloat(weight);
        }
      }
      Packing.writeHashes(out, rows.keySet());
      for (byte[] row : rows.values()) {
        out.writeByte(row.length / 2);
      }
      for (int part = 0; part < 2; part++) {
        for (byte[] row : rows.values()) {
          for (int i = part; i < row.length; i += 2) {
            out.writeByte(row[i]);
          }
        }
      }
    }
    System.err.printf(Locale.ROOT, "%d clues written, unit %.4f%n", rows.size(), unit);
  }
}
