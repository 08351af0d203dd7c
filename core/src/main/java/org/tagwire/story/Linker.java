package org.tagwire.story;

import java.util.List;

/**
 * Weighs whether two stories, or an article and a story, tell of the same event. One setting serves
 * all sources; what is dense and what is sparse on an instance is told by the articles' own
 * surroundings, without labels (after Conneau et al., Word translation without parallel data, 2018,
 * §2.3). Immutable.
 *
 * @param weights one for each of {@link #FEATURES}
 * @param wordsOnly the same for where a meaning is unknown
 * @param granularity what the owner adds for finer stories, or takes away for coarser ones
 */
@SuppressWarnings("ArrayRecordComponent") // constants of the program, never handed out
record Linker(double[] weights, double[] wordsOnly, double granularity) {
  /** What {@link Member#densities} gives. */
  static final List<String> DENSITIES =
      List.of(
          "nearest meaning",
          "3 nearest meanings",
          "10 nearest meanings",
          "30 nearest meanings",
          "3 nearest wordings",
          "10 nearest wordings",
          "brevity");

  /** What is weighed; of the densities first the mean of both sides, then the lesser. */
  static final List<String> FEATURES =
      List.of(
          "always",
          "headlines' directions",
          "leads' directions",
          "texts' directions",
          "meanings' directions",
          "names' directions",
          "headlines' pairs",
          "leads' pairs",
          "texts' pairs",
          "meanings' pairs",
          "names' pairs",
          "meaning and text",
          "same weekday",
          "other weekday",
          "mean nearest meaning",
          "mean 3 nearest meanings",
          "mean 10 nearest meanings",
          "mean 30 nearest meanings",
          "mean 3 nearest wordings",
          "mean 10 nearest wordings",
          "mean brevity",
          "least nearest meaning",
          "least 3 nearest meanings",
          "least 10 nearest meanings",
          "least 30 nearest meanings",
          "least 3 nearest wordings",
          "least 10 nearest wordings",
          "least brevity",
          "size of the smaller",
          "size of the greater",
          "days between",
          "undated");

  static final Linker STANDARD =
      new Linker(
          new double[] {1.818, -1.372, -1.315, 0.902, 5.427, 1.343, 3.067, 4.668, 3.757, 2.997, -0.825, -2.573, 0.387, -0.723, -4.770, -5.413, 2.314, 0.517, -5.482, 4.182, -2.925, 1.726, 0.536, -2.074, -1.334, 0.770, -3.488, 0.669, -0.109, 0.616, -0.781, -1.523},
          new double[] {1.818, -1.372, -1.315, 0.902, 5.427, 1.343, 3.067, 4.668, 3.757, 2.997, -0.825, -2.573, 0.387, -0.723, -4.770, -5.413, 2.314, 0.517, -5.482, 4.182, -2.925, 1.726, 0.536, -2.074, -1.334, 0.770, -3.488, 0.669, -0.109, 0.616, -0.781, -1.523},
          0);

  Linker with(double granularity) {
    return new Linker(weights, wordsOnly, granularity);
  }

  /** Returns the features of two stories, in the order of {@link #FEATURES}. */
  static double[] features(Story one, Story other, Tie tie, Meaning middle) {
    double[] features = new double[FEATURES.size()];
    Wording a = one.wording();
    Wording b = other.wording();
    double pairs = (double) one.size() * other.size();
    double meaning = meaning(one, other, tie, middle);
    int i = 0;
    features[i++] = 1;
    features[i++] = direction(tie.title(), a.title().square() * b.title().square());
    features[i++] = direction(tie.lead(), a.lead().square() * b.lead().square());
    double body = direction(tie.body(), a.body().square() * b.body().square());
    features[i++] = body;
    features[i++] = meaning;
    features[i++] = direction(tie.names(), a.names().square() * b.names().square());
    features[i++] = tie.title() / pairs;
    features[i++] = tie.lead() / pairs;
    features[i++] = tie.body() / pairs;
    features[i++] = tie.meaning() / pairs;
    features[i++] = tie.names() / pairs;
    features[i++] = Math.max(0, meaning) * body;
    features[i++] = tie.days() / pairs;
    features[i++] = (one.dayNamers() * (double) other.dayNamers() - tie.days()) / pairs;
    i = densities(one, other, features, i);
    features[i++] = Math.log(Math.min(one.size(), other.size()));
    features[i++] = Math.log(Math.max(one.size(), other.size()));
    double gap = Math.abs(one.middle() - other.middle());
    features[i++] = Double.isNaN(gap) ? 0 : Math.log1p(gap);
    features[i++] = Double.isNaN(gap) ? 1 : 0;
    return features;
  }

  private static int densities(Story one, Story other, double[] features, int from) {
    int n = DENSITIES.size();
    for (int i = 0; i < n; i++) {
      features[from + i] = (one.density(i) + other.density(i)) / 2;
      features[from + n + i] = Math.min(one.density(i), other.density(i));
    }
    return from + 2 * n;
  }

  private static double direction(double dot, double squares) {
    return squares <= 0 ? 0 : dot / Math.sqrt(squares);
  }

  private static double meaning(Story one, Story other, Tie tie, Meaning middle) {
    float[] a = one.meaning();
    float[] b = other.meaning();
    return a == null || b == null
        ? 0
        : direction(
            tie.meaning(),
            middle.dot(a, one.meanings(), a, one.meanings())
                * middle.dot(b, other.meanings(), b, other.meanings()));
  }

  /** Returns how much speaks for one story: more than 0 where they are one. */
  double score(double[] features, boolean meaningKnown) {
    double[] chosen = meaningKnown ? weights : wordsOnly;
    double sum = -granularity;
    for (int i = 0; i < chosen.length; i++) {
      sum += chosen[i] * features[i];
    }
    return sum;
  }

  double score(Story one, Story other, Tie tie, Meaning middle) {
    return score(features(one, other, tie, middle), tie.known());
  }
}
