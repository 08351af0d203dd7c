package org.tagwire.ingest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.tagwire.fetch.FetchLimits;
import org.tagwire.fetch.FetchSettings;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.PollPolicy;
import org.tagwire.fetch.Reach;
import org.tagwire.fetch.Surroundings;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Shard;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRules;
import org.tagwire.model.Vector;
import org.tagwire.model.Visibility;
import org.tagwire.polling.Schedule;
import org.tagwire.rights.PublisherSignals;
import org.tagwire.store.DueSource;
import org.tagwire.store.NewSource;
import org.tagwire.store.PollRecord;
import org.tagwire.store.Store;
import org.tagwire.store.TagStore;
import org.tagwire.store.sqlite.SqliteStore;

/**
 * The journey over one data directory and one feed on loopback, with stages that break on what a
 * test tells them to: the one that understands a text, and the one that makes the card of a reading
 * about a tag.
 */
final class PoisonedPress implements AutoCloseable {
  static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");

  private final Path directory;
  private final boolean keepsRaw;
  private final HttpServer server;
  private final Map<String, String> items = new ConcurrentHashMap<>();
  private final List<String> conditions = new CopyOnWriteArrayList<>();
  private final int pageBytes;
  private final Optional<Analyst> analyst = Optional.of(new Analyst(this::embed));
  private Consumer<String> understanding = text -> {};
  private Consumer<Collection<TagKey>> carding = keys -> {};
  private Store store;
  private Fetcher fetcher;
  private Ingest ingest;
  private Retrial retrial;

  PoisonedPress(Path directory, boolean keepsRaw, int pageBytes) throws IOException {
    this.directory = directory;
    this.keepsRaw = keepsRaw;
    this.pageBytes = pageBytes;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    store = SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(NOW));
    fetcher = fetcher();
    store.sources().add(List.of(feed()), NOW);
    assemble();
  }

  /** Understanding breaks as {@code fault} says. */
  void poisonUnderstanding(Consumer<String> fault) {
    understanding = fault;
  }

  /** Making a card breaks as {@code fault} says. */
  void poisonCards(Consumer<Collection<TagKey>> fault) {
    carding = fault;
  }

  /** Has the feed carry an item under a name. */
  void publish(String name, String title, String text) {
    items.put(
        name,
        "<item><guid isPermaLink=\"false\">"
            + name
            + "</guid><title>"
            + title
            + "</title><link>"
            + origin()
            + "/pages/"
            + name
            + "</link><description><![CDATA[<p>"
            + text
            + "</p>]]></description><pubDate>Wed, 14 May 2031 11:00:00 GMT</pubDate></item>");
  }

  void retract(String name) {
    items.remove(name);
  }

  /** Polls the feed and places what waits, as the loops do; returns the record of the poll. */
  PollRecord poll() {
    DueSource due = store.sources().claim(source(), NOW, Duration.ofMinutes(1)).orElseThrow();
    ingest.read(due).ifPresent(record -> store.sources().record(List.of(record)));
    placeAll();
    return store.sources().lastPolls(source()).getFirst();
  }

  /** Places until nothing waits; a crash loop would never end, so its turns are counted. */
  void placeAll() {
    for (int turn = 0; turn < 40; turn++) {
      Set<Shard> waiting = store.articles().pendingShards();
      if (waiting.isEmpty()) {
        return;
      }
      waiting.forEach(ingest::place);
    }
    throw new AssertionError("readings still wait after 40 turns");
  }

  /** Ends the process, as it were, and starts another on the same directory. */
  void restart() {
    fetcher.close();
    store.close();
    store = SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(NOW));
    fetcher = fetcher();
    assemble();
  }

  Store store() {
    return store;
  }

  Retrial retrial() {
    return retrial;
  }

  SourceId source() {
    return store.sources().list(Audience.OWNER).getFirst().source().id();
  }

  /** Returns the If-None-Match of each request for the feed, or "none". */
  List<String> conditions() {
    return List.copyOf(conditions);
  }

  private void assemble() {
    InstantSource clock = InstantSource.fixed(NOW);
    Desks desks = new Desks(withTags(new BreakingTags(store.tags())), analyst, clock);
    Announcements announcements = new Announcements(store.articles());
    PageReader pages =
        new PageReader(
            fetcher, new PublisherSignals("Tagwire"), Source.PageFetching.AUTO, Failpoints.NONE);
    ArticleReader reader =
        new ArticleReader(
            store.articles(), pages, analyst, new Credits(store.sources()), desks::knowledge);
    Quarantine quarantine = new Quarantine(store.quarantine(), keepsRaw, clock);
    ingest =
        new Ingest(
            fetcher,
            new Exposure(fetcher.robots(), store.sources()),
            new Documents(),
            announcements,
            reader,
            new Schedule(s -> new PollPolicy(Duration.ofMinutes(15)), store.sources(), clock),
            store.articles(),
            desks,
            quarantine,
            new Ingest.Surroundings(
                clock,
                Failpoints.NONE,
                keepsRaw,
                () -> {},
                () -> {},
                (source, fetched, head) -> {}));
    retrial = new Retrial(store, ingest, announcements, reader, quarantine, clock);
  }

  private Optional<Vector> embed(String text) {
    understanding.accept(text);
    return Optional.empty();
  }

  private Store withTags(TagStore tags) {
    return new Store(
        store.sources(),
        store.articles(),
        tags,
        store.rules(),
        store.knowledge(),
        store.tombstones(),
        store.archive(),
        store.quarantine(),
        store.hubs(),
        store.watch(),
        store.upkeep());
  }

  private static Fetcher fetcher() {
    Reach reach =
        new Reach(List.of(Reach.Range.parse("127.0.0.0/8").orElseThrow()), Map.of(), Set.of());
    return new Fetcher(
        new FetchSettings(
            "Tagwire",
            FetchLimits.DEFAULT,
            reach,
            new FetchSettings.Gaps(Duration.ofSeconds(1), Duration.ZERO),
            Surroundings.of(InstantSource.fixed(NOW))));
  }

  private NewSource feed() {
    return new NewSource(
        origin() + "/feed",
        Source.Kind.FEED,
        "The Lantern",
        new Domain("lantern.example"),
        "",
        Visibility.PUBLIC,
        Source.PageFetching.AUTO);
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.equals("/feed")) {
      String condition = exchange.getRequestHeaders().getFirst("If-None-Match");
      conditions.add(condition == null ? "none" : condition);
      String body =
          "<rss version=\"2.0\"><channel><title>The Lantern</title><language>en</language>"
              + String.join("", new ArrayList<>(items.values()))
              + "</channel></rss>";
      String etag = "\"" + Integer.toHexString(body.hashCode()) + "\"";
      exchange.getResponseHeaders().set("ETag", etag);
      exchange.getResponseHeaders().set("Content-Type", "application/rss+xml");
      send(exchange, etag.equals(condition) ? 304 : 200, body);
    } else if (path.startsWith("/pages/") && pageBytes > 0) {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      send(exchange, 200, "<title>A page</title><p>" + "Word upon word. ".repeat(pageBytes / 16));
    } else {
      send(exchange, 404, "");
    }
  }

  private static void send(HttpExchange exchange, int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.sendResponseHeaders(status, status == 304 || bytes.length == 0 ? -1 : bytes.length);
      if (status == 200) {
        exchange.getResponseBody().write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    fetcher.close();
    store.close();
    server.stop(0);
  }

  /** Tags that break when asked for what a test has poisoned. */
  private final class BreakingTags implements TagStore {
    private final TagStore tags;

    BreakingTags(TagStore tags) {
      this.tags = tags;
    }

    @Override
    public Optional<Hashtag> find(TagKey key) {
      return tags.find(key);
    }

    @Override
    public Map<TagKey, Hashtag> findAll(Collection<TagKey> keys) {
      carding.accept(keys);
      return tags.findAll(keys);
    }

    @Override
    public List<Hashtag> nearest(TagKey key, Audience audience, int limit) {
      return tags.nearest(key, audience, limit);
    }

    @Override
    public List<Hashtag> list(Optional<TagKey> from, Audience audience, int limit) {
      return tags.list(from, audience, limit);
    }

    @Override
    public List<Hashtag> initials(Audience audience) {
      return tags.initials(audience);
    }

    @Override
    public TagRules rules() {
      return tags.rules();
    }

    @Override
    public long count() {
      return tags.count();
    }
  }
}
