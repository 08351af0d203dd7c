package org.tagwire.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param listings its cards, newest first
 * @param next where the following page begins; absent on the last
 */
public record Page(List<Listing> listings, @Nullable Cursor next) {
  public static final Page EMPTY = new Page(List.of(), null);

  public Page {
    listings = List.copyOf(listings);
  }

  public Optional<Cursor> findNext() {
    return Optional.ofNullable(next);
  }

  /**
   * A card in its list.
   *
   * @param card the article
   * @param outlets in how many articles the same text stands, this one included, as far as the
   *     audience may see; 1 when alone
   */
  public record Listing(Card card, int outlets) {}
}
