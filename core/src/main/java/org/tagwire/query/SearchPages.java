package org.tagwire.query;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tagwire.index.SearchIndex;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.Domain;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Filter;
import org.tagwire.model.Hashtag;
import org.tagwire.model.SourceId;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagwireException;
import org.tagwire.model.Totals;
import org.tagwire.search.Grammar;
import org.tagwire.search.Request;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.SourceStore;
import org.tagwire.store.TagStore;
import org.tagwire.text.Normalise;

/**
 * The search: what a reader typed, and where it leads. Safe for use by many threads.
 *
 * <p>A hashtag alone leads to its page, an article's id or address to the article; everything else
 * is a question to the lists, in the language of {@link Grammar}. No tag, publisher or article that
 * the audience may not know of is told by any of these ways.
 */
public final class SearchPages {
  private static final int SUGGESTIONS = 3;
  private static final int LONGEST_TAG = 120;

  private final ArticleStore articles;
  private final TagStore tags;
  private final SourceStore sources;
  private final Lists lists;
  private final TagGate gate;
  private final Supplier<Optional<SearchIndex>> index;
  private final Excerpting excerpts;

  public SearchPages(
      ArticleStore articles,
      TagStore tags,
      SourceStore sources,
      Lists lists,
      Supplier<Optional<SearchIndex>> index) {
    this.articles = articles;
    this.tags = tags;
    this.sources = sources;
    this.lists = lists;
    this.gate = new TagGate(lists);
    this.index = index;
    this.excerpts = new Excerpting(articles, index);
  }

  /**
   * A search as it came in.
   *
   * @param typed what was typed
   * @param view for whom, and from which place on when the newest are asked for
   * @param where what else the articles must be
   * @param best where among the best to go on, when these are asked for
   * @param now when
   * @param zone in which days begin
   */
  public record Sought(
      String typed,
      ListView view,
      Condition where,
      @Nullable RankPlace best,
      Instant now,
      ZoneId zone) {
    Audience audience() {
      return view.audience();
    }
  }

  /** Answers a search. */
  public Answer open(Sought sought) {
    String line = sought.typed().strip();
    if (line.length() <= Grammar.MAX_LENGTH) {
      Optional<Answer> leads = leads(line, sought);
      if (leads.isPresent()) {
        return leads.get();
      }
    }
    try {
      return switch (read(sought)) {
        case Request.TooMuch much -> new TooMuch(much.limit());
        case Request.Understood understood -> new Found(page(understood, sought));
      };
    } catch (TagwireException e) {
      if (e.code() == ErrorCode.TOO_SLOW) {
        return new TooSlow();
      }
      throw e;
    }
  }

  /** Reads what was typed, as far as its reader may know what it names. */
  public Request read(Sought sought) {
    KnownNames names = new KnownNames(tags, sources, lists, gate, sought.audience());
    return Grammar.read(sought.typed(), names, sought.now(), sought.zone());
  }

  private Optional<Answer> leads(String line, Sought sought) {
    if (line.indexOf(' ') >= 0) {
      return Optional.empty();
    }
    Optional<Answer> article =
        ArticleId.parse(line).filter(id -> isThere(id, sought)).map(ToArticle::new);
    if (article.isPresent()) {
      return article;
    }
    String plain = Normalise.line(line);
    return plain.startsWith("#")
        ? findTag(plain, sought.audience()).map(tag -> new ToTag(tag.form()))
        : Pasted.read(line).map(address -> address(address, sought));
  }

  private boolean isThere(ArticleId id, Sought sought) {
    return !(articles.find(id, sought.audience()) instanceof Lookup.Unknown);
  }

  private Answer address(Pasted address, Sought sought) {
    Map<String, ArticleId> known = articles.findByUrls(address.keys());
    Optional<ArticleId> article =
        address.keys().stream()
            .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
            .filter(id -> isThere(id, sought))
            .findFirst();
    if (article.isPresent()) {
      return new ToArticle(article.get());
    }
    Optional<SourceId> source =
        address.spellings().stream()
            .flatMap(url -> sources.findByUrl(url, sought.audience()).stream())
            .map(found -> found.id())
            .findFirst();
    KnownNames names = new KnownNames(tags, sources, lists, gate, sought.audience());
    return new AnAddress(
        address.href(),
        names.publishers(address.domain().name()).stream().findFirst(),
        sought.audience() == Audience.OWNER ? source : Optional.empty());
  }

  /** Finds the tag that a whole search may have meant. */
  private Optional<Hashtag> findTag(String typed, Audience audience) {
    return typed.length() > LONGEST_TAG
        ? Optional.empty()
        : TagKey.parse(typed).flatMap(tags::find).filter(tag -> gate.admits(tag, audience));
  }

  private SearchPage page(Request.Understood request, Sought sought) {
    if (request.findWanted().isEmpty()) {
      return new SearchPage(
          request, Totals.NONE, new ListPage(List.of(), null), null, List.of(), Map.of());
    }
    Condition wanted = request.findWanted().get();
    Filter filter = Filter.where(wanted).and(sought.where());
    RankPlace best = sought.best();
    ListPage found;
    RankPlace more = null;
    if (best == null) {
      found = lists.page(filter, sought.view());
    } else {
      Lists.Ranked ranked = lists.best(filter, sought.view(), best);
      found = new ListPage(ranked.listings(), null);
      more = ranked.next();
    }
    return new SearchPage(
        request,
        lists.totals(filter, sought.view()),
        found,
        more,
        meant(request, found, sought.audience()),
        excerpts.of(wanted, found.listings(), sought.audience()));
  }

  /** Returns the tag of this name; where nothing was found, also those near it. */
  private List<Hashtag> meant(Request.Understood request, ListPage found, Audience audience) {
    String line = request.line();
    Optional<Hashtag> named = findTag(line, audience);
    if (named.isPresent() || !found.listings().isEmpty() || line.length() > LONGEST_TAG) {
      return named.stream().toList();
    }
    return TagKey.parse(line)
        .map(key -> tags.nearest(key, audience, SUGGESTIONS))
        .orElse(List.of())
        .stream()
        .filter(tag -> gate.admits(tag, audience))
        .toList();
  }

  /** Says whether words are looked for in headlines only, because the index is being rebuilt. */
  public boolean isReduced() {
    return index.get().isEmpty();
  }

  /** Where a search leads. */
  public sealed interface Answer {}

  /** It goes beyond a limit. */
  public record TooMuch(Request.Limit limit) implements Answer {}

  /** It took longer than anybody may be kept waiting. */
  public record TooSlow() implements Answer {}

  /** To the page of a hashtag. */
  public record ToTag(String form) implements Answer {}

  /** To an article. */
  public record ToArticle(ArticleId id) implements Answer {}

  /**
   * An address at which we have no article.
   *
   * @param href the address
   * @param publisher whose site it is of, when we know it
   * @param source the owner's source at this address
   */
  public record AnAddress(String href, Optional<Domain> publisher, Optional<SourceId> source)
      implements Answer {}

  /** To a list. */
  public record Found(SearchPage page) implements Answer {}

  /**
   * What was found.
   *
   * @param request how the search was understood
   * @param totals the numbers of all matches
   * @param list the cards; newest first, or best first
   * @param more where the best go on; absent on their last page, and for the newest
   * @param meant hashtags that may have been meant, best first
   * @param hits what to show of cards in which words were found
   */
  public record SearchPage(
      Request.Understood request,
      Totals totals,
      ListPage list,
      @Nullable RankPlace more,
      List<Hashtag> meant,
      Map<ArticleId, Hits> hits) {
    public SearchPage {
      meant = List.copyOf(meant);
      hits = Map.copyOf(hits);
    }

    public Optional<RankPlace> findMore() {
      return Optional.ofNullable(more);
    }
  }
}
