package org.tagwire.category;

/**
 * The fitted numbers of this stage: how much each kind of evidence weighs, and how usual each field
 * is, in the order of {@link org.tagwire.model.Category}.
 *
 * <p>Found by {@code org.tagwire.category.FitFields} (core/src/tools) on the development
 * collections, each of the same weight, together with the examples of {@code TrainFields} held out
 * in turn, so that fields which the collections do not have stay findable.
 */
final class Weights {
  /** How much a score by meaning is worth. */
  static final double MEANING = 1.29;

  /** How much a score by words is worth beside one by meaning. */
  static final double WORDS_BESIDE = 2.59;

  /** How much a score by words is worth where there is no meaning. */
  static final double WORDS_ALONE = 7.75;

  private static final double[] USUAL = {
    1.25, 1.01, 1.42, 0.85, -1.20, 0.61, 0.49, -0.56, -0.44, -0.59, -0.62, -0.35, -0.30, -0.61, 0.45,
    -0.25, -0.75, -0.41
  };
  private static final double[] USUAL_BY_WORDS = {
    2.34, 1.83, 2.67, 1.87, -1.14, 0.85, 0.59, 0.09, -0.59, -1.07, -1.41, -0.52, -0.41, -1.62, 0.28,
    -0.72, -1.77, -1.28
  };

  private Weights() {}

  /** Returns what is added to each field's score beside a meaning, or without one. */
  static double[] usual(boolean meaning) {
    return (meaning ? USUAL : USUAL_BY_WORDS).clone();
  }
}
