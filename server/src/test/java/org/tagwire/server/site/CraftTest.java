package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagwire.model.TagKind;
import org.tagwire.server.look.Colour;
import org.tagwire.server.look.Logo;
import org.tagwire.server.look.Look;
import org.tagwire.server.sample.Dispatch;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;

/** What holds for the markup of every page, and how much of it there may be. */
class CraftTest {
  private static final int KILOBYTE = 1024;
  private static final String SVG = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 30'/>";

  private static LocalSite site;

  @BeforeAll
  static void open() {
    site = LocalSite.of(SampleNews.fill("https://orrery.example/pictures"));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  static Stream<String> pages() {
    String article = Jsoup.parse(site.page("/en/news")).expectFirst(".headline a").attr("href");
    List<String> places =
        List.of(
            "/",
            "/news",
            "/hashtags",
            "/hashtag/MaraEllington",
            "/hashtag/Nobody",
            "/search?q=harbour",
            "/category/politics",
            "/sources",
            "/watch",
            article.substring(3));
    return Stream.of("/en", "/ar").flatMap(edition -> places.stream().map(edition::concat));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageHasItsLandmarksOnceAndSaysItsLanguageAndDirection(String path) {
    Document page = Jsoup.parse(site.get(path).body());
    boolean arabic = path.startsWith("/ar");
    Element html = page.expectFirst("html");
    assertThat(html.attr("lang")).isEqualTo(arabic ? "ar" : "en");
    assertThat(html.attr("dir")).isEqualTo(arabic ? "rtl" : "ltr");
    for (String landmark : List.of("body > header", "main", "body > footer", "[role=search]", "h1")) {
      assertThat(page.select(landmark)).as(landmark).hasSize(1);
    }
    assertThat(page.expectFirst("body").child(0).attr("href")).isEqualTo("#news");
    assertThat(page.expectFirst("main").id()).isEqualTo("news");
    assertThat(page.select("nav:not([aria-label])")).isEmpty();
    assertThat(page.select("#live[aria-live=polite]")).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void headingsNeverSkipALevel(String path) {
    List<Integer> levels =
        Jsoup.parse(site.get(path).body()).select("main :is(h1, h2, h3, h4)").stream()
            .map(heading -> heading.normalName().charAt(1) - '0')
            .toList();
    assertThat(levels).startsWith(1);
    IntStream.range(1, levels.size())
        .forEach(i -> assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void nothingIsInlineAndNoNameIsUsedTwice(String path) {
    Document page = Jsoup.parse(site.get(path).body());
    assertThat(page.select("[style], style, script:not([src])")).isEmpty();
    assertThat(page.getAllElements())
        .allSatisfy(
            element ->
                assertThat(element.attributes().asList())
                    .noneMatch(attribute -> attribute.getKey().startsWith("on")));
    assertThat(page.select("script, link[rel=stylesheet]"))
        .allMatch(e -> (e.attr("src") + e.attr("href")).startsWith("/assets/"));
    List<String> ids = page.select("[id]").eachAttr("id");
    Set<String> once = new HashSet<>(ids);
    assertThat(ids).hasSameSizeAs(once);
    assertThat(page.select("img"))
        .allMatch(img -> img.hasAttr("alt") && img.hasAttr("width") && img.hasAttr("height"));
  }

  @Test
  void everyChipLeadsToItsReasonAndEveryCardToTheNoticeForm() {
    Document page = Jsoup.parse(site.page("/en/hashtag/MaraEllington"));
    for (Element card : page.select(".card")) {
      String article = card.expectFirst(".headline a").attr("href");
      assertThat(card.select(".chip .why"))
          .hasSameSizeAs(card.select(".chip .tag"))
          .allMatch(why -> why.attr("href").startsWith(article + "#why-"))
          .allMatch(why -> why.attr("aria-label").startsWith("Why the tag "));
      assertThat(card.expectFirst(".report").attr("href"))
          .isEqualTo("/en/notice?about=" + article.replace("/", "%2F"));
    }
    String why = page.expectFirst(".why").attr("href");
    Document article = Jsoup.parse(site.page(why.substring(0, why.indexOf('#'))));
    Element reason = article.getElementById(why.substring(why.indexOf('#') + 1));
    assertThat(reason).isNotNull();
    assertThat(reason.text()).isEqualTo("Mara Ellington is named in this sentence.");
    assertThat(reason.closest("details")).isNotNull();
  }

  @Test
  void whoListensHearsTheNameWithItsSpaces() {
    Element tag = Jsoup.parse(site.page("/en/hashtag/MaraEllington")).expectFirst(".tag");
    assertThat(tag.expectFirst("[aria-hidden=true]").text()).isEqualTo("#MaraEllington");
    assertThat(tag.expectFirst(".unseen").text()).isEqualTo("Mara Ellington");
    assertThat(tag.hasAttr("aria-label")).isFalse();
  }

  @Test
  void styleAndScriptsStayWithinTheirBudgets() throws IOException {
    Document page = Jsoup.parse(site.page("/en/"));
    byte[] style = asset(page.expectFirst("link[rel=stylesheet]").attr("href"));
    assertThat(style.length).isLessThanOrEqualTo(30 * KILOBYTE);
    int scripts = 0;
    for (String src : page.select("script").eachAttr("src")) {
      scripts += zipped(asset(src));
    }
    assertThat(scripts).isPositive().isLessThanOrEqualTo(15 * KILOBYTE);
  }

  @Test
  void noScriptMakesMarkupOfTextOrCodeOfIt() {
    for (String src : Jsoup.parse(site.page("/en/")).select("script").eachAttr("src")) {
      assertThat(site.page(src))
          .startsWith("/*")
          .contains("'use strict';")
          .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
          .doesNotContain("eval(", "new Function", "http://", "https://");
    }
  }

  @Test
  void theStyleKnowsNoLeftAndRightAndLoadsNothing() {
    String href = Jsoup.parse(site.page("/en/")).expectFirst("link[rel=stylesheet]").attr("href");
    assertThat(site.page(href))
        .doesNotContain("url(", "@import", "margin-left", "margin-right", "padding-left")
        .doesNotContain("padding-right", "text-align: left", "text-align: right", "float:");
  }

  @Test
  void aFullListWeighsNoMoreThanItMay() throws IOException {
    Newsroom newsroom = new Newsroom();
    for (int i = 0; i < 40; i++) {
      String salt = Integer.toString(i * 7919, 36);
      Dispatch dispatch =
          Dispatch.of("Headline " + salt + " of a page that is as full as pages get", SampleNews.NOW)
              .from("outlet" + i + ".example", "Outlet " + salt)
              .saying(("Sentence " + salt + " says what no other says, at some length. ").repeat(10))
              .about("Mara Ellington", TagKind.PERSON);
      for (int k = 0; k < 5; k++) {
        dispatch = dispatch.about("Topic " + salt + k, TagKind.TOPIC);
      }
      dispatch.print(newsroom);
    }
    try (LocalSite full = LocalSite.of(newsroom)) {
      for (String path : List.of("/en/hashtag/MaraEllington", "/ar/news")) {
        byte[] page = full.page(path).getBytes(StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(full.page(path)).select(".card").size()).isGreaterThanOrEqualTo(30);
        assertThat(zipped(page)).as(path).isLessThanOrEqualTo(30 * KILOBYTE);
      }
    }
  }

  @Test
  void theManifestNamesTheSiteAndIconsThatAreThere() {
    HttpResponse<String> manifest = site.get("/manifest.webmanifest");
    assertThat(manifest.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/manifest+json");
    assertThat(manifest.body())
        .contains("\"name\":\"Tagwire\"", "\"start_url\":\"/en/\"", "192x192", "512x512");
    Stream.of(manifest.body().split("\""))
        .filter(part -> part.startsWith("/assets/"))
        .forEach(path -> assertThat(site.get(path).statusCode()).as(path).isEqualTo(200));
  }

  @Test
  void theOwnersNameColourAndLogoAreWorn(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("mark.svg"), SVG);
    Look look = new Look(Colour.parse("#9a3412").orElseThrow(), Logo.read(file));
    try (LocalSite dressed =
        new LocalSite(SampleNews.fill(""), options(look), OwnerPassword.unset())) {
      Document page = Jsoup.parse(dressed.page("/en/"));
      Element logo = page.expectFirst(".brand img");
      assertThat(logo.attr("width") + "x" + logo.attr("height")).isEqualTo("90x30");
      assertThat(page.expectFirst(".brand").text()).isEqualTo("The Harbour Wire");
      HttpResponse<String> picture = dressed.get(logo.attr("src"));
      assertThat(picture.body()).isEqualTo(SVG);
      assertThat(picture.headers().map())
          .containsEntry("Content-Type", List.of("image/svg+xml"))
          .containsEntry("X-Content-Type-Options", List.of("nosniff"));
      assertThat(dressed.page(page.expectFirst("link[rel=stylesheet]").attr("href")))
          .contains("--accent: light-dark(#9a3412, ");
      assertThat(dressed.page("/manifest.webmanifest"))
          .contains("The Harbour Wire", logo.attr("src"));
    }
  }

  private static SiteOptions options(Look look) {
    return new SiteOptions(
        SiteOptions.Mode.PRIVATE,
        null,
        true,
        "The Harbour Wire",
        "",
        ZoneOffset.UTC,
        Digits.AUTO,
        Edition.ENGLISH,
        Map.of(),
        look);
  }

  private static byte[] asset(String path) {
    return site.page(path).getBytes(StandardCharsets.UTF_8);
  }

  private static int zipped(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.size();
  }
}
