package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Audience;
import org.tagwire.model.TagKind;
import org.tagwire.server.sample.Dispatch;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.Lens;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.Visit;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;

/** Lists narrowed, joined and grouped, and the index of tags. */
class ListPagesTest {
  private static LocalSite site;

  @BeforeAll
  static void open() {
    site = LocalSite.of(SampleNews.fill("https://orrery.example/pictures"));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static Document read(String path) {
    return Jsoup.parse(site.page(path), site.address(path));
  }

  private static Element link(Document page, String box, String text) {
    return page.select(box + " a").stream()
        .filter(a -> a.ownText().equals(text) || a.text().startsWith(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is not in " + page.select(box)));
  }

  @Test
  void narrowsByPublisherCategoryLanguageAndTime() {
    assertThat(read("/en/hashtag/MaraEllington?publisher=portcourier.example").select(".card"))
        .hasSize(3);
    assertThat(read("/en/hashtag/MaraEllington?category=politics").select(".card")).hasSize(1);
    assertThat(read("/en/hashtag/MaraEllington?since=24h").select(".card")).hasSize(2);
    assertThat(read("/en/hashtag/MaraEllington?since=2026-01-30&until=2026-02-20").select(".card"))
        .hasSize(2);
    assertThat(read("/en/publisher/portcourier.example?category=politics").select(".card"))
        .hasSize(1);
    assertThat(read("/en/category/politics?since=7d").select(".empty").text())
        .isEqualTo("Nothing here yet.");
    assertThat(read("/en/folder/Culture/Film?publisher=lantern.example").select(".card"))
        .isNotEmpty();
  }

  @Test
  void countsWhatIsShown() {
    assertThat(read("/en/hashtag/MaraEllington?category=politics").select(".facts").text())
        .contains("1 article, 1 publisher since 20-02-2026");
  }

  @Test
  void offersOnlyWhatTheListHas() {
    Document page = read("/en/hashtag/MaraEllington");
    assertThat(page.select(".filters h2").eachText())
        .containsExactly("Language", "Publisher", "Category", "Time");
    assertThat(page.select(".filters li").eachText())
        .contains("Port Courier", "Politics", "Arabic", "24 hours", "7 days", "30 days")
        .doesNotContain("Weather");
    Element lantern = link(page, ".filters", "Lantern");
    assertThat(lantern.attr("href"))
        .isEqualTo("/en/hashtag/MaraEllington?publisher=lantern.example");
    assertThat(lantern.attr("rel")).isEqualTo("nofollow");
    assertThat(read("/en/publisher/lantern.example").select(".filters h2").eachText())
        .doesNotContain("Publisher");
  }

  @Test
  void keepsTheOtherFiltersWhenOneIsAddedOrTakenAway() {
    Document page =
        read("/en/hashtag/MaraEllington?about=1&publisher=lantern.example&since=7d&view=stories");
    assertThat(page.select(".active a").eachText()).containsExactly("Lantern ×", "7 days ×");
    assertThat(link(page, ".active", "Lantern").attr("href"))
        .isEqualTo("/en/hashtag/MaraEllington?about=1&since=7d&view=stories");
    assertThat(link(page, ".active", "7 days").attr("aria-label")).isEqualTo("Remove: 7 days");
    assertThat(link(page, ".filters", "30 days").attr("href"))
        .isEqualTo(
            "/en/hashtag/MaraEllington?about=1&publisher=lantern.example&since=30d&view=stories");
    assertThat(page.select(".editions a").eachAttr("href"))
        .contains("/ar/hashtag/MaraEllington?publisher=lantern.example&since=7d&view=stories");
  }

  @Test
  void asksForDaysWithAForm() {
    Element form =
        read("/en/hashtag/MaraEllington?about=1&since=2026-02-01").expectFirst(".filters form");
    assertThat(form.attr("action")).isEqualTo("/en/hashtag/MaraEllington");
    assertThat(form.select("input[type=hidden]").eachAttr("name")).containsExactly("about");
    assertThat(form.expectFirst("input[name=since]").val()).isEqualTo("2026-02-01");
  }

  @ParameterizedTest
  @CsvSource({
    "en, since=2026-02-01&until=2026-02-20, 01-02-2026 – 20-02-2026 ×",
    "ar, since=2026-02-01&until=2026-02-20, ٠١-٠٢-٢٠٢٦ – ٢٠-٠٢-٢٠٢٦ ×",
    "en, since=2026-02-01, 01-02-2026 – ×",
    "en, until=2026-02-20, – 20-02-2026 ×",
    "en, since=7d&until=2026-03-08, 7 days – 08-03-2026 ×"
  })
  void writesDaysAsTheEditionDoes(String edition, String query, String written) {
    Document page = read("/" + edition + "/hashtag/MaraEllington?" + query);
    assertThat(page.select(".active a").eachText()).containsExactly(written);
  }

  @Test
  void feedsCarryTheFiltersButNotTheLayout() {
    assertThat(
            read("/en/hashtag/MaraEllington?category=politics&view=stories")
                .select("link[rel=alternate]")
                .eachAttr("href"))
        .contains("/en/hashtag/MaraEllington.rss?category=politics");
    assertThat(site.page("/en/hashtag/MaraEllington.rss?category=politics"))
        .containsOnlyOnce("<item>")
        .contains("City council");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "since=yesterday",
        "since=2026-13-01",
        "until=24h",
        "category=gossip",
        "publisher=a%20b"
      })
  void saysThatANonsenseFilterMakesNoSense(String query) {
    assertThat(site.get("/en/hashtag/MaraEllington?" + query).statusCode()).isEqualTo(400);
    assertThat(site.get("/en/category/politics?" + query).statusCode()).isEqualTo(400);
  }

  @Test
  void groupsByStoryWithTheAccountsOfEach() {
    Document page = read("/en/hashtag/HarbourFestival?view=stories");
    assertThat(page.select(".way a[aria-current]").eachText()).contains("Stories");
    Document mara = read("/en/hashtag/MaraEllington?view=stories");
    assertThat(mara.select(".story")).hasSize(6);
    assertThat(mara.expectFirst(".story").select(".brief").eachText())
        .containsExactly("Six minutes of applause in the fish hall");
    assertThat(mara.expectFirst(".story .more a[href*=/story/]").text())
        .isEqualTo("The whole story");
  }

  @Test
  void joinsTagsInWordsAndWithFeedsOfTheirOwn() {
    Document page = read("/en/hashtag/MaraEllington+HarbourFestival-TheSaltRoad");
    assertThat(page.expectFirst("h1").text())
        .isEqualTo("Latest news with #MaraEllington and #HarbourFestival without #TheSaltRoad");
    assertThat(page.select("h1 bdi")).hasSize(3);
    assertThat(page.select(".headline").eachText())
        .containsExactly("City council counts the cost of the festival quarter");
    assertThat(page.select("link[rel=alternate]").attr("href"))
        .isEqualTo("/en/hashtag/MaraEllington+HarbourFestival-TheSaltRoad.rss");
    assertThat(site.page("/en/hashtag/MaraEllington+HarbourFestival-TheSaltRoad.rss"))
        .contains("City council");
    assertThat(page.select(".active a").eachAttr("href"))
        .containsExactly(
            "/en/hashtag/HarbourFestival-TheSaltRoad",
            "/en/hashtag/MaraEllington-TheSaltRoad",
            "/en/hashtag/MaraEllington+HarbourFestival");
  }

  @Test
  void aTagJoinedWithAndWithoutItselfHasNoNews() {
    Document page = read("/en/hashtag/MaraEllington-MaraEllington");
    assertThat(page.select(".empty")).hasSize(1);
    assertThat(page.select(".active a").eachAttr("href"))
        .containsExactly("/en/hashtag/MaraEllington");
  }

  @Test
  void joinsInArabicToo() {
    assertThat(read("/ar/hashtag/MaraEllington+HarbourFestival").expectFirst("h1").text())
        .isEqualTo("أحدث الأخبار مع #MaraEllington و#HarbourFestival");
  }

  @ParameterizedTest
  @CsvSource({
    "/en/hashtag/maraellington+HarbourFestival, /en/hashtag/MaraEllington+HarbourFestival",
    "/en/hashtag/mara-ellington, /en/hashtag/MaraEllington",
    "/hashtag/maraellington-TheSaltRoad.rss?since=7d,"
        + " /en/hashtag/MaraEllington-TheSaltRoad.rss?since=7d",
    "/en/hashtag/maraellington?category=politics&view=stories,"
        + " /en/hashtag/MaraEllington?category=politics&view=stories",
  })
  void movesOtherSpellingsAndKeepsTheWayOfLooking(String asked, String place) {
    var response = site.get(asked);
    assertThat(response.statusCode()).isEqualTo(301);
    assertThat(response.headers().firstValue("Location")).contains(place);
  }

  @Test
  void readsAnEncodedPlusAsThePlusItIs() {
    assertThat(read("/en/hashtag/MaraEllington%2BHarbourFestival").select(".card")).isNotEmpty();
  }

  @Test
  void namesTheNearestOfATermThatIsNotKnown() {
    var response = site.get("/en/hashtag/MaraEllington+HarbourFestivel");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Jsoup.parse(response.body()).select(".notice .tag").eachAttr("href"))
        .containsExactly("/en/hashtag/HarbourFestival");
    assertThat(site.get("/en/hashtag/MaraEllington" + "+MaraEllington".repeat(8)).statusCode())
        .isEqualTo(400);
  }

  /** Of a public site; on a private one nothing is for a search engine. */
  @Test
  void listsNarrowedGroupedOrJoinedAndSearchesAreForNoSearchEngine() {
    var options =
        new SiteOptions(
            SiteOptions.Mode.PUBLIC,
            URI.create("http://localhost"),
            true,
            "The Wire",
            "desk@wire.example",
            ZoneOffset.UTC,
            Digits.AUTO,
            Edition.ENGLISH,
            Map.of());
    try (LocalSite open =
        new LocalSite(SampleNews.fill("https://a.example"), options, OwnerPassword.unset())) {
      for (String path :
          List.of("/en/hashtag/MaraEllington", "/en/news", "/en/category/politics", "/en/trends")) {
        assertThat(robots(open, path)).as(path).isEmpty();
      }
      for (String path :
          List.of(
              "/en/hashtag/MaraEllington?since=7d",
              "/en/hashtag/MaraEllington?view=stories",
              "/en/hashtag/MaraEllington?about=1",
              "/en/hashtag/MaraEllington+HarbourFestival",
              "/en/news?category=politics",
              "/en/news?lang=en",
              "/en/search?q=festival",
              "/en/search")) {
        assertThat(robots(open, path)).as(path).isEqualTo("noindex");
      }
    }
  }

  private static String robots(LocalSite open, String path) {
    return Jsoup.parse(open.page(path)).select("meta[name=robots]").attr("content");
  }

  @Test
  void drawsTheVolumeAndSaysItInATable() {
    Document page = read("/en/hashtag/MaraEllington");
    Element chart = page.expectFirst(".volume");
    assertThat(chart.select("svg").attr("aria-label"))
        .isEqualTo("7 articles in 30 days; most on 10-03-2026");
    assertThat(chart.select("svg path").attr("d")).startsWith("M");
    assertThat(chart.select("tbody tr")).hasSize(30);
    assertThat(chart.select("tbody tr").get(0).text()).isEqualTo("10-03-2026 3");
    assertThat(page.select("[style]")).isEmpty();
  }

  @Test
  void namesRelatedTagsAndWhereBothAre() {
    Newsroom newsroom = SampleNews.fill("https://orrery.example/pictures");
    for (int i = 0; i < 20; i++) {
      Dispatch.of("Tide table, part " + i, SampleNews.NOW)
          .from("tides.example", "Tides")
          .at("2026-03-01T10:00:00Z")
          .about("Tide Tables", TagKind.TOPIC)
          .print(newsroom);
    }
    try (LocalSite busy = LocalSite.of(newsroom)) {
      Document page = Jsoup.parse(busy.page("/en/hashtag/MaraEllington"));
      assertThat(page.select(".kin .tag").eachAttr("href"))
          .startsWith("/en/hashtag/TheSaltRoad")
          .doesNotContain("/en/hashtag/TideTables", "/en/hashtag/MaraEllington");
      assertThat(page.select(".kin .both").eachAttr("href"))
          .startsWith("/en/hashtag/MaraEllington+TheSaltRoad");
      assertThat(page.select(".kin .both").eachAttr("aria-label"))
          .startsWith("Together with The Salt Road");
    }
  }

  @Test
  void theIndexHasTheLettersThatExistEachWithItsTags() {
    Document page = read("/en/hashtags");
    assertThat(page.select(".letters a").eachText())
        .containsExactly("Most covered", "All", "H", "M", "N", "O", "T", "م");
    assertThat(read("/en/hashtags?letter=H").select(".index a").eachText())
        .containsExactly("Harbour Festival");
    assertThat(read("/en/hashtags?letter=H").select(".letters a[aria-current]").text())
        .isEqualTo("H");
    assertThat(site.get("/en/hashtags?letter=X").statusCode()).isEqualTo(404);
    assertThat(read("/ar/hashtags").select(".letters a").eachText().get(2)).isEqualTo("م");
  }

  @Test
  void theIndexRanksTheMostCoveredByPage() {
    Document page = read("/en/hashtags?view=covered");
    assertThat(page.select(".covered li").first().text()).startsWith("#MaraEllington");
    assertThat(read("/en/hashtags?view=covered&page=3").select(".covered li")).isEmpty();
    assertThat(site.get("/en/hashtags?view=covered&page=99").statusCode()).isEqualTo(400);
  }

  @Test
  void aSpanBeginsAtAWholeMinute() {
    Visit visit =
        new Visit(
            Edition.ENGLISH, Audience.PUBLIC, SampleNews.NOW, "", Map.of(), Map.of("since", "24h"));
    Lens lens = Lens.of(visit).orElseThrow();
    assertThat(lens.condition(SampleNews.NOW.plusSeconds(59), ZoneOffset.UTC))
        .isEqualTo(lens.condition(SampleNews.NOW, ZoneOffset.UTC));
  }
}
