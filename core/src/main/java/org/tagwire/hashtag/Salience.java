package org.tagwire.hashtag;

import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.model.TagKind;

/**
 * How much a piece is about a subject: a logistic model over a few features, so that every score
 * can be told.
 *
 * <p>The weights began as a logistic regression (gradient descent, ridge 0.002, labels as {@code
 * tags.py} counts them) on the parts {@code salience}, {@code publisher} and {@code crowd} of the
 * development set {@code tags}; those of the title and of the publisher's tag, which those parts
 * hardly have, were set by hand.
 */
final class Salience {
  /** Names of the features, in the order of {@link #features} and {@link #WEIGHTS}. */
  static final String[] FEATURES = {
    "always", "in the title", "first in the title", "in the first paragraph", "earliness",
        "sentences", "share of sentences",
    "publisher's tag", "person", "organisation", "place", "work or event", "several words",
        "known to the stream",
    "only where sentences begin", "named once", "quoted"
  };

  private static final double[] WEIGHTS = {
    -2.6, 0.9, 0.3, 0.8, 1.2, 0.4, 0.95, 1.6, 0.2, 0.1, 0.0, 0.1, 0.3, 0.05, -0.1, -0.3, -0.15
  };

  private Salience() {}

  /** Returns 0 to 1. */
  static double of(double[] features) {
    double sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * features[i];
    }
    return 1 / (1 + Math.exp(-sum));
  }

  /**
   * Returns the features of {@code subject}.
   *
   * @param most in how many sentences the piece's most named subject stands
   * @param known how often the stream had it
   */
  static double[] features(Subject subject, TagKind kind, int most, double known) {
    int lines = subject.lines();
    boolean only = lines > 0 && subject.with(Sign.INITIAL) == subject.spots().size();
    return new double[] {
      1,
      flag(subject.isInTitle()),
      flag(subject.spots().stream().anyMatch(s -> s.line().isTitle() && s.from() <= 1)),
      flag(subject.isInLead()),
      lines == 0 ? 0 : 1 / (1 + 0.3 * subject.firstLine()),
      Math.log1p(lines),
      lines / (double) Math.max(1, most),
      flag(subject.isPublisherTag()),
      flag(kind == TagKind.PERSON),
      flag(kind == TagKind.ORGANISATION),
      flag(kind == TagKind.PLACE),
      flag(kind == TagKind.WORK || kind == TagKind.EVENT),
      flag(subject.words() > 1),
      Math.log1p(known),
      flag(only),
      flag(lines == 1),
      flag(subject.with(Sign.QUOTED) > 0)
    };
  }

  private static double flag(boolean set) {
    return set ? 1 : 0;
  }
}
