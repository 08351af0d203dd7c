package org.tagwire.query;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Page.Listing;

/**
 * One page of a list as readers see it.
 *
 * @param listings its cards; for the public audience already cut to what may be shown
 * @param next where the following page begins; absent on the last
 */
public record ListPage(List<Listing> listings, @Nullable ListPlace next) {
  public ListPage {
    listings = List.copyOf(listings);
  }

  public Optional<ListPlace> findNext() {
    return Optional.ofNullable(next);
  }
}
