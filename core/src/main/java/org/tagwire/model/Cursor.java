package org.tagwire.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A place in a list that stays where it is while newer articles come in: just after the article
 * with this time and id.
 *
 * @param order the sort time of the last article shown
 * @param id that article, which decides between equal times
 */
public record Cursor(Instant order, ArticleId id) {
  /** Returns the place just after {@code card}. */
  public static Cursor after(Card card) {
    return new Cursor(card.order(), card.id());
  }

  /** Writes the cursor for an address, as in {@code 1763794800000-0123…}. */
  public String token() {
    return order.toEpochMilli() + "-" + id.hex();
  }

  /** Reads a {@link #token}; empty when it is none. */
  public static Optional<Cursor> parse(String token) {
    int dash = token.lastIndexOf('-');
    if (dash < 1 || dash > 15 || !token.substring(0, dash).matches("-?\\d{1,14}")) {
      return Optional.empty();
    }
    Instant order = Instant.ofEpochMilli(Long.parseLong(token.substring(0, dash)));
    return ArticleId.parse(token.substring(dash + 1)).map(id -> new Cursor(order, id));
  }
}
