package org.tagwire.query;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.Audience;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.RankQuery;
import org.tagwire.model.TagCount;
import org.tagwire.model.Totals;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.TagStore;

/**
 * Lists of cards: newest first, the edition's own language before the others, from the index or,
 * while that is away, from the store. Safe for use by many threads.
 */
public final class Lists {
  private static final int DIGESTS = 2_000;

  private final ArticleStore articles;
  private final RuledLists ruled;
  private final Shield shield;
  private final Headcount numbers;
  private final Discretion discretion;
  private final Supplier<Optional<SearchIndex>> index;
  private final Kept<Asked, Digest> digests = new Kept<>(DIGESTS);

  private record Asked(Filter filter, Audience audience) {}

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
      ArticleStore articles, TagStore tags, Mutes mutes, Supplier<Optional<SearchIndex>> index) {
    this.articles = articles;
    this.ruled = new RuledLists(tags, mutes);
    this.index = index;
    this.shield = new Shield(articles);
    this.numbers = new Headcount(articles, ruled, index);
    this.discretion = new Discretion(tags, numbers);
  }

  /** Returns what decides which tags strangers are told of. */
  Discretion discretion() {
    return discretion;
  }

  /** Says whether an audience is spared a tag where nobody has asked for it. */
  boolean isSpared(Hashtag tag, Audience audience) {
    return ruled.isSpared(tag, audience);
  }

  /** Returns the page of {@code filter} that {@code view} looks at. */
  public ListPage page(Filter filter, ListView view) {
    Filter shown = view.aboutOnly() ? filter.about() : filter;
    if (view.only() != null) {
      Page page = ask(shown.in(view.only()), view, view.place(), view.size());
      return new ListPage(
          cut(filter, page.listings(), view),
          page.findNext().map(c -> new ListPlace(true, c)).orElse(null));
    }
    return ownFirst(shown, view);
  }

  /**
   * Returns the best matches of {@code filter} from a place on; the newest while there is no index.
   */
  Ranked best(Filter filter, ListView view, RankPlace place) {
    Filter narrowed = view.only() == null ? filter : filter.in(view.only());
    Filter asked = ruled.on(narrowed, view.audience());
    int size = view.size();
    RankQuery query = new RankQuery(asked, view.audience(), place.until(), place.from(), size + 1);
    List<Listing> found =
        index
            .get()
            .map(i -> i.best(query))
            .orElseGet(() -> stored(ListQuery.first(asked, view.audience(), size)).listings());
    boolean more = found.size() > size && place.from() + size < RankQuery.MOST;
    List<Listing> shown = found.subList(0, Math.min(size, found.size()));
    return new Ranked(
        cut(filter, ruled.on(filter, shown), view),
        more ? new RankPlace(place.until(), place.from() + size) : null);
  }

  /**
   * A page of the best matches.
   *
   * @param listings its cards, best first
   * @param next where the following page begins; absent on the last
   */
  record Ranked(List<Listing> listings, @Nullable RankPlace next) {
    Ranked {
      listings = List.copyOf(listings);
    }
  }

  /** Returns the numbers in the heading of a list; without the index, of its newest thousands. */
  public Totals totals(Filter filter, Audience audience) {
    return numbers.totals(filter, audience);
  }

  /** Returns the numbers of a list as a reader looks at it, all of its pages together. */
  public Totals totals(Filter filter, ListView view) {
    Filter shown = view.aboutOnly() ? filter.about() : filter;
    return totals(view.only() == null ? shown : shown.in(view.only()), view.audience());
  }

  /**
   * Counts a list's articles by time: of ascending bounds, how many stand from each on and before
   * the next; empty while there is no index to ask.
   */
  public Optional<List<Integer>> volume(Filter filter, Audience audience, List<Instant> bounds) {
    return index.get().map(i -> i.volume(ruled.on(filter, audience), audience, bounds));
  }

  /** Returns the tags most publishers wrote about since a time; none without an index. */
  List<TagCount> topTags(Filter filter, Audience audience, Instant since, int limit) {
    return index
        .get()
        .map(i -> i.topTags(ruled.on(filter, audience), audience, since, limit))
        .orElse(List.of());
  }

  /** Returns by what a list can be narrowed, as its newest articles show it. */
  public Choices choices(Filter filter, Audience audience, Instant now) {
    return digest(filter, audience, moment(now)).choices();
  }

  /**
   * Returns the same of what hardly anybody asks for twice, as a search: read anew each time, which
   * is cheaper than to learn more of it and keep that.
   */
  public Choices choices(Filter filter, Audience audience) {
    return Choices.of(newest(filter, audience, Digest.READ));
  }

  /** Reads a list's newest articles for what they have in common. */
  Digest digest(Filter filter, Audience audience, Kept.Moment moment) {
    return digests.ask(
        new Asked(filter, audience),
        moment,
        () -> Digest.of(newest(filter, audience, Digest.READ)));
  }

  /** Returns the state of things; without an index nothing is kept for long. */
  Kept.Moment moment(Instant now) {
    return index
        .get()
        .map(i -> Kept.Moment.of(i.version(), now))
        .orElseGet(() -> Kept.Moment.of(-now.getEpochSecond(), now));
  }

  /** Returns the newest cards of all languages. */
  List<Listing> newest(Filter filter, Audience audience, int size) {
    ListQuery query = ListQuery.first(ruled.on(filter, audience), audience, size);
    Page page = list(query);
    return ruled.on(filter, page.listings());
  }

  private ListPage ownFirst(Filter filter, ListView view) {
    List<Listing> listings = new ArrayList<>();
    ListPlace place = view.place();
    if (place.own()) {
      Page own = ask(filter.in(view.edition()), view, place, view.size());
      listings.addAll(own.listings());
      if (own.findNext().isPresent()) {
        return new ListPage(cut(filter, listings, view), new ListPlace(true, own.next()));
      }
      place = new ListPlace(false, null);
    }
    if (listings.size() == view.size()) {
      return new ListPage(cut(filter, listings, view), othersOrNone(filter, view));
    }
    Page others = ask(filter.notIn(view.edition()), view, place, view.size() - listings.size());
    listings.addAll(others.listings());
    return new ListPage(
        cut(filter, listings, view),
        others.findNext().map(c -> new ListPlace(false, c)).orElse(null));
  }

  private @Nullable ListPlace othersOrNone(Filter filter, ListView view) {
    ListPlace start = new ListPlace(false, null);
    return ask(filter.notIn(view.edition()), view, start, 1).listings().isEmpty() ? null : start;
  }

  private Page list(ListQuery query) {
    return index.get().map(i -> i.list(query)).orElseGet(() -> stored(query));
  }

  private Page stored(ListQuery query) {
    Page page = articles.list(query);
    List<Listing> shown = shield.on(page.listings(), query.filter(), query.audience());
    return new Page(shown, page.next());
  }

  private Page ask(Filter filter, ListView view, ListPlace place, int size) {
    Filter shown = ruled.on(filter, view.audience());
    ListQuery query = new ListQuery(shown, view.audience(), place.cursor(), size, true);
    Page page = list(query);
    return new Page(ruled.on(filter, page.listings()), page.next());
  }

  private List<Listing> cut(Filter filter, List<Listing> listings, ListView view) {
    if (view.audience() == Audience.OWNER) {
      return listings;
    }
    PublicFace face = new PublicFace(discretion.look());
    return listings.stream()
        .filter(listing -> face.mayStand(listing.card(), filter))
        .map(face::of)
        .toList();
  }
}
