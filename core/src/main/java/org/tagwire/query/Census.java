package org.tagwire.query;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Cursor;
import org.tagwire.model.Domain;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Totals;
import org.tagwire.store.ArticleStore;

/**
 * Counts the numbers of a heading from the store, while there is no index to ask.
 *
 * <p>It reads the list itself, which costs a look-up an article; so a list longer than {@link
 * #MOST} is counted by its newest. For one thread.
 */
final class Census {
  /** The greatest number of articles that are looked at. */
  static final int MOST = 2_000;

  private final ArticleStore articles;
  private final Shield shield;
  private final Set<Domain> carriers = new HashSet<>();
  private final Set<String> origins = new HashSet<>();
  private int looked;
  private int counted;
  private @Nullable Instant since;

  private Census(ArticleStore articles) {
    this.articles = articles;
    this.shield = new Shield(articles);
  }

  static Totals of(ArticleStore articles, Filter filter, Audience audience) {
    Census census = new Census(articles);
    census.countEach(filter, audience);
    census.countOrigins(filter, audience);
    return new Totals(census.counted, census.carriers.size(), census.origins.size(), census.since);
  }

  private void countEach(Filter filter, Audience audience) {
    @Nullable Cursor after = null;
    do {
      Page page = articles.list(new ListQuery(filter, audience, after, ListQuery.MAX_SIZE, false));
      for (Listing listing : shield.on(page.listings(), filter, audience)) {
        counted++;
        carriers.add(listing.card().carrier());
        since = listing.card().order();
      }
      looked += page.listings().size();
      after = page.next();
    } while (after != null && looked < MOST);
  }

  /** Of each copy group only the one that a folded list shows has an origin of its own. */
  private void countOrigins(Filter filter, Audience audience) {
    int seen = 0;
    @Nullable Cursor after = null;
    do {
      Page page = articles.list(new ListQuery(filter, audience, after, ListQuery.MAX_SIZE, true));
      for (Listing listing : shield.on(page.listings(), filter, audience)) {
        Card card = listing.card();
        origins.add(card.origin());
      }
      seen += page.listings().size();
      after = page.next();
    } while (after != null && seen < looked);
  }
}
