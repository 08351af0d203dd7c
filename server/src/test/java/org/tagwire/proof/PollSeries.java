package org.tagwire.proof;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.newsstand.Newsstand;
import org.tagwire.newsstand.Options;
import org.tagwire.newsstand.site.Reply;
import org.tagwire.newsstand.site.Resource;
import org.tagwire.newsstand.site.Site;
import org.tagwire.newsstand.site.Subscription;
import org.tagwire.server.works.Works;
import org.tagwire.store.NewSource;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;

/**
 * A feed, a loopback server that answers with whatever document it is handed, and the whole works
 * between them, under one clock. Pages and understanding are off: what is proven is who is who.
 * Used by one thread.
 */
final class PollSeries implements AutoCloseable {
  private static final String HOST = "series.example";
  private static final Duration LEASE = Duration.ofMinutes(15);

  private final SettableClock clock;
  private final Newsstand stand;
  private final Works works;
  private SourceId source;
  private int begun;
  private volatile Resource document;

  PollSeries(Path directory, Instant start) throws IOException {
    clock = new SettableClock(start);
    document = Resource.of("application/rss+xml", new byte[0], start);
    stand = Newsstand.open(dateline -> List.of(new Desk()), Options.at(clock));
    Map<String, String> settings =
        Map.of("fetch-pages", "off", "understand", "off", "embedding", "off");
    works =
        Works.open(
            new Works.Surroundings(
                directory, Outskirts.of(stand, settings), clock, Failpoints.NONE));
    source = begin();
  }

  /** Begins another series, of another source that knows nothing of those before. */
  SourceId begin() {
    String path = "/feed" + ++begun;
    NewSource feed =
        new NewSource(
            "http://" + HOST + ":" + stand.port() + path,
            Source.Kind.FEED,
            "Series",
            new Domain(HOST),
            "",
            Visibility.PUBLIC,
            Source.PageFetching.OFF);
    source = works.store().sources().add(List.of(feed), clock.instant()).getFirst();
    return source;
  }

  private final class Desk implements Site {
    @Override
    public String host() {
      return HOST;
    }

    @Override
    public List<Subscription> subscriptions() {
      return List.of(new Subscription(HOST, URI.create("http://" + HOST + "/feed")));
    }

    @Override
    public Reply answer(String target, Instant now) {
      return target.startsWith("/feed") ? new Reply.Found(document) : new Reply.Missing();
    }
  }

  /** Polls the feed an hour later, while it says this. */
  void poll(String xml) {
    poll(clock.instant().plus(Duration.ofHours(1)), xml.getBytes(StandardCharsets.UTF_8));
  }

  /** Polls the feed at a time at which it says this, and waits until all is placed. */
  void poll(Instant at, byte[] xml) {
    clock.set(at);
    document = Resource.of("application/rss+xml", xml, at);
    works
        .ingest()
        .read(works.store().sources().claim(source, at, LEASE).orElseThrow())
        .ifPresent(record -> works.store().sources().record(List.of(record)));
    // The index gathers for half a second, which nobody here needs to wait for.
    while (!works.store().articles().pendingShards().isEmpty()) {
      LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
    }
  }

  /** Returns the articles of the series that are stored, in the order in which they came. */
  List<Article> articles() {
    List<Article> all = new ArrayList<>();
    List<ArticleId> ids = works.store().articles().walk(Optional.empty(), 200);
    while (!ids.isEmpty()) {
      works.store().articles().findAll(ids, Audience.OWNER).stream()
          .filter(a -> a.reading().announcement().source().equals(source))
          .forEach(all::add);
      ids = works.store().articles().walk(Optional.of(ids.getLast()), 200);
    }
    all.sort(
        (a, b) ->
            a.reading()
                .announcement()
                .firstSeen()
                .compareTo(b.reading().announcement().firstSeen()));
    return all;
  }

  /** Returns the headlines of those that are stored. */
  List<String> headlines() {
    return articles().stream().map(a -> a.text().title()).toList();
  }

  PollRecord lastPoll() {
    return works.store().sources().lastPolls(source).getFirst();
  }

  SourceStatus status() {
    return works.store().sources().list(Audience.OWNER).stream()
        .filter(s -> s.source().id().equals(source))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    works.close();
    stand.close();
  }
}
