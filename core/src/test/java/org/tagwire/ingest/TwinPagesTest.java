package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchLimits;
import org.tagwire.fetch.FetchSettings;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Reach;
import org.tagwire.fetch.Surroundings;
import org.tagwire.ingest.ArticleReader.Issue;
import org.tagwire.ingest.HouseRules.FeedTerms;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Observation;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.Source;
import org.tagwire.model.Visibility;
import org.tagwire.rights.PublisherSignals;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.NewSource;
import org.tagwire.store.Placed;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

/** One article under several addresses: its own, an AMP and a mobile edition's. */
class TwinPagesTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");

  @TempDir Path directory;
  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private HttpServer server;
  private Fetcher fetcher;
  private Store store;
  private Source source;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    store = SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(NOW));
    Reach reach =
        new Reach(List.of(Reach.Range.parse("127.0.0.0/8").orElseThrow()), Map.of(), Set.of());
    fetcher =
        new Fetcher(
            new FetchSettings(
                "Tagwire",
                FetchLimits.DEFAULT,
                reach,
                new FetchSettings.Gaps(Duration.ofSeconds(1), Duration.ZERO),
                Surroundings.of(InstantSource.fixed(NOW))));
    NewSource feed =
        new NewSource(
            origin() + "/feed",
            Source.Kind.FEED,
            "Gazette",
            new Domain("gazette.example"),
            "",
            Visibility.PUBLIC,
            Source.PageFetching.AUTO);
    source =
        store
            .sources()
            .find(store.sources().add(List.of(feed), NOW).getFirst(), Audience.OWNER)
            .orElseThrow();
  }

  @AfterEach
  void close() {
    fetcher.close();
    store.close();
    server.stop(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/amp/mill", "/mill/amp", "/story.amp?id=7", "/m/7"})
  void makesOneArticleOfAPageAndItsOtherEdition(String edition) {
    publish("/mill", "The mill turns", "/mill");
    publish(edition, "The mill turns", "/mill");

    ArticleId first = poll("g1", "/mill", "The mill turns");

    assertThat(poll("g2", edition, "The mill turns again")).isEqualTo(first);
    assertThat(known("/mill")).contains(first);
    assertThat(known(edition)).contains(first);
  }

  @Test
  void knowsThePageAgainWhoseOtherEditionCameFirst() {
    publish("/mill", "The mill turns", "/mill");
    publish("/story.amp", "The mill turns", "/mill");

    ArticleId first = poll("g1", "/story.amp", "The mill turns");

    assertThat(poll("g2", "/mill", "The mill turns")).isEqualTo(first);
  }

  @Test
  void doesNotBelieveATemplateThatNamesOneAddressOnEveryPage() {
    publish("/mill", "The mill turns", "/mill");
    publish("/ferry", "Ferry stuck in the basin since dawn", "/mill");

    ArticleId first = poll("g1", "/mill", "The mill turns");

    assertThat(poll("g2", "/ferry", "Ferry stuck in the basin since dawn")).isNotEqualTo(first);
  }

  /** Reads a feed with one item as the poller does and returns the article it belongs to. */
  private ArticleId poll(String guid, String path, String title) {
    String xml =
        "<rss version='2.0'><channel><title>Gazette</title><item><guid isPermaLink='false'>"
            + guid
            + "</guid><title>"
            + title
            + "</title><link>"
            + origin()
            + path
            + "</link><description>Announced as "
            + guid
            + ".</description></item></channel></rss>";
    ParseResult result =
        new FeedParser()
            .parse(
                new FeedInput(
                    xml.getBytes(StandardCharsets.UTF_8), "application/rss+xml", origin()));
    ParsedFeed feed = ((ParseResult.Parsed) result).feed();
    ArticleReader reader =
        new ArticleReader(
            store.articles(),
            new PageReader(
                fetcher,
                new PublisherSignals("Tagwire"),
                Source.PageFetching.AUTO,
                Failpoints.NONE),
            Optional.empty(),
            new Credits(store.sources()),
            () -> Knowledge.NONE);
    Issue issue = new Issue(source, feed, FeedTerms.NONE, NOW);
    List<Accepted> accepted =
        new Announcements(store.articles())
            .fresh(source, feed.items(), NOW).stream()
                .map(fresh -> reader.read(issue, fresh, new Evidence()).accepted())
                .toList();
    store.articles().accept(accepted, Optional.empty());
    accepted.stream().filter(a -> !a.link()).map(Accepted::reading).forEach(this::place);
    return accepted.isEmpty() ? known(path).orElseThrow() : accepted.getFirst().reading().id();
  }

  private void place(Reading reading) {
    Placement placement = Samples.alone(reading);
    Placed placed =
        new Placed(reading, placement, Samples.card(reading, placement), Observation.NONE);
    store.articles().place(List.of(placed));
  }

  private Optional<ArticleId> known(String path) {
    String key = origin().substring("http://".length()) + path;
    return Optional.ofNullable(store.articles().findByUrls(List.of(key)).get(key));
  }

  private String origin() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void publish(String path, String title, String canonical) {
    pages.put(
        path,
        "<html><head><title>"
            + title
            + "</title><link rel=canonical href='"
            + canonical
            + "'><link rel=amphtml href='/amp/mill'></head><body><article><h1>"
            + title
            + "</h1><p>The tidal mill at Corran Quay ground its first sack of flour in ninety years"
            + " on Tuesday, watched by a crowd.</p><p>Volunteers had spent eleven winters clearing"
            + " silt from the pond, and another two persuading the wheel to"
            + " turn.</p></article></body></html>");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = pages.get(exchange.getRequestURI().toString());
    byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
