package org.tagwire.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How well texts and days were taken out of pages: the three measures of {@code score/pages.py}.
 * Filled page by page, by one thread.
 */
final class PageMeasure {
  private static final int SHINGLE = 4;

  private final Body body = new Body();
  private final Segments segments = new Segments();
  private final Days days = new Days();

  Body body() {
    return body;
  }

  Segments segments() {
    return segments;
  }

  Days days() {
    return days;
  }

  private static double harmonic(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }

  /** The overlap of runs of four words with the true text, averaged over pages. */
  static final class Body {
    private double precisions;
    private int precise;
    private double recalls;
    private int recalled;

    void add(String expected, String found) {
      Map<List<String>, Integer> expectedRuns = runs(Wording.words(expected));
      Map<List<String>, Integer> foundRuns = runs(Wording.words(found));
      double common = 0;
      for (Map.Entry<List<String>, Integer> run : foundRuns.entrySet()) {
        common += Math.min(run.getValue(), expectedRuns.getOrDefault(run.getKey(), 0));
      }
      if (!foundRuns.isEmpty()) {
        precisions += common / count(foundRuns);
        precise++;
      }
      if (!expectedRuns.isEmpty()) {
        recalls += common / count(expectedRuns);
        recalled++;
      }
    }

    private static Map<List<String>, Integer> runs(List<String> words) {
      Map<List<String>, Integer> runs = new HashMap<>();
      if (!words.isEmpty() && words.size() < SHINGLE) {
        runs.put(words, 1);
      }
      for (int i = 0; i + SHINGLE <= words.size(); i++) {
        runs.merge(words.subList(i, i + SHINGLE), 1, Integer::sum);
      }
      return runs;
    }

    private static int count(Map<List<String>, Integer> runs) {
      return runs.values().stream().mapToInt(Integer::intValue).sum();
    }

    int pages() {
      return recalled;
    }

    double precision() {
      return precisions / Math.max(1, precise);
    }

    double recall() {
      return recalls / Math.max(1, recalled);
    }

    double f1() {
      return harmonic(precision(), recall());
    }
  }

  /** Pieces of text that must be there, and others that must not. */
  static final class Segments {
    private int there;
    private int missing;
    private int extra;

    void add(List<String> with, List<String> without, String found) {
      String flat = Wording.squash(found);
      int hits = count(with, flat);
      there += hits;
      missing += with.size() - hits;
      extra += count(without, flat);
    }

    private static int count(List<String> pieces, String flat) {
      return (int) pieces.stream().filter(piece -> flat.contains(Wording.squash(piece))).count();
    }

    double precision() {
      return there / Math.max(1.0, there + extra);
    }

    double recall() {
      return there / Math.max(1.0, there + missing);
    }

    double f1() {
      return harmonic(precision(), recall());
    }
  }

  /** Days of publication. */
  static final class Days {
    private int right;
    private int wrong;
    private int unanswered;

    /**
     * @param expected the day as {@code YYYY-MM-DD}
     * @param found ISO 8601 in the page's own offset, empty if nothing was found
     */
    void add(String expected, String found) {
      if (found.isEmpty()) {
        unanswered++;
      } else if (found.startsWith(expected)) {
        right++;
      } else {
        wrong++;
      }
    }

    /** Returns the share of all pages that came out with their day. */
    double right() {
      return right / Math.max(1.0, right + wrong + unanswered);
    }

    /** Returns the share of the answered ones that came out with another. */
    double wrong() {
      return wrong / Math.max(1.0, right + wrong);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "body F1 %.4f (precision %.4f, recall %.4f); segments F1 %.4f (precision %.4f, recall"
            + " %.4f); date right %.4f, wrong among answered %.4f",
        body.f1(),
        body.precision(),
        body.recall(),
        segments.f1(),
        segments.precision(),
        segments.recall(),
        days.right(),
        days.wrong());
  }
}
