package org.tagwire.hashtag;

import java.util.EnumMap;
import java.util.Map;

/** How much a piece is about a subject: a logistic model, so that every score can be told. */
final class Salience {
  private Salience() {}

  /** Returns 0 to 1. */
  static double of(EnumMap<Feature, Double> features) {
    double sum = 0;
    for (Map.Entry<Feature, Double> feature : features.entrySet()) {
      sum += feature.getKey().weight() * feature.getValue();
    }
    return 1 / (1 + Math.exp(-sum));
  }
}
