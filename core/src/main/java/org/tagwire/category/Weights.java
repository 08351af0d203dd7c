package org.tagwire.category;

/**
 * The fitted numbers of this stage: how much each kind of evidence weighs, and how usual each field
 * is, in the order of {@link org.tagwire.model.Category}.
 *
 * <p>Found by {@code org.tagwire.category.FitFields} (core/src/tools) on the development
 * collections, together with the examples of {@code TrainFields} held out in turn, so that fields
 * which the collections do not have stay findable.
 */
final class Weights {
  /** How much a score by meaning is worth. */
  static final double MEANING = 1.09;

  /** How much a score by words is worth beside one by meaning. */
  static final double WORDS_BESIDE = 2.50;

  /** How much a score by words is worth where there is no meaning. */
  static final double WORDS_ALONE = 7.35;

  private static final double[] USUAL = {
    1.48, 1.55, 1.38, 1.37, -1.35, 1.51, 0.93, -1.19, -0.51, -0.66, -0.98, -0.89, -0.23, -0.83,
    -0.25, -0.35, -0.71, -0.27
  };
  private static final double[] USUAL_BY_WORDS = {
    2.33, 2.02, 2.40, 2.37, -1.54, 1.58, 0.94, -0.55, -0.78, -1.03, -1.35, -1.00, -0.25, -1.47,
    -0.58, -0.61, -1.42, -1.04
  };

  private Weights() {}

  /** Returns what is added to each field's score beside a meaning, or without one. */
  static double[] usual(boolean meaning) {
    return (meaning ? USUAL : USUAL_BY_WORDS).clone();
  }
}
