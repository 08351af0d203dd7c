package org.tagwire.hashtag;

import java.util.List;

/**
 * Why a piece has a tag, and how surely it is about it.
 *
 * @param name the tag's name in this piece
 * @param score 0 to 1: the logistic function of the sum of all contributions
 * @param reasons what speaks for and against it, strongest first
 */
public record Explanation(String name, double score, List<Reason> reasons) {
  public Explanation {
    reasons = List.copyOf(reasons);
  }

  /**
   * One thing that was measured.
   *
   * @param feature what
   * @param value how much of it this piece has
   * @param weight what one of it counts
   */
  public record Reason(String feature, double value, double weight) {
    /** Returns what it adds to the sum: more than 0 speaks for the tag. */
    public double contribution() {
      return value * weight;
    }
  }
}
