package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.fetch.FetchLimits;
import org.tagwire.fetch.FetchSettings;
import org.tagwire.fetch.Fetcher;
import org.tagwire.fetch.Reach;
import org.tagwire.fetch.Surroundings;
import org.tagwire.model.Domain;
import org.tagwire.model.Language;
import org.tagwire.model.Publisher;
import org.tagwire.picture.Gallery;
import org.tagwire.picture.Icons;
import org.tagwire.picture.Pictures;
import org.tagwire.picture.Seal;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.PictureWay;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.SiteOptions.Mode;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;

/** Publishers' pictures as readers get them. */
class PictureWindowTest {
  private static final String NONE = "There is no such picture.\n";

  private final AtomicInteger asked = new AtomicInteger();
  private final HttpServer publisher = publisher();
  private final String base = "http://127.0.0.1:" + publisher.getAddress().getPort();
  private final Fetcher fetcher = fetcher();
  private final Seal seal = Seal.of(Seal.newKey(new SecureRandom()));
  private final Pictures whole;
  private final Pictures thumbnails;
  private final Icons icons;

  private final Set<String> gone = new HashSet<>();

  PictureWindowTest(@TempDir Path folder) {
    whole =
        new Pictures(fetcher, Gallery.whole(1 << 20), folder.resolve("a"), () -> SampleNews.NOW);
    thumbnails =
        new Pictures(
            fetcher, Gallery.thumbnails(1 << 20), folder.resolve("b"), () -> SampleNews.NOW);
    icons = new Icons(fetcher, folder.resolve("icons"), () -> SampleNews.NOW);
  }

  private HttpServer publisher() {
    try {
      byte[] photo = photo();
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
      server.createContext(
          "/",
          http -> {
            boolean rules = http.getRequestURI().getPath().equals("/robots.txt");
            asked.addAndGet(rules ? 0 : 1);
            http.getResponseHeaders().add("Content-Type", "text/html");
            http.sendResponseHeaders(rules ? 404 : 200, rules ? -1 : photo.length);
            if (!rules) {
              http.getResponseBody().write(photo);
            }
            http.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] photo() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(1_200, 800, BufferedImage.TYPE_3BYTE_BGR), "jpeg", bytes);
    return bytes.toByteArray();
  }

  private Fetcher fetcher() {
    Reach.Range range =
        Reach.Range.parse("127.0.0.1:" + publisher.getAddress().getPort()).orElseThrow();
    return new Fetcher(
        new FetchSettings(
            "Tagwire/1.0",
            FetchLimits.DEFAULT,
            new Reach(List.of(range), Map.of(), Set.of("localhost")),
            new FetchSettings.Gaps(Duration.ofSeconds(1), Duration.ZERO),
            Surroundings.of(() -> SampleNews.NOW)));
  }

  @AfterEach
  void close() {
    whole.close();
    thumbnails.close();
    icons.close();
    fetcher.close();
    publisher.stop(0);
  }

  private LocalSite privateSite(PictureWay way) {
    return new LocalSite(
        SampleNews.fill(base), SiteOptions.plain(ZoneOffset.UTC), OwnerPassword.unset(), way);
  }

  private LocalSite privateSite() {
    return privateSite(new PictureWay.Proxied(whole, icons, seal, gone::contains));
  }

  private LocalSite publicSite(PictureWay way) {
    var options =
        new SiteOptions(
            Mode.PUBLIC,
            URI.create("http://localhost"),
            true,
            "The Wire",
            "desk@example.org",
            ZoneOffset.UTC,
            Digits.AUTO,
            Edition.ENGLISH,
            Map.of());
    return new LocalSite(SampleNews.fill(base), options, OwnerPassword.unset(), way);
  }

  private static Element picture(LocalSite site) {
    Element picture = Jsoup.parse(site.page("/en/news")).selectFirst("img.picture");
    assertThat(picture).isNotNull();
    return picture;
  }

  private String path(String address, Instant now, int width) {
    String signature = seal.sign(address, now);
    return new Addresses("", Map.of()).picture(signature, width, address);
  }

  private static void assertNone(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).isEqualTo(NONE);
  }

  @Test
  void aPageShowsPicturesFromHereAndReservesTheirPlace() {
    try (LocalSite site = privateSite()) {
      Element picture = picture(site);

      assertThat(picture.attr("src")).matches("/picture/[\\w-]{22}/320/[\\w-]+");
      assertThat(picture.attr("srcset")).contains(" 320w, /picture/", " 640w, ", " 960w");
      assertThat(picture.attr("width")).matches("\\d+");
      assertThat(picture.attr("height")).matches("\\d+");
      var response = site.get(picture.attr("src"));
      assertThat(response.statusCode()).isEqualTo(200);
      var headers = response.headers();
      assertThat(headers.firstValue("Content-Type")).contains("image/jpeg");
      assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(headers.allValues("Content-Security-Policy"))
          .containsExactly("default-src 'none'; sandbox");
      assertThat(headers.firstValue("Cross-Origin-Resource-Policy")).contains("same-origin");
      assertThat(headers.firstValue("Cache-Control").orElse("")).matches("private, max-age=\\d+");
      assertThat(site.get("/en/news").headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("img-src 'self'")
          .doesNotContain("http:");
    }
  }

  @Test
  void aPictureThatWasTakenDownIsGoneThoughItsAddressIsStillKnown() {
    try (LocalSite site = privateSite()) {
      String address = base + "/a.jpg";
      String path = path(address, SampleNews.NOW, 320);
      assertThat(site.get(path).statusCode()).isEqualTo(200);

      gone.add(address);

      assertNone(site.get(path));
    }
  }

  @Test
  void aPictureThatIsKnownIsNotSentAgain() {
    try (LocalSite site = privateSite()) {
      String path = picture(site).attr("src");
      String tag = site.get(path).headers().firstValue("ETag").orElseThrow();

      assertThat(site.get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
      assertThat(site.get(path, "Range", "bytes=0-3").statusCode()).isEqualTo(200);
    }
  }

  /** U040: whatever is wrong with an address, the answer is the same and nobody is asked. */
  @Test
  void anAddressThatNoPageOfOursWroteLeadsNowhere() {
    String address = base + "/a.jpg";
    Instant now = SampleNews.NOW;
    Seal other = Seal.of(Seal.newKey(new SecureRandom()));
    String good = path(address, now, 320);
    try (LocalSite site = privateSite()) {
      assertNone(site.get(good.replaceFirst("/picture/.{22}", "/picture/AAAAAAAAAAAAAAAAAAAAAA")));
      assertNone(site.get(good.replaceFirst("/picture/.{22}", "/picture/x")));
      assertNone(site.get(good + "AA"));
      assertNone(site.get(good.replace("/320/", "/321/")));
      assertNone(site.get(path(address, now.minus(Duration.ofDays(2)), 320)));
      assertNone(
          site.get(new Addresses("", Map.of()).picture(other.sign(address, now), 320, address)));
      assertThat(asked).hasValue(0);
      assertThat(site.get(good).statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/a.jpg",
        "http://169.254.169.254/latest/meta-data/",
        "http://localhost/a.jpg",
        "file:///etc/passwd",
        "<script>alert(1)</script>"
      })
  void aSignedAddressStillPassesTheGuard(String address) {
    try (LocalSite site = privateSite()) {
      assertNone(site.get(path(address, SampleNews.NOW, 320)));
    }
  }

  @Test
  void anEndlessAddressIsRefusedBeforeAnythingElse() {
    try (LocalSite site = privateSite()) {
      assertThat(site.raw("GET /picture/x/320/" + "A".repeat(60_000) + " HTTP/1.1", "localhost"))
          .matches("(?s)HTTP/1.1 (4\\d\\d).*")
          .doesNotContain("AAAA");
      assertNone(site.get(path(base + "/" + "a".repeat(2_500), SampleNews.NOW, 320)));
    }
  }

  @Test
  void aPublicSiteShowsThumbnailsAndKeepsABudget() {
    try (LocalSite site =
        publicSite(new PictureWay.Proxied(thumbnails, icons, seal, gone::contains))) {
      Element picture = picture(site);

      assertThat(picture.attr("src")).contains("/320/");
      assertThat(picture.hasAttr("srcset")).isFalse();
      assertNone(site.get(picture.attr("src").replace("/320/", "/640/")));
      boolean refused = false;
      for (int i = 0; i < 1_000 && !refused; i++) {
        refused = site.get("/picture/x/320/x").statusCode() == 429;
      }
      assertThat(refused).isTrue();
    }
  }

  /** A site one of whose publishers is the server of this test. */
  private LocalSite siteWithPublisher() {
    Newsroom newsroom = SampleNews.fill(base);
    newsroom
        .publishers()
        .learn(
            List.of(
                new Publisher(
                    new Domain("127.0.0.1"),
                    "Loop",
                    base + "/news/",
                    null,
                    Language.UNDETERMINED)));
    return new LocalSite(
        newsroom,
        SiteOptions.plain(ZoneOffset.UTC),
        OwnerPassword.unset(),
        new PictureWay.Proxied(whole, icons, seal, gone::contains));
  }

  private String icon(String domain) {
    return path("icon:" + domain, SampleNews.NOW, 32);
  }

  @Test
  void aPublisherHasItsIconFromHereAndItsInitialUntilItComes() {
    try (LocalSite site = privateSite()) {
      Element carrier = Jsoup.parse(site.page("/en/news")).expectFirst(".card .carrier");
      Element plate = carrier.expectFirst(".icon[aria-hidden=true]");
      Element icon = plate.expectFirst("img[alt=''][width=16][height=16][loading=lazy]");

      assertThat(carrier.text()).startsWith(plate.attr("data-initial"));
      assertThat(icon.attr("src")).matches("/picture/[\\w-]{22}/32/[\\w-]+");
      var unknown = site.get(icon.attr("src"));
      assertThat(unknown.statusCode()).isEqualTo(200);
      assertThat(unknown.headers().firstValue("Content-Type")).contains("image/png");
      assertThat(unknown.headers().firstValue("Cache-Control")).contains("private, max-age=20");
    }
  }

  @Test
  void anIconIsFetchedOnceFromItsPublishersHomeAndKept() {
    try (LocalSite site = siteWithPublisher()) {
      String path = icon("127.0.0.1");
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      while (site.get(path).headers().firstValue("Cache-Control").orElse("").endsWith("=20")) {
        assertThat(System.nanoTime()).as("the icon comes in time").isLessThan(end);
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
      var shown = site.get(path);

      assertThat(shown.headers().firstValue("Content-Type")).contains("image/png");
      assertThat(shown.headers().firstValue("Cache-Control")).contains("private, max-age=86400");
      assertThat(shown.headers().allValues("Content-Security-Policy"))
          .containsExactly("default-src 'none'; sandbox");
      assertThat(asked).hasValue(1);
      gone.add(base + "/");
      assertNone(site.get(path));
    }
  }

  @Test
  void noIconIsFetchedThatNoPageOfOursNamed() {
    String good = icon("127.0.0.1");
    try (LocalSite site = siteWithPublisher()) {
      assertNone(site.get(good.replaceFirst("/picture/.{22}", "/picture/AAAAAAAAAAAAAAAAAAAAAA")));
      assertNone(site.get(path("icon:127.0.0.1", SampleNews.NOW.minus(Duration.ofDays(2)), 32)));
      assertNone(site.get(path("icon:not a host", SampleNews.NOW, 32)));
      assertThat(asked).hasValue(0);
    }
  }

  @Test
  void withoutPicturesFromHereThereAreNoIcons() {
    for (PictureWay way : List.of(new PictureWay.None(), new PictureWay.Direct())) {
      try (LocalSite site = privateSite(way)) {
        assertThat(Jsoup.parse(site.page("/en/news")).select(".icon")).isEmpty();
        assertNone(site.get(icon("127.0.0.1")));
      }
    }
  }

  @Test
  void theOwnerMayDoWithoutOrHaveThemStraightFromThePublisher() {
    try (LocalSite site = privateSite(new PictureWay.None())) {
      assertThat(site.page("/en/news")).doesNotContain("<img");
      assertNone(site.get(path(base + "/a.jpg", SampleNews.NOW, 320)));
    }
    try (LocalSite site = privateSite(new PictureWay.Direct())) {
      assertThat(picture(site).attr("src")).startsWith(base);
      assertThat(site.get("/en/news").headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("img-src 'self' https: http:");
    }
  }
}
