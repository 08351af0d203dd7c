package org.tagwire.hashtag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tagwire.hashtag.LabelledPieces.Labelled;
import org.tagwire.hashtag.LabelledPieces.Row;

/**
 * Fits the weights of {@link Feature} and shows what they are worth on the half they have not seen:
 *
 * <pre>
 *   ./tagwire inspect pages --base ../shared/sets/pages/html ../shared/sets/pages/pages.jsonl &gt; pages.out
 *   java -cp … org.tagwire.hashtag.FitSalience ../shared/sets pages.out 2
 * </pre>
 *
 * <p>Among the subjects of a piece the wanted ones are to stand first: the loss is the cross entropy
 * of the softmax over them (ListNet, Cao et al., ICML 2007) with a ridge, each group counting as 400
 * pieces at most. Then scale and offset are fitted, so that the logistic function of the sum is the
 * chance of being wanted. No random numbers: the same sets give the same weights.
 */
final class FitSalience {
  private static final int ROUNDS = 300;
  private static final int GROUP = 400;
  private static final double RIDGE = 2e-4;
  private static final int SIZE = Feature.values().length;

  private final List<Labelled> pieces;
  private final Map<String, Integer> sizes = new HashMap<>();

  private FitSalience(List<Labelled> pieces) {
    this.pieces = pieces;
    pieces.forEach(piece -> sizes.merge(piece.group(), 1, Integer::sum));
  }

  public static void main(String[] arguments) throws IOException {
    List<Labelled> pieces =
        LabelledPieces.read(
            Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
    double[] present = new double[SIZE];
    for (Feature feature : Feature.values()) {
      present[feature.ordinal()] = feature.weight();
    }
    double[] all = new FitSalience(pieces).fit();
    List<double[]> halves = new ArrayList<>();
    for (int half = 0; half < 2; half++) {
      int unseen = half;
      halves.add(new FitSalience(pieces.stream().filter(p -> p.half() != unseen).toList()).fit());
    }
    report("present weights", pieces, List.of(present, present));
    report("fitted on all", pieces, List.of(all, all));
    report("fitted on the other half", pieces, halves);
    for (Feature feature : Feature.values()) {
      int i = feature.ordinal();
      System.out.printf(
          Locale.ROOT, "%-18s %6.2f  (%.2f %.2f)%n", feature, all[i], halves.get(0)[i], halves.get(1)[i]);
    }
  }

  private double[] fit() {
    double[] weights = new double[SIZE];
    double[] mean = new double[SIZE];
    double[] square = new double[SIZE];
    for (int round = 1; round <= ROUNDS; round++) {
      double[] gradient = gradient(weights);
      double rate = round < ROUNDS * 2 / 3 ? 0.05 : 0.015;
      for (int i = 1; i < SIZE; i++) {
        double g = gradient[i] + RIDGE * weights[i];
        mean[i] = 0.9 * mean[i] + 0.1 * g;
        square[i] = 0.99 * square[i] + 0.01 * g * g;
        double step = mean[i] / (1 - Math.pow(0.9, round));
        weights[i] -= rate * step / (Math.sqrt(square[i] / (1 - Math.pow(0.99, round))) + 1e-8);
      }
    }
    return calibrated(weights);
  }

  /** Of the mean loss, the offset left out: it is the same for all subjects of a piece. */
  private double[] gradient(double[] weights) {
    double[] gradient = new double[SIZE];
    double total = 0;
    for (Labelled piece : pieces) {
      double counts = counts(piece);
      total += counts;
      double[] chances = softmax(piece, weights);
      double wanted = piece.subjects().stream().mapToDouble(Row::wanted).sum();
      int i = 0;
      for (Row row : piece.subjects()) {
        double error = counts * (chances[i++] - row.wanted() / wanted);
        row.features().forEach((f, value) -> gradient[f.ordinal()] += error * value);
      }
    }
    for (int i = 0; i < SIZE; i++) {
      gradient[i] /= total;
    }
    return gradient;
  }

  private double counts(Labelled piece) {
    return Math.min(1, GROUP / (double) sizes.getOrDefault(piece.group(), 1));
  }

  private static double[] softmax(Labelled piece, double[] weights) {
    double[] sums = piece.subjects().stream().mapToDouble(row -> sum(row, weights)).toArray();
    double most = Double.NEGATIVE_INFINITY;
    for (double sum : sums) {
      most = Math.max(most, sum);
    }
    double total = 0;
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.exp(sums[i] - most);
      total += sums[i];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] /= total;
    }
    return sums;
  }

  private double[] calibrated(double[] weights) {
    double scale = 1;
    double offset = -2;
    for (int round = 0; round < ROUNDS; round++) {
      double byScale = 0;
      double byOffset = 0;
      double curvature = 0;
      for (Labelled piece : pieces) {
        double counts = counts(piece);
        for (Row row : piece.subjects()) {
          double sum = sum(row, weights);
          double chance = 1 / (1 + Math.exp(-(scale * sum + offset)));
          double error = counts * (chance - Math.min(1, 1.5 * row.wanted()));
          byScale += error * sum;
          byOffset += error;
          curvature += counts * Math.max(1, sum * sum) / 4;
        }
      }
      scale -= byScale / curvature;
      offset -= byOffset / curvature;
    }
    double[] calibrated = new double[SIZE];
    for (int i = 1; i < SIZE; i++) {
      calibrated[i] = scale * weights[i];
    }
    calibrated[Feature.ALWAYS.ordinal()] = offset;
    return calibrated;
  }

  private static double sum(Row row, double[] weights) {
    EnumMap<Feature, Double> features = row.features();
    double sum = 0;
    for (Map.Entry<Feature, Double> feature : features.entrySet()) {
      sum += weights[feature.getKey().ordinal()] * feature.getValue();
    }
    return sum;
  }

  /** How often the first subject is wanted, and how many of those wanted stand in the first five. */
  private static void report(String what, List<Labelled> pieces, List<double[]> byHalf) {
    Map<String, double[]> sums = new TreeMap<>();
    for (Labelled piece : pieces) {
      double[] weights = byHalf.get(piece.half());
      List<Row> ranked = new ArrayList<>(piece.subjects());
      ranked.sort(Comparator.comparingDouble(row -> -sum(row, weights)));
      double best = ranked.stream().mapToDouble(Row::wanted).max().orElse(0);
      double least = Math.min(best, 1 / 3.0);
      double[] sum = sums.computeIfAbsent(piece.group(), g -> new double[4]);
      sum[0]++;
      sum[1] += ranked.getFirst().wanted() >= least ? 1 : 0;
      sum[2] += ranked.stream().limit(5).filter(row -> row.wanted() >= least).count();
      sum[3] += ranked.stream().filter(row -> row.wanted() >= least).count();
    }
    System.out.println(what);
    sums.forEach(
        (group, sum) ->
            System.out.printf(
                Locale.ROOT,
                "  %-18s %5.0f pieces  P@1 %.3f  R@5 %.3f%n",
                group, sum[0], sum[1] / sum[0], sum[2] / sum[3]));
  }
}
