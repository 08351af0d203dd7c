package org.tagwire.query;

import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.model.Language;

/**
 * How a reader looks at a list.
 *
 * @param audience who asks
 * @param edition the language shown first
 * @param only the one language to narrow to; absent for all
 * @param aboutOnly whether a tag's list leaves out mere mentions
 * @param place where to go on from
 * @param size greatest number of cards
 */
public record ListView(
    Audience audience,
    Language edition,
    @Nullable Language only,
    boolean aboutOnly,
    ListPlace place,
    int size) {
  /** How many cards a page has. */
  public static final int PAGE_SIZE = 30;

  /** Returns the view of somebody who has just opened an edition. */
  public static ListView of(Audience audience, Language edition) {
    return new ListView(audience, edition, null, false, ListPlace.START, PAGE_SIZE);
  }

  /** Returns the same view of another place, with at most so many cards. */
  ListView at(ListPlace other, int most) {
    return new ListView(audience, edition, only, aboutOnly, other, most);
  }
}
