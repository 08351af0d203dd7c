package org.tagwire.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.Totals;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.TagStore;

/**
 * Lists of cards: newest first, the edition's own language before the others, from the index or,
 * while that is away, from the store. Safe for use by many threads.
 */
public final class Lists {
  private final ArticleStore articles;
  private final RuledLists ruled;
  private final Mutes mutes;
  private final Supplier<Optional<SearchIndex>> index;

  /**
   * Lists of which nothing is muted.
   *
   * @param articles the store
   * @param tags the hashtags, with what the owner has said about them
   * @param index the index while it may be asked; empty while it is being rebuilt
   */
  public Lists(ArticleStore articles, TagStore tags, Supplier<Optional<SearchIndex>> index) {
    this(articles, tags, new Mutes(List::of), index);
  }

  /** Lists without what the owner has muted. */
  public Lists(
      ArticleStore articles,
      TagStore tags,
      Mutes mutes,
      Supplier<Optional<SearchIndex>> index) {
    this.articles = articles;
    this.ruled = new RuledLists(tags);
    this.mutes = mutes;
    this.index = index;
  }

  /** Returns the page of {@code filter} that {@code view} looks at. */
  public ListPage page(Filter filter, ListView view) {
    Filter shown = view.aboutOnly() ? filter.about() : filter;
    if (view.only() != null) {
      Page page = ask(shown.in(view.only()), view, view.place(), view.size());
      return new ListPage(
          cut(page.listings(), view),
          page.findNext().map(c -> new ListPlace(true, c)).orElse(null));
    }
    return ownFirst(shown, view);
  }

  /** Returns the numbers in the heading of a list; without the index, of its newest thousands. */
  public Totals totals(Filter filter, Audience audience) {
    Filter asked = ruled.on(mutes.on(filter, audience));
    return index
        .get()
        .map(i -> i.totals(asked, audience))
        .orElseGet(() -> Census.of(articles, asked, audience));
  }

  /** Returns the newest cards of all languages. */
  List<Listing> newest(Filter filter, Audience audience, int size) {
    ListQuery query = ListQuery.first(ruled.on(mutes.on(filter, audience)), audience, size);
    Page page = index.get().map(i -> i.list(query)).orElseGet(() -> articles.list(query));
    return ruled.on(filter, page.listings());
  }

  private ListPage ownFirst(Filter filter, ListView view) {
    List<Listing> listings = new ArrayList<>();
    ListPlace place = view.place();
    if (place.own()) {
      Page own = ask(filter.in(view.edition()), view, place, view.size());
      listings.addAll(own.listings());
      if (own.findNext().isPresent()) {
        return new ListPage(cut(listings, view), new ListPlace(true, own.next()));
      }
      place = new ListPlace(false, null);
    }
    if (listings.size() == view.size()) {
      return new ListPage(cut(listings, view), othersOrNone(filter, view));
    }
    Page others = ask(filter.notIn(view.edition()), view, place, view.size() - listings.size());
    listings.addAll(others.listings());
    return new ListPage(
        cut(listings, view), others.findNext().map(c -> new ListPlace(false, c)).orElse(null));
  }

  private @org.jspecify.annotations.Nullable ListPlace othersOrNone(Filter filter, ListView view) {
    ListPlace start = new ListPlace(false, null);
    return ask(filter.notIn(view.edition()), view, start, 1).listings().isEmpty() ? null : start;
  }

  private Page ask(Filter filter, ListView view, ListPlace place, int size) {
    Filter shown = ruled.on(mutes.on(filter, view.audience()));
    ListQuery query = new ListQuery(shown, view.audience(), place.cursor(), size, true);
    Page page = index.get().map(i -> i.list(query)).orElseGet(() -> articles.list(query));
    return new Page(ruled.on(filter, page.listings()), page.next());
  }

  private static List<Listing> cut(List<Listing> listings, ListView view) {
    return view.audience() == Audience.OWNER
        ? listings
        : listings.stream().map(PublicFace::of).toList();
  }
}
