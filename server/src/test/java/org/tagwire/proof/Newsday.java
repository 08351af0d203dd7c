package org.tagwire.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Language;
import org.tagwire.model.Source;
import org.tagwire.newsstand.Newsstand;
import org.tagwire.newsstand.Options;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Newsroom;
import org.tagwire.newsstand.press.Press;
import org.tagwire.query.ArticlePages;
import org.tagwire.query.FrontPages;
import org.tagwire.query.HashtagPages;
import org.tagwire.query.ListView;
import org.tagwire.query.Lists;
import org.tagwire.query.StoryPages;
import org.tagwire.query.TagDirectory;
import org.tagwire.server.control.Order;
import org.tagwire.server.orders.Bureau;
import org.tagwire.server.works.Works;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.DueSource;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.SourceStore;
import org.tagwire.url.WebAddress;

/**
 * A newsstand with the shipped newsroom, a data directory, and the works between them, under one
 * clock. Used by one thread.
 */
final class Newsday implements AutoCloseable {
  static final Instant START = Instant.parse("2031-05-14T12:00:00Z");

  private static final Duration LEASE = Duration.ofMinutes(15);

  final SettableClock clock = new SettableClock(START);
  final Newsroom newsroom = Newsroom.shipped();
  final Press press = new Press(newsroom);
  final Newsstand stand;
  final Works works;

  Newsday(Path directory, Map<String, String> more) throws IOException {
    stand = Newsstand.open(newsroom, Options.at(clock));
    works =
        Works.open(
            new Works.Surroundings(directory, Outskirts.of(stand, more), clock, Failpoints.NONE));
  }

  /** Subscribes to every publisher the way an owner does: by address, one after the other. */
  Lines subscribe() {
    Lines told = new Lines();
    Bureau bureau = new Bureau(works);
    stand
        .subscriptions()
        .forEach(s -> bureau.carryOut(Order.of("add", s.address().toString()), told));
    return told;
  }

  /** Polls every source, due or not, in order, and waits until all is placed and can be found. */
  void poll() {
    SourceStore sources = works.store().sources();
    for (SourceStatus status : sources.list(Audience.OWNER)) {
      if (status.source().kind() != Source.Kind.DIRECT) {
        DueSource due = sources.claim(status.source().id(), clock.instant(), LEASE).orElseThrow();
        works.ingest().read(due).ifPresent(record -> sources.record(List.of(record)));
      }
    }
    works.settle((done, total) -> {});
  }

  ArticleStore articles() {
    return works.store().articles();
  }

  /** Returns the address of an account's page. */
  URI address(Account account) {
    return press.address(account, stand.dateline());
  }

  Account account(String slug) {
    return newsroom.accounts().stream()
        .filter(a -> a.slug().equals(slug))
        .findFirst()
        .orElseThrow();
  }

  ArticleId id(Account account) {
    String key = key(account);
    ArticleId id = articles().findByUrls(List.of(key)).get(key);
    if (id == null) {
      throw new AssertionError("nothing is stored for " + address(account));
    }
    return id;
  }

  String key(Account account) {
    return WebAddress.of(address(account).toString()).key();
  }

  /** Returns the accounts that have appeared by now and are not withdrawn. */
  List<Account> published() {
    return newsroom.accounts().stream().filter(this::isPublished).toList();
  }

  private boolean isPublished(Account account) {
    Duration withdrawn = account.schedule().withdrawn();
    Instant now = clock.instant();
    return !account.schedule().at().on(START).isAfter(now)
        && (withdrawn == null || START.plus(withdrawn).isAfter(now));
  }

  /** Returns every article that is stored and not withdrawn, by id. */
  Map<ArticleId, Article> stored() {
    Map<ArticleId, Article> all = new HashMap<>();
    List<ArticleId> ids = articles().walk(Optional.empty(), 100);
    while (!ids.isEmpty()) {
      articles().findAll(ids, Audience.OWNER).forEach(a -> all.put(a.id(), a));
      ids = articles().walk(Optional.of(ids.getLast()), 100);
    }
    return all;
  }

  Lists lists() {
    return new Lists(articles(), works.store().tags(), works::index);
  }

  HashtagPages hashtags() {
    return new HashtagPages(works.store().tags(), lists());
  }

  ArticlePages articlePages() {
    return new ArticlePages(articles(), works.store().tags(), lists(), works::index);
  }

  StoryPages storyPages() {
    return new StoryPages(articles(), lists());
  }

  FrontPages frontPages() {
    return new FrontPages(works.store().tags(), lists());
  }

  TagDirectory directory() {
    return new TagDirectory(works.store().tags(), lists());
  }

  static ListView owner() {
    return ListView.of(Audience.OWNER, Language.ENGLISH);
  }

  static ListView anybody() {
    return ListView.of(Audience.PUBLIC, Language.ENGLISH);
  }

  @Override
  public void close() {
    works.close();
    stand.close();
  }
}
