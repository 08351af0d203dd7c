package org.tagwire.story;

import org.jspecify.annotations.Nullable;

/**
 * What two stories have in common: dot products of their sums. Those of a story that grew out of
 * two are the sums of both. Immutable.
 */
record Tie(
    double title,
    double lead,
    double body,
    double names,
    double meaning,
    double days,
    boolean known) {
  static Tie between(Story one, Story other, Meaning middle) {
    Wording mine = one.wording();
    Wording theirs = other.wording();
    float @Nullable [] a = one.meaning();
    float @Nullable [] b = other.meaning();
    boolean known = a != null && b != null;
    double days = 0;
    for (int i = 0; i < Weekdays.DAYS; i++) {
      days += one.days()[i] * other.days()[i];
    }
    return new Tie(
        mine.title().dot(theirs.title()),
        mine.lead().dot(theirs.lead()),
        mine.body().dot(theirs.body()),
        mine.names().dot(theirs.names()),
        a != null && b != null ? middle.dot(a, one.meanings(), b, other.meanings()) : 0,
        days,
        known);
  }

  Tie plus(Tie other) {
    return new Tie(
        title + other.title,
        lead + other.lead,
        body + other.body,
        names + other.names,
        meaning + other.meaning,
        days + other.days,
        known || other.known);
  }
}
