package org.tagwire.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A question for one page of a list, newest first.
 *
 * @param filter which articles
 * @param audience for whom; nothing that this audience may not see is counted or shown
 * @param after the place in the list to go on from; absent for its beginning
 * @param size greatest number of cards, 1 to {@link #MAX_SIZE}
 * @param folded whether near-copies are shown once, by the first of their group that matches
 */
public record ListQuery(
    Filter filter, Audience audience, @Nullable Cursor after, int size, boolean folded) {
  public static final int MAX_SIZE = 200;

  public ListQuery {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "a page has 1 to " + MAX_SIZE + " cards, but " + size + " were asked for");
    }
  }

  /** Asks for the first page, near-copies folded. */
  public static ListQuery first(Filter filter, Audience audience, int size) {
    return new ListQuery(filter, audience, null, size, true);
  }

  public ListQuery from(Cursor cursor) {
    return new ListQuery(filter, audience, cursor, size, folded);
  }

  public ListQuery filter(Filter other) {
    return new ListQuery(other, audience, after, size, folded);
  }

  public Optional<Cursor> findAfter() {
    return Optional.ofNullable(after);
  }
}
