package org.tagwire.model;

import java.time.Instant;

/**
 * A question for the best matches of a list, best first.
 *
 * @param filter which articles
 * @param audience for whom; nothing that this audience may not see is weighed or shown
 * @param until articles with a later sort time are left out, so that pages asked for one after the
 *     other fit together though newer articles came in
 * @param from how many of the best to pass over
 * @param size greatest number of cards, 1 to {@link ListQuery#MAX_SIZE}
 */
public record RankQuery(Filter filter, Audience audience, Instant until, int from, int size) {
  /** So many of the best are told apart; whoever wants more narrows the question. */
  public static final int MOST = 300;

  public RankQuery {
    if (from < 0 || from > MOST || size < 1 || size > ListQuery.MAX_SIZE) {
      throw new IllegalArgumentException(
          "of the best "
              + MOST
              + " a page shows 1 to "
              + ListQuery.MAX_SIZE
              + ", but "
              + size
              + " after "
              + from
              + " were asked for");
    }
  }
}
