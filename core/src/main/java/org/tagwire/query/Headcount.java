package org.tagwire.query;

import java.util.Optional;
import java.util.function.Supplier;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Totals;
import org.tagwire.store.ArticleStore;

/** The numbers of lists, under the owner's rules. Safe for use by many threads. */
final class Headcount {
  private final ArticleStore articles;
  private final RuledLists ruled;
  private final Supplier<Optional<SearchIndex>> index;

  Headcount(ArticleStore articles, RuledLists ruled, Supplier<Optional<SearchIndex>> index) {
    this.articles = articles;
    this.ruled = ruled;
    this.index = index;
  }

  /** Counts what a filter shows; without the index, of its newest thousands. */
  Totals totals(Filter filter, Audience audience) {
    Filter asked = ruled.on(filter, audience);
    return index
        .get()
        .map(i -> i.totals(asked, audience))
        .orElseGet(() -> Census.of(articles, asked, audience));
  }

  /** Returns the number of what can be seen now; empty while there is no index. */
  Optional<Long> version() {
    return index.get().map(SearchIndex::version);
  }
}
