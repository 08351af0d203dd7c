package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.WatchedName;
import org.tagwire.query.ListView;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import org.tagwire.store.WatchStore.Tally;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WatchRoomTest {
  private Newsroom newsroom = new Newsroom();
  private LocalSite site;

  @BeforeEach
  void open() {
    newsroom = SampleNews.fill("https://orrery.example");
    fill(newsroom);
    site = LocalSite.of(newsroom);
  }

  @AfterEach
  void close() {
    site.close();
  }

  /** Watches three names: one that grows, one that falls, and one that nobody has said yet. */
  static void fill(Newsroom newsroom) {
    List<Card> cards =
        newsroom
            .questions()
            .lists()
            .page(Filter.ALL, ListView.of(Audience.OWNER, Language.ENGLISH))
            .listings()
            .stream()
            .map(listing -> listing.card())
            .toList();
    WatchedName quell =
        new WatchedName(
            List.of("Quell", "Royal Quell Works", "كويل"),
            List.of(List.of("oil", "natural gas")),
            List.of("beach"),
            null,
            null,
            false);
    newsroom.watch().add(new Tally(quell, 3, 1_240, 1_100, 12, cards.getFirst()));
    newsroom.watch().add(new Tally(WatchedName.of("=Harbour & Sons"), 0, 2, 9, 2, cards.getLast()));
    newsroom.watch().add(new Tally(WatchedName.of("Nobody Yet"), 0, 0, 0, 0, null));
  }

  @Test
  void showsTheNamesWithTheirNumbersTheMostSaidFirst() {
    String page = site.page("/en/watch");

    assertThat(page)
        .contains("Watched names", "3 names", "1,240", "+140", "\u22127", "nothing yet")
        .contains("<bdi>Royal</bdi>", "<bdi>+oil,\"natural</bdi>", "<bdi>-beach</bdi>")
        .contains("/en/hashtag/Quell", "/en/watch.csv", "/en/watch.rss", "/en/watch.atom");
    assertThat(page.indexOf("Quell")).isLessThan(page.indexOf("Harbour &amp; Sons"));
    assertThat(site.page("/ar/watch")).contains("أسماء مراقَبة", "dir=\"rtl\"", "لا شيء بعد");
  }

  @Test
  void saysThatOlderArticlesAreStillLookedThrough() {
    assertThat(site.page("/en/watch")).doesNotContain("still being looked through");
    newsroom.watch().lookBack();
    site.change();
    assertThat(site.page("/en/watch")).contains("still being looked through");
  }

  @Test
  void givesATableThatNoSpreadsheetTakesForFormulas() {
    List<String> lines = site.page("/en/watch.csv").lines().toList();

    assertThat(lines).hasSize(4);
    assertThat(lines.getFirst()).startsWith("name,hashtag,today,7 days,7 days before,change");
    assertThat(lines.get(1)).startsWith("Quell,Quell,3,1240,1100,140,12,20");
    assertThat(lines.get(2)).startsWith("'=Harbour & Sons,");
    assertThat(lines.get(3)).isEqualTo("Nobody Yet,NobodyYet,0,0,0,0,0,,,,");
  }

  @ParameterizedTest
  @ValueSource(strings = {".rss", ".atom", ".json", ".txt"})
  void isOneFeedForAllNames(String suffix) {
    assertThat(site.page("/en/watch" + suffix)).contains("Watched names", "Mara Ellington opens");
    assertThat(site.get("/en/watch" + suffix + "?after=never").statusCode()).isEqualTo(400);
  }

  @Test
  void waitsWithTheOwnerForANameThatNobodyHasSaidYet() {
    assertThat(site.page("/en/hashtag/NobodyYet")).contains("#NobodyYet", "Nothing yet, watching.");
    assertThat(site.page("/ar/hashtag/NobodyYet")).contains("لا شيء بعد، والمراقبة جارية");
    assertThat(site.page("/en/hashtag/NobodyYet.rss"))
        .contains("<channel>")
        .doesNotContain("<item>");
    assertThat(site.get("/en/hashtag/NobodyElse").statusCode()).isEqualTo(404);
    JsonNode tag = new JsonMapper().readTree(site.page("/api/v1/hashtags/NobodyYet"));
    assertThat(tag.path("all").path("articles").asInt()).isZero();
  }

  @Test
  void answersTheSameAsJson() {
    JsonNode names = new JsonMapper().readTree(site.page("/api/v1/watch")).path("names");

    assertThat(names).hasSize(3);
    assertThat(names.get(0).path("week").asInt()).isEqualTo(1_240);
    assertThat(names.get(0).path("needed").get(0).get(1).asString()).isEqualTo("natural gas");
    assertThat(names.get(2).has("last")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/en/watch",
        "/ar/watch",
        "/en/watch.csv",
        "/en/watch.rss",
        "/api/v1/watch",
        "/en/hashtag/NobodyYet",
        "/api/v1/hashtags/NobodyYet"
      })
  void isNobodysBusinessButTheOwners(String path) {
    SiteOptions options =
        new SiteOptions(
            SiteOptions.Mode.PUBLIC,
            URI.create("http://localhost"),
            true,
            "Wire",
            "editor@wire.example",
            ZoneOffset.UTC,
            Digits.AUTO,
            Edition.ENGLISH,
            Map.of());
    try (LocalSite strangers = new LocalSite(newsroom, options, OwnerPassword.unset())) {
      assertThat(strangers.get(path).statusCode()).isEqualTo(404);
      assertThat(strangers.page("/en/")).doesNotContain("/en/watch");
    }
  }
}
