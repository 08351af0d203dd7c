package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.server.sample.SampleNews;

class SearchRoomTest {
  private static LocalSite site;

  @BeforeAll
  static void open() {
    site = LocalSite.of(SampleNews.fill("https://orrery.example/pictures"));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static String path(String edition, String typed) {
    return "/" + edition + "/search?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
  }

  private static Document search(String typed) {
    return Jsoup.parse(site.page(path("en", typed)));
  }

  @Test
  void marksWhatWasLookedForInHeadlineAndText() {
    Document page = search("festival");
    assertThat(page.expectFirst("h1").text()).isEqualTo("News with “festival”");
    assertThat(page.select(".card")).isNotEmpty();
    assertThat(page.select(".card mark").eachText())
        .isNotEmpty()
        .allMatch(text -> text.equalsIgnoreCase("festival"));
    assertThat(page.select("main mark")).hasSameSizeAs(page.select(".headline mark, .text mark"));
  }

  @Test
  void saysWhatItDidNotUnderstandAndAnswersTheRest() {
    HttpResponse<String> answer = site.get(path("en", "festival before:soon lang:english"));
    Document page = Jsoup.parse(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page.select(".notes li").eachText())
        .containsExactly(
            "“before:soon” is no date. Write before:2026-05-01, or before:24h for what is older"
                + " than that.",
            "“lang:english” is no language code. Write lang:en, lang:ar or lang:de.");
    assertThat(page.select(".card")).isNotEmpty();
  }

  @Test
  void aHashtagAloneLeadsToItsPageForNow() {
    HttpResponse<String> answer = site.get(path("en", "#maraellington"));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).contains("/en/hashtag/MaraEllington");
  }

  @Test
  void aNameHintsAtItsTag() {
    assertThat(search("mara ellington").select(".hint .tag").eachAttr("href"))
        .containsExactly("/en/hashtag/MaraEllington");
    assertThat(search("maraelington").select(".hint .tag").eachAttr("href"))
        .contains("/en/hashtag/MaraEllington");
  }

  @Test
  void anArticlesAddressOrIdLeadsToIt() {
    String article = search("festival").expectFirst(".headline a").attr("href");
    String id = article.substring(article.lastIndexOf('/') + 1);
    assertThat(site.get(path("en", id)).headers().firstValue("Location"))
        .contains("/en/article/" + id);
    Document page = Jsoup.parse(site.page("/en/article/" + id));
    String original = page.select("a.original, .original a").attr("href");
    assertThat(site.get(path("en", original)).headers().firstValue("Location"))
        .contains("/en/article/" + id);
  }

  @Test
  void theOwnerIsOfferedToAddAnAddress() {
    Document page = search("https://newcomer.example/feed.xml");
    assertThat(page.select(".onward a").eachAttr("href"))
        .containsExactly("/en/start?address=https%3A%2F%2Fnewcomer.example%2Ffeed.xml");
    assertThat(page.select(".card")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a ", "((((((((((", "tag:x ", "\"a b c ", "x"})
  void beyondTheLimitsSaysWhatTheyAreAtOnce(String piece) {
    String typed = piece.repeat(piece.startsWith("(") ? 2 : 40).repeat(piece.equals("x") ? 15 : 1);
    site.get(path("en", typed));
    long began = System.nanoTime();
    HttpResponse<String> answer = site.get(path("en", typed));
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).select(".notes li").text()).containsPattern("\\d");
    assertThat(took).isLessThan(Duration.ofMillis(500));
  }

  @Test
  void nothingTypedShowsWhatCanBe() {
    Document page = Jsoup.parse(site.page("/en/search"));
    assertThat(page.select(".grammar dt")).hasSize(10);
    assertThat(page.select(".card, .empty, .notes")).isEmpty();
    assertThat(search("***").select(".empty").text()).startsWith("There is no word in this");
  }

  @Test
  void whatIsWrittenIntoTheSearchCanBeTakenAway() {
    Document page = search("festival lang:en");
    assertThat(page.select(".held a").eachAttr("href")).containsExactly("/en/search?q=festival");
  }

  @Test
  void isNarrowedByWhatListsAreNarrowedBy() {
    Document page = search("festival");
    assertThat(page.select(".filters h2").eachText())
        .containsExactly("Publisher", "Category", "Time");
    assertThat(page.select(".filters li a").eachAttr("href"))
        .contains(
            "/en/search?q=festival&publisher=portcourier.example",
            "/en/search?q=festival&category=politics",
            "/en/search?q=festival&since=7d");
    Document narrowed = Jsoup.parse(site.page(path("en", "festival") + "&category=politics"));
    assertThat(narrowed.select(".card").size())
        .isPositive()
        .isLessThan(page.select(".card").size());
    assertThat(narrowed.select(".facts").text()).startsWith("1 article,");
    assertThat(narrowed.select(".active a").eachAttr("href"))
        .containsExactly("/en/search?q=festival");
    assertThat(search("tag:MaraEllington").select(".filters li a").eachAttr("href"))
        .contains("/en/search?q=tag%3AMaraEllington&lang=ar");
  }

  @Test
  void keepsTheOtherWaysOfLookingWhenOneChanges() {
    Document page =
        Jsoup.parse(
            site.page(
                path("en", "festival lang:en") + "&publisher=lantern.example&sort=relevance"));
    assertThat(page.select(".held a").eachAttr("href"))
        .containsExactly("/en/search?q=festival&publisher=lantern.example&sort=relevance");
    assertThat(page.select(".filters li a").eachAttr("href"))
        .contains(
            "/en/search?q=festival%20lang%3Aen&publisher=lantern.example&since=24h&sort=relevance");
    assertThat(page.select(".way a").eachAttr("href"))
        .contains("/en/search?q=festival%20lang%3Aen&publisher=lantern.example");
    assertThat(page.select("link[rel=alternate][type]").eachAttr("href"))
        .contains("/en/search.rss?q=festival%20lang%3Aen&publisher=lantern.example");
    assertThat(page.select(".filters form input[type=hidden]").eachAttr("name"))
        .containsExactly("q", "publisher", "sort");
    assertThat(page.select(".filters form").attr("action")).isEqualTo("/en/search");
  }

  @ParameterizedTest
  @ValueSource(strings = {"since=soon", "category=gossip", "lang=english!", "publisher=a%20b"})
  void saysThatANonsenseFilterMakesNoSense(String query) {
    assertThat(site.get(path("en", "festival") + "&" + query).statusCode()).isEqualTo(400);
    assertThat(site.get(path("en", "festival") + "&sort=relevance&" + query).statusCode())
        .isEqualTo(400);
  }

  @Test
  void alternativesShowTheirReach() {
    assertThat(search("festival harbour OR council").select(".hint code").text())
        .isEqualTo("(festival harbour) OR council");
    assertThat(search("festival harbour").select(".hint code")).isEmpty();
  }

  @Test
  void theBestComeFirstByChoice() {
    Document page = Jsoup.parse(site.page(path("en", "festival") + "&sort=relevance"));
    assertThat(page.select(".way a[aria-current]").eachText()).containsExactly("Best match first");
    assertThat(page.select(".card")).isNotEmpty();
    assertThat(site.get(path("en", "festival") + "&sort=relevance&after=nonsense").statusCode())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({".rss", ".atom", ".json", ".txt"})
  void theSameSearchIsAFeed(String suffix) {
    String typed = URLEncoder.encode("festival -council", StandardCharsets.UTF_8);
    assertThat(site.page("/en/search" + suffix + "?q=" + typed)).contains("festival");
    assertThat(site.get("/en/search" + suffix + "?q=" + "a+".repeat(40)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void nothingTypedBecomesMarkup() {
    Document page = search("<b onclick=x>festival</b> \"><script>alert(1)</script>");
    assertThat(page.select("main script, main b")).isEmpty();
  }

  @Test
  void trendsSayWhyTheyStandWhereTheyStand() {
    Document page = Jsoup.parse(site.page("/en/trends"));
    assertThat(page.expectFirst("h1").text()).isEqualTo("Most covered now");
    assertThat(page.select(".how p").text()).contains("no history of seven days");
    assertThat(page.select(".trends li .tag").eachText()).isNotEmpty();
    assertThat(page.select("nav.sections a[aria-current]").text()).isEqualTo("Trends");
    assertThat(Jsoup.parse(site.page("/ar/trends")).expectFirst("html").attr("dir"))
        .isEqualTo("rtl");
  }
}
