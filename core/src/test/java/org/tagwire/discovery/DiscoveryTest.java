package org.tagwire.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagwire.fetch.FetchLimits;
import org.tagwire.fetch.FetchSettings;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Reach;
import org.tagwire.fetch.Surroundings;
import org.tagwire.model.Source;
import org.tagwire.url.WebAddress;

class DiscoveryTest {
  private static final String FEED = "<rss version='2.0'><channel/></rss>";

  private final Map<String, String> site = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private Fetcher fetcher;

  @BeforeEach
  void openTheSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().getPath();
          asked.add(path);
          String body = site.getOrDefault(path, "");
          byte[] bytes = path.endsWith(".gz") ? zipped(body) : body.getBytes(UTF_8);
          exchange.sendResponseHeaders(
              body.isEmpty() ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    fetcher =
        new Fetcher(
            new FetchSettings(
                "Tagwire/1.0 (+https://contact.example/)",
                FetchLimits.DEFAULT,
                new Reach(
                    List.of(Reach.Range.parse("127.0.0.1").orElseThrow()), Map.of(), Set.of()),
                new FetchSettings.Gaps(Duration.ofSeconds(1), Duration.ZERO),
                Surroundings.of(InstantSource.fixed(Instant.parse("2026-11-22T08:00:00Z")))));
  }

  @AfterEach
  void closeTheSite() {
    fetcher.close();
    server.stop(0);
  }

  @Test
  void takesAFeedAsItIs() {
    site.put("/f", FEED);

    assertThat(find("/f").sources())
        .containsExactly(new Discovery.Found(address("/f"), Source.Kind.FEED, ""));
    assertThat(asked).containsExactly("/f");
  }

  @Test
  void followsWhatAPageDeclaresAndProvesIt() {
    site.put(
        "/",
        "<html><link rel=alternate type=application/rss+xml title=Dead href=/dead><link"
            + " rel=alternate type=application/rss+xml title=All href=/all><link rel=alternate"
            + " type=application/atom+xml title=Page href=/page><link rel=alternate"
            + " type=application/atom+xml title=Sport href=/sport><a href=/other.rss>x</a>");
    site.put("/all", FEED);
    site.put("/page", "<html>no feed");
    site.put("/sport", "<feed xmlns='http://www.w3.org/2005/Atom'/>");

    assertThat(find("/").sources())
        .extracting(Discovery.Found::title)
        .containsExactly("All", "Sport");
    assertThat(asked).doesNotContain("/other.rss", "/feed");
  }

  @Test
  void fallsBackToANewsSitemapThatRobotsListsAndNeverAsksWhatRobotsForbids() {
    site.put("/", "<html><p>no feed here");
    site.put(
        "/robots.txt",
        "User-agent: *\nDisallow: /rss\nSitemap: " + address("/maps/news.xml").href());
    site.put("/maps/news.xml", "<urlset/>");
    site.put("/rss", FEED);

    assertThat(find("/").sources())
        .extracting(Discovery.Found::kind)
        .containsExactly(Source.Kind.SITEMAP);
    assertThat(asked).doesNotContain("/rss");
  }

  private static final String NEWS =
      "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'"
          + " xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'><url>"
          + "<loc>https://paper.example/pier</loc><news:news><news:title>Pier opens</news:title>"
          + "</news:news></url></urlset>";

  @Test
  void followsAnIndexOfSitemapsToTheNewestOfNews() {
    site.put("/", "<html><p>no feed here");
    site.put("/robots.txt", "User-agent: *\nSitemap: " + address("/maps.xml").href());
    site.put("/maps.xml", index("/pages.xml", "/old-news.xml.gz", "/new-news.xml.gz"));
    site.put("/pages.xml", "<urlset><url><loc>https://paper.example/about</loc></url></urlset>");
    site.put("/old-news.xml.gz", NEWS);
    site.put("/new-news.xml.gz", NEWS);

    assertThat(find("/").sources())
        .extracting(Discovery.Found::url)
        .containsExactly(address("/new-news.xml.gz"));
    assertThat(find("/maps.xml").sources().getFirst().url()).isEqualTo(address("/new-news.xml.gz"));
  }

  private String index(String... paths) {
    StringBuilder index = new StringBuilder("<sitemapindex>");
    for (int i = 0; i < paths.length; i++) {
      index
          .append("<sitemap><loc>" + address(paths[i]).href() + "</loc>")
          .append("<lastmod>2026-11-0" + (i + 1) + "</lastmod></sitemap>");
    }
    return index.append("</sitemapindex>").toString();
  }

  @Test
  void takesNoSitemapOfMerePagesForASource() {
    site.put("/", "<html><p>no feed here");
    site.put("/robots.txt", "User-agent: *\nSitemap: " + address("/pages.xml").href());
    site.put("/pages.xml", "<urlset><url><loc>https://paper.example/about</loc></url></urlset>");

    assertThat(find("/").sources()).isEmpty();
    assertThat(asked).contains("/pages.xml");
  }

  @Test
  void looksAtThePageOnWhichASiteListsItsFeeds() {
    site.put("/", "<html><a href='/service/feeds'><img src=rss.png alt=RSS></a>");
    site.put(
        "/service/feeds",
        "<html><h1>Our feeds</h1><a href='/xml/top.rss'>Top</a><a href='/xml/sport.rss'>Sport</a>");
    site.put("/xml/top.rss", FEED);
    site.put("/xml/sport.rss", FEED);

    assertThat(find("/").sources())
        .extracting(Discovery.Found::url)
        .containsExactly(address("/xml/top.rss"));
  }

  private static byte[] zipped(String body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(body.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void saysWhatToDoWhereThereIsNothing() {
    site.put("/", "<html><p>no feed here");

    assertThat(find("/").problem()).contains("give the address of its feed");
    assertThat(asked).hasSizeLessThanOrEqualTo(Discovery.MAX_PROBES + 2);
    assertThat(find("/nowhere").problem()).contains("404");
  }

  private Discovery.Findings find(String path) {
    return new Discovery(fetcher).find(address(path));
  }

  private WebAddress address(String path) {
    return WebAddress.of("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }
}
