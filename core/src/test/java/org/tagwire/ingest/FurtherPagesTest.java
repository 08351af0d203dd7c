package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagwire.fetch.FetchLimits;
import org.tagwire.fetch.FetchSettings;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Reach;
import org.tagwire.fetch.Surroundings;
import org.tagwire.ingest.Announcements.Fresh;
import org.tagwire.ingest.Announcements.News;
import org.tagwire.ingest.HouseRules.FeedTerms;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.rights.PublisherSignals;

/** An article on several pages, over a loopback server. */
class FurtherPagesTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2031-05-14T12:00:00Z"));

  /** Stands on every page. */
  private static final String NOTE =
      "Nell Harrow has written about the creek and everybody who lives on it for thirty years.";

  private final Map<String, String> pages = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Fetcher fetcher;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    Reach reach =
        new Reach(List.of(Reach.Range.parse("127.0.0.0/8").orElseThrow()), Map.of(), Set.of());
    fetcher =
        new Fetcher(
            new FetchSettings(
                "Tagwire",
                FetchLimits.DEFAULT,
                reach,
                new FetchSettings.Gaps(Duration.ofSeconds(1), Duration.ZERO),
                Surroundings.of(CLOCK)));
  }

  @AfterEach
  void close() {
    fetcher.close();
    server.stop(0);
  }

  @Test
  void joinsThePagesAndWhatStandsOnAllOfThemOnce() {
    publish("/mill", page("first", "/mill/2"));
    publish("/mill/2", page("second", "/mill/3"));
    publish("/mill/3", page("third", ""));

    assertThat(read()).containsExactly(said("first"), NOTE, said("second"), said("third"));
  }

  @Test
  void stopsAfterFivePages() {
    publish("/mill", page("first", "/mill/2"));
    for (int i = 2; i < 9; i++) {
      publish("/mill/" + i, page("number " + i, "/mill/" + (i + 1)));
    }

    assertThat(read()).hasSize(6).endsWith(said("number 5"));
    assertThat(asked).doesNotContain("/mill/6");
  }

  @Test
  void keepsWhatThereIsWhenALaterPageFails() {
    publish("/mill", page("first", "/mill/2"));
    publish("/mill/2", page("second", "/mill/3"));

    assertThat(read()).containsExactly(said("first"), NOTE, said("second"));
  }

  @Test
  void obeysRobotsForEveryPage() {
    publish("/robots.txt", "User-agent: *\nDisallow: /mill/2\n");
    publish("/mill", page("first", "/mill/2"));
    publish("/mill/2", page("second", ""));

    assertThat(read()).containsExactly(said("first"), NOTE);
    assertThat(asked).doesNotContain("/mill/2");
  }

  @Test
  void doesNotReadOnWhatIsReserved() {
    publish("/mill", page("first", "/mill/2"));
    publish("/mill/2", "<meta name=tdm-reservation content=1>" + page("second", ""));

    assertThat(read()).containsExactly(said("first"), NOTE);
  }

  @Test
  void endsWhereAPageIsTheSameAgain() {
    publish("/mill", page("first", "/mill/2"));
    publish("/mill/2", page("first", "/mill/3"));
    publish("/mill/3", page("third", ""));

    assertThat(read()).containsExactly(said("first"), NOTE);
    assertThat(asked).doesNotContain("/mill/3");
  }

  @Test
  void leavesAnotherArticleAlone() {
    publish("/mill", page("first", "/mill/2"));
    publish("/mill/2", "<link rel=canonical href=/harbour>" + page("second", ""));

    assertThat(read()).containsExactly(said("first"), NOTE);
  }

  private List<String> read() {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/mill";
    Source source =
        new Source(
            new SourceId(1),
            "https://gazette.example/feed",
            Source.Kind.FEED,
            "Gazette",
            new Domain("gazette.example"),
            "",
            Visibility.PUBLIC,
            Source.PageFetching.AUTO);
    FeedItem item =
        new FeedItem(
            "g1",
            url,
            "The mill turns",
            "In short.",
            null,
            null,
            null,
            List.of(),
            List.of(),
            FeedItem.Media.NONE,
            null,
            "en");
    Fresh fresh =
        new Fresh(Marked.all(List.of(item), source).getFirst(), ArticleId.mint(url), News.NEW);
    PageReader reader =
        new PageReader(
            fetcher, new PublisherSignals("Tagwire"), Source.PageFetching.AUTO, Failpoints.NONE);
    return reader
        .read(
            source,
            new PageReader.Wanted(fresh, FeedText.of(item), new Evidence()),
            FeedTerms.NONE,
            Knowledge.NONE)
        .page()
        .map(page -> page.text().paragraphs().stream().map(Paragraph::text).toList())
        .orElse(new ArrayList<>());
  }

  private void publish(String path, String body) {
    pages.put(path, body);
  }

  private static String said(String what) {
    return "This is what the "
        + what
        + " page says of the mill: it ground flour again on Tuesday, and a crowd filled both banks"
        + " of the creek.";
  }

  private static String page(String what, String next) {
    return "<title>The mill turns</title>"
        + (next.isEmpty() ? "" : "<link rel=next href='" + next + "'>")
        + "<article><h1>The mill turns</h1><p>"
        + said(what)
        + "</p><p>"
        + NOTE
        + "</p></article>";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    asked.add(path);
    String body = pages.get(path);
    byte[] bytes = (body == null ? "" : body).getBytes(StandardCharsets.UTF_8);
    String type = path.endsWith(".txt") ? "text/plain" : "text/html; charset=utf-8";
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(body == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
