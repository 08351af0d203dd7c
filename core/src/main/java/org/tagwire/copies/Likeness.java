package org.tagwire.copies;

/**
 * How alike two texts are, by the shingles that both prints can tell of.
 *
 * @param shared how many both have
 * @param shorter how many the one with fewer has
 * @param longer how many the other has
 * @param sampled whether these are samples of the texts' shingles; otherwise they are all
 * @param refilled whether both texts share their wording, but not the numbers or names in it
 */
public record Likeness(int shared, int shorter, int longer, boolean sampled, boolean refilled) {
  /** What makes a copy: this much of the wording of both, or … */
  static final double JACCARD = 0.5;

  /** … this much of the shorter one's. */
  static final double CONTAINMENT = 0.6;

  /** Of a brief more must be found: half of its words may be what its outlet always says. */
  private static final double CONTAINMENT_OF_BRIEF = 0.8;

  private static final int BRIEF = 64;

  /** How many standard errors below the bar an estimate may stay; few true copies fall lower. */
  private static final double ERRORS = 2.5;

  /** However few there are to tell by, this much less than the bar is less. */
  private static final double WIDEST = 0.15;

  /** Fewer shared shingles are a phrase. */
  private static final int FEWEST_SHARED = 8;

  /** Returns shared of all, 0 to 1. */
  public double jaccard() {
    int either = shorter + longer - shared;
    return either == 0 ? 0 : shared / (double) either;
  }

  /** Returns shared of the shorter text's, 0 to 1. */
  public double containment() {
    return shorter == 0 ? 0 : shared / (double) shorter;
  }

  /** Returns whether one text is a copy of the other. */
  public boolean isCopy() {
    return shared >= FEWEST_SHARED && !refilled && isAlike();
  }

  /** Returns the same without so many shared shingles, which say nothing. */
  Likeness without(int common) {
    return new Likeness(shared - common, shorter - common, longer - common, sampled, refilled);
  }

  private boolean isAlike() {
    if (jaccard() >= bar(JACCARD, shorter + longer - shared)) {
      return true;
    }
    boolean brief = !sampled && shorter < BRIEF;
    return containment() >= (brief ? CONTAINMENT_OF_BRIEF : bar(CONTAINMENT, shorter));
  }

  private double bar(double share, int sample) {
    double error = Math.sqrt(share * (1 - share) / Math.max(1, sample));
    return sampled ? share - Math.min(WIDEST, ERRORS * error) : share;
  }
}
