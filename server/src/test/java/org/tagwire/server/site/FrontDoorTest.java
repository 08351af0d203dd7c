package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.TagKind;
import org.tagwire.model.Visibility;
import org.tagwire.server.sample.Dispatch;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.SiteOptions.Mode;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;

/** What holds for every answer: who comes in, headers, freshness, refusals. */
class FrontDoorTest {
  private static final String TAG = "/en/hashtag/MaraEllington";
  private static LocalSite site;

  @BeforeAll
  static void open() {
    site = LocalSite.of(SampleNews.fill("https://orrery.example/pictures"));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static LocalSite publicSite(Newsroom newsroom) {
    var options =
        new SiteOptions(
            Mode.PUBLIC,
            URI.create("http://localhost/wire"),
            true,
            "The Wire",
            "desk@example.org",
            ZoneOffset.UTC,
            Digits.AUTO,
            Edition.ARABIC,
            Map.of());
    String hash = OwnerPassword.hash("correct horse", new SecureRandom()).orElseThrow();
    return new LocalSite(newsroom, options, OwnerPassword.of(hash));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TAG,
        TAG + ".rss",
        "/api/v1/front",
        "/en/nothing/here",
        "/robots.txt",
        "/en/article/nonsense",
        "/assets/none.css"
      })
  void everyAnswerIsDressedForTheWeather(String path) {
    var headers = site.get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'")
        .contains("frame-ancestors 'none'", "base-uri 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(headers.firstValue("X-Robots-Tag")).contains("noindex, nofollow");
    assertThat(headers.firstValue("Server")).isEmpty();
  }

  @Test
  void aForeignHostIsMisdirected() {
    assertThat(site.raw("GET " + TAG + " HTTP/1.1", "evil.example")).startsWith("HTTP/1.1 421");
    assertThat(site.raw("GET /nothing HTTP/1.1", "evil.example")).startsWith("HTTP/1.1 421");
    assertThat(site.raw("GET /api/v1/front HTTP/1.1", "evil.example"))
        .startsWith("HTTP/1.1 421")
        .contains("application/problem+json");
  }

  @Test
  void whoComesThroughAProxyNeedsThePassword() {
    var response = site.get(TAG, "X-Forwarded-For", "203.0.113.9");
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic ");
    assertThat(response.body()).doesNotContain("Mara");
  }

  @Test
  void aPageStaysFreshUntilTheNewsChanges() {
    String tag = site.get(TAG).headers().firstValue("ETag").orElseThrow();
    var same = site.get(TAG, "If-None-Match", tag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    site.change();
    assertThat(site.get(TAG, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void whatIsMissingIsNeverFresh() {
    var missing = site.get("/en/hashtag/Nobody");
    assertThat(missing.statusCode()).isEqualTo(404);
    assertThat(missing.headers().firstValue("ETag")).isEmpty();
  }

  @Test
  void pagesAreCompressedForWhoAsks() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(site.address(TAG)))
            .header("Accept-Encoding", "br, gzip")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<byte[]> zipped = client.send(request, BodyHandlers.ofByteArray());
      assertThat(zipped.headers().firstValue("Content-Encoding")).contains("gzip");
      byte[] plain = new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes();
      assertThat(new String(plain, StandardCharsets.UTF_8)).isEqualTo(site.page(TAG));
    }
    assertThat(
            site.get(TAG, "Accept-Encoding", "gzip;q=0").headers().firstValue("Content-Encoding"))
        .isEmpty();
  }

  @Test
  void styleAndIconMayBeKeptForEver() {
    var page = Jsoup.parse(site.page(TAG));
    for (String file : page.select("link[rel=stylesheet], link[rel=icon]").eachAttr("href")) {
      var response = site.get(file);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      assertThat(response.body().length()).isLessThan(30_000);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/en/hashtag/%ff%fe",
        "/en/hashtag/%ed%a0%80",
        "/en/hashtag/%23",
        "/en/hashtag/",
        "/en/hashtag/%00",
        "/en/hashtag/..%2f..%2fetc",
        "/en/hashtag/%F0%9F%A4%B7x.y.z",
        "/en/article/zz",
        "/en/story/0",
        "/en/category/none",
        "/en/folder/none",
        "/en/publisher/none.example",
        "/en/hashtag/MaraEllington?after=nonsense",
        "/en/hashtag/MaraEllington?lang=%00",
        "/en/search?q=%ff",
        "/fr/hashtag/MaraEllington",
        "/en/hashtags?after=%2B"
      })
  void oddAddressesAreRefusedInOneSmallPage(String path) {
    String answer = site.raw("GET " + path + " HTTP/1.1", "localhost:" + site.port());
    assertThat(answer).matches("(?s)HTTP/1.1 (200|400|404) .*");
    assertTellsNothing(answer);
  }

  @Test
  void aTagOfFiveThousandCharactersIsNone() {
    String answer = site.raw("GET /en/hashtag/" + "x".repeat(5000) + " HTTP/1.1", "localhost");
    assertThat(answer).startsWith("HTTP/1.1 404");
  }

  @Test
  void methodsThatChangeSomethingAreRefused() {
    assertThat(site.send("POST", TAG).statusCode()).isEqualTo(405);
    assertThat(site.send("DELETE", TAG, "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(site.send("HEAD", TAG).statusCode()).isEqualTo(200);
  }

  @Test
  void aBrokenStoreIsANumberAndNothingElse() {
    Newsroom newsroom = SampleNews.fill("https://orrery.example");
    newsroom.breakDown();
    try (LocalSite broken = LocalSite.of(newsroom)) {
      var page = broken.get(TAG);
      assertThat(page.statusCode()).isEqualTo(500);
      assertThat(Jsoup.parse(page.body()).select(".notice code").text()).matches("[0-9a-f]{10}");
      assertTellsNothing(page.body());
      var problem = broken.get("/api/v1/hashtags/MaraEllington");
      assertThat(problem.body()).contains("\"number\":\"");
      assertTellsNothing(problem.body());
    }
  }

  private static void assertTellsNothing(String answer) {
    assertThat(answer)
        .doesNotContain(
            "Exception",
            "org.tagwire",
            "java.",
            "at org.",
            "Jetty",
            "Javalin",
            "jetty",
            "/var/lib",
            "SELECT");
  }

  @Test
  void tagsNobodyWroteOfCostNothing() {
    Newsroom newsroom = SampleNews.fill("https://orrery.example");
    try (LocalSite other = LocalSite.of(newsroom)) {
      int before = newsroom.asked();
      for (int i = 0; i < 300; i++) {
        assertThat(other.get("/en/hashtag/Nobody" + i * 7919).statusCode()).isEqualTo(404);
      }
      assertThat(newsroom.asked() - before).isEqualTo(300);
    }
  }

  @Test
  void thePublicSeesExcerptsAndTheOwnerAll() {
    Newsroom newsroom = SampleNews.fill("https://orrery.example");
    try (LocalSite open = publicSite(newsroom)) {
      String path = "/wire/en/hashtag/MaraEllington";
      var anonymous = Jsoup.parse(open.page(path));
      assertThat(anonymous.select(".text").eachText())
          .containsExactly(
              "Mara Ellington walked 214 kilometres of coast for the film that opened the festival.");
      assertThat(anonymous.select("img")).isEmpty();
      assertThat(anonymous.expectFirst(".headline a").attr("href"))
          .startsWith("https://orrery.example/");
      assertThat(anonymous.expectFirst(".acts .on").attr("href")).startsWith("/wire/en/article/");
      assertThat(open.page(path + ".txt")).doesNotContain("Odile").contains("214 kilometres");
      assertThat(open.page(path + ".rss")).doesNotContain("school gymnasium");
      assertThat(open.page("/wire/api/v1/hashtags/MaraEllington"))
          .doesNotContain("school gymnasium");
      String pair =
          Base64.getEncoder().encodeToString(":correct horse".getBytes(StandardCharsets.UTF_8));
      assertThat(open.get(path + ".txt", "Authorization", "Basic " + pair).body())
          .contains("school gymnasium");
    }
  }

  @Test
  void aPathPrefixBeginsEveryAddress() {
    try (LocalSite open = publicSite(SampleNews.fill("https://orrery.example"))) {
      var page = Jsoup.parse(open.page("/wire/hashtag/MaraEllington"));
      assertThat(page.expectFirst("html").attr("lang")).isEqualTo("ar");
      assertThat(page.select("a[href^=/], link[href^=/], form").eachAttr("href"))
          .allMatch(h -> h.startsWith("/wire/"));
      assertThat(page.select("form").attr("action")).isEqualTo("/wire/ar/search");
      assertThat(page.select("link[rel=canonical]").attr("href"))
          .isEqualTo("http://localhost/wire/ar/hashtag/MaraEllington");
      assertThat(open.get(page.select("link[rel=stylesheet]").attr("href")).statusCode())
          .isEqualTo(200);
      assertThat(open.get("/hashtag/MaraEllington").statusCode()).isEqualTo(404);
      assertThat(open.page("/wire/en/hashtag/MaraEllington.rss"))
          .contains("<link>http://localhost/wire/en/hashtag/MaraEllington</link>");
    }
  }

  @Test
  void robotsAreKeptFromSearchesAndNoticesButFromNoPageThatIsCalledLikeThem() {
    try (LocalSite open = publicSite(SampleNews.fill("https://orrery.example"))) {
      List<String> closed =
          open.page("/wire/robots.txt")
              .lines()
              .filter(line -> line.startsWith("Disallow: "))
              .map(line -> line.substring("Disallow: ".length()).replace("?", "\\?"))
              .map(path -> path.replace("*", ".*") + ".*")
              .toList();
      for (String path :
          List.of("/search", "/en/search", "/ar/search.rss", "/de/notice/1", "/en/news?lang=en")) {
        assertThat(closed).as(path).anyMatch(("/wire" + path)::matches);
      }
      for (String path :
          List.of("/en/", "/en/hashtag/search", "/ar/hashtag/noticeboard", "/en/folder/searches")) {
        assertThat(closed).as(path).noneMatch(("/wire" + path)::matches);
      }
    }
  }

  @Test
  void aPersonOfOneOriginHasNoPublicPageAnywhere() {
    Newsroom newsroom = new Newsroom();
    Dispatch.of("Local baker wins", SampleNews.NOW)
        .about("Jonna Kask", TagKind.PERSON)
        .print(newsroom);
    Dispatch.of("Kept at home", SampleNews.NOW)
        .visibility(Visibility.PRIVATE)
        .about("Tide Table", TagKind.TOPIC)
        .print(newsroom);
    try (LocalSite open = publicSite(newsroom)) {
      for (String path :
          new String[] {
            "/wire/en/hashtag/JonnaKask",
            "/wire/en/hashtag/JonnaKask.rss",
            "/wire/api/v1/hashtags/JonnaKask",
            "/wire/en/hashtag/TideTable"
          }) {
        assertThat(open.get(path).statusCode()).as(path).isEqualTo(404);
      }
      for (String path :
          new String[] {
            "/wire/en/hashtags",
            "/wire/api/v1/front",
            "/wire/en/search?q=Jonna+Kask",
            "/wire/en/hashtag/JonnaKas"
          }) {
        assertThat(open.get(path).body())
            .as(path)
            .doesNotContain("hashtag/JonnaKask\">Jonna")
            .doesNotContain("Tide Table");
      }
      assertThat(Jsoup.parse(open.page("/wire/en/hashtags")).select(".index a")).isEmpty();
    } catch (UncheckedIOException e) {
      throw new AssertionError(e);
    }
  }
}
