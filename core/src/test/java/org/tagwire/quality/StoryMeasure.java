package org.tagwire.quality;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How well groups that were found agree with those that are true, each article named by its id. */
final class StoryMeasure {
  private final double bCubed;
  private final double pairs;
  private final long found;
  private final long right;

  private StoryMeasure(double bCubed, double pairs, long found, long right) {
    this.bCubed = bCubed;
    this.pairs = pairs;
    this.found = found;
    this.right = right;
  }

  static StoryMeasure of(Map<String, String> truth, Map<String, String> found) {
    Map<String, Long> trueSizes = sizes(truth);
    Map<String, Long> foundSizes = sizes(found);
    Map<String, Long> cells =
        truth.keySet().stream()
            .collect(
                Collectors.groupingBy(
                    id -> truth.get(id) + "\n" + found.get(id), Collectors.counting()));
    double precision = 0;
    double recall = 0;
    for (String id : truth.keySet()) {
      double both = cells.get(truth.get(id) + "\n" + found.get(id));
      precision += both / foundSizes.get(found.get(id)) / truth.size();
      recall += both / trueSizes.get(truth.get(id)) / truth.size();
    }
    double both = pairs(cells);
    return new StoryMeasure(
        harmonic(precision, recall),
        harmonic(both / Math.max(1, pairs(foundSizes)), both / Math.max(1, pairs(trueSizes))),
        foundSizes.size(),
        trueSizes.size());
  }

  private static Map<String, Long> sizes(Map<String, String> groups) {
    Map<String, Long> sizes = new HashMap<>();
    groups.values().forEach(group -> sizes.merge(group, 1L, Long::sum));
    return sizes;
  }

  private static double pairs(Map<String, Long> sizes) {
    return sizes.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
  }

  private static double harmonic(double a, double b) {
    return a + b == 0 ? 0 : 2 * a * b / (a + b);
  }

  /** Returns B-cubed F1 (Bagga and Baldwin, 1998). */
  double bCubed() {
    return bCubed;
  }

  /** Returns F1 over pairs of articles. */
  double pairs() {
    return pairs;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "B3 %.3f pairs %.3f, %d stories of %d", bCubed, pairs, found, right);
  }
}
