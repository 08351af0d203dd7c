package org.tagwire.story;

import java.util.List;

/**
 * Weighs whether two stories, or an article and a story, tell of the same event. One setting serves
 * all sources: what is near and what is far on an instance is told by the articles' own
 * surroundings, without labels (after Conneau et al., Word translation without parallel data, 2018,
 * §2.3), and by how much of each text is there. Immutable.
 *
 * @param granularity what the owner adds for finer stories, or takes away for coarser ones
 */
record Linker(double granularity) {
  /** What is weighed. Surroundings, brevity and size are means or greatest of both sides. */
  static final List<String> FEATURES =
      List.of(
          "always",
          "headlines",
          "leads, pair by pair",
          "texts, pair by pair",
          "meaning",
          "meaning, pair by pair",
          "names",
          "other days of the week",
          "3 nearest meanings",
          "10 nearest meanings",
          "3 nearest wordings",
          "10 nearest wordings",
          "brevity",
          "size of the greater",
          "days between",
          "undated");

  static final int TEXT = 3;
  static final int MEANING = 4;
  static final int BREVITY = 12;
  static final int DAYS = 14;
  static final int UNDATED = 15;

  /** What {@link Member#surroundings} gives. */
  static final int SURROUNDINGS = 5;

  /** Above this there is hardly more than a headline: fewer than 25 terms. */
  private static final double HEADLINE = 0.2;

  /** Below this there is a text and not only its beginning: more than 140 terms. */
  private static final double LONG = 0.085;

  /** What lies further apart than this many days is hardly one event, whatever it says. */
  private static final double WINDOW = 14;

  /** What speaks against it for each day more. */
  private static final double STALE = 0.1;

  /**
   * Whose meanings lie further apart than this tell of two things, however sparse the stream is.
   */
  private static final double LEAST_MEANING = 0.3;

  /** What speaks against it for each point less. */
  private static final double FOREIGN = 20;

  /** Up to this size a story grows the more likely the greater it is; then no more. */
  private static final double GROWN = Math.log(24);

  /*
   * The weights, 57 numbers that are not 0, were found on the development set "stories": logistic
   * regression over the merges that lead to the true stories, each collection counting the same,
   * then an evolution strategy (separable CMA-ES) for the mean of B-cubed and pairwise F1 less a
   * penalty for a wrong number of stories; also over parts of the collections, over their headlines
   * alone, over their first 60 terms, and without their dates.
   */
  private static final double[] SUMMARIES = {
    1.90, -3.36, 21.17, 3.66, 4.57, 3.31, -1.79, -1.59, -8.34, 1.07, -15.74, 7.70, -8.48, 0.72,
    -1.18, -1.16
  };
  private static final double[] HEADLINES = {
    2.20, 1.41, 0.92, 0.00, -1.15, 8.11, 0.15, 0.00, -4.04, -2.72, 1.50, -1.61, 0.00, 0.18, -1.93,
    -2.09
  };
  private static final double[] TEXTS = {
    1.87, -0.16, 3.93, 10.02, 0.55, 7.75, 0.15, -1.59, -5.68, 0.88, 4.53, -21.71, -4.61, 0.79,
    -0.24, -1.70
  };

  /** Where a meaning is unknown. */
  private static final double[] WORDS_ONLY = {
    0.28, 1.86, 11.70, 3.04, 0.00, 0.00, 1.91, -0.89, 0.00, 0.00, -10.78, -2.10, -1.63, 0.62, -0.58,
    -1.11
  };

  /** Returns the features of two stories, in the order of {@link #FEATURES}. */
  static double[] features(Story one, Story other, Tie tie, Meaning middle) {
    Wording a = one.wording();
    Wording b = other.wording();
    double pairs = (double) one.size() * other.size();
    double gap = Math.abs(one.middle() - other.middle());
    double[] features = {
      1,
      direction(tie.title(), a.title().square() * b.title().square()),
      tie.lead() / pairs,
      tie.body() / pairs,
      meaning(one, other, tie, middle),
      tie.meaning() / pairs,
      direction(tie.names(), a.names().square() * b.names().square()),
      ((double) one.dayNamers() * other.dayNamers() - tie.days()) / pairs,
      0,
      0,
      0,
      0,
      0,
      Math.min(GROWN, Math.log(Math.max(one.size(), other.size()))),
      Double.isNaN(gap) ? 0 : Math.log1p(gap),
      Double.isNaN(gap) ? 1 : 0
    };
    for (int i = 0; i < SURROUNDINGS; i++) {
      features[BREVITY - SURROUNDINGS + 1 + i] = (one.surrounding(i) + other.surrounding(i)) / 2;
    }
    return features;
  }

  private static double direction(double dot, double squares) {
    return squares <= 0 ? 0 : dot / Math.sqrt(squares);
  }

  private static double meaning(Story one, Story other, Tie tie, Meaning middle) {
    return tie.known() ? direction(tie.meaning(), one.span(middle) * other.span(middle)) : 0;
  }

  /** Returns how much speaks for one story: more than 0 where they are one. */
  double score(double[] features, boolean meaningKnown) {
    double[] weights = weights(features[BREVITY], meaningKnown);
    double sum = -granularity - STALE * Math.max(0, Math.expm1(features[DAYS]) - WINDOW);
    if (meaningKnown) {
      sum -= FOREIGN * Math.max(0, LEAST_MEANING - features[MEANING]);
    }
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  private static double[] weights(double brevity, boolean meaningKnown) {
    if (!meaningKnown) {
      return WORDS_ONLY;
    }
    return brevity > HEADLINE ? HEADLINES : brevity < LONG ? TEXTS : SUMMARIES;
  }

  double score(Story one, Story other, Tie tie, Meaning middle) {
    return score(features(one, other, tie, middle), tie.known());
  }
}
