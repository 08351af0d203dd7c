package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagwire.model.Mute;
import org.tagwire.model.TagKey;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.SiteOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API lists what the pages list, at the same addresses. */
class ApiListsTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String API = "/api/v1/";
  private static LocalSite site;

  @BeforeAll
  static void open() {
    site = LocalSite.of(SampleNews.fill("https://orrery.example/pictures"));
  }

  @AfterAll
  static void close() {
    site.close();
  }

  private static List<String> onPage(LocalSite of, String path) {
    return Jsoup.parse(of.page("/en/" + path)).select(".card .headline a").eachAttr("href").stream()
        .map(href -> href.replaceFirst("\\?.*", ""))
        .map(href -> href.substring(href.lastIndexOf('/') + 1))
        .toList();
  }

  private static JsonNode answer(LocalSite of, String path) {
    return JSON.readTree(of.page(API + path));
  }

  private static List<String> inAnswer(LocalSite of, String path) {
    return answer(of, path)
        .get("list")
        .get("articles")
        .valueStream()
        .map(card -> card.get("id").asString())
        .toList();
  }

  static Stream<Arguments> lists() {
    List<String> paths =
        List.of(
            "hashtag/MaraEllington hashtags/MaraEllington",
            "hashtag/MaraEllington+HarbourFestival hashtags/MaraEllington+HarbourFestival",
            "hashtag/MaraEllington-TheSaltRoad hashtags/MaraEllington-TheSaltRoad",
            "publisher/portcourier.example publishers/portcourier.example",
            "category/politics categories/politics",
            "folder/Culture/Film folders/Culture/Film",
            "news news",
            "search?q=festival search?q=festival",
            "search?q=mara&sort=relevance search?q=mara&sort=relevance");
    List<String> queries =
        List.of(
            "",
            "?lang=ar",
            "?publisher=portcourier.example",
            "?category=politics",
            "?since=24h",
            "?since=2026-01-30&until=2026-02-20",
            "?about=1&lang=en&publisher=lantern.example&since=30d");
    return paths.stream()
        .map(pair -> pair.split(" "))
        .flatMap(
            pair -> queries.stream().map(q -> Arguments.of(with(q, pair[0]), with(q, pair[1]))));
  }

  private static String with(String query, String path) {
    return path.contains("?") ? path + query.replace('?', '&') : path + query;
  }

  @ParameterizedTest
  @MethodSource("lists")
  void listsTheSameArticlesAsThePage(String page, String api) {
    assertThat(inAnswer(site, api)).isEqualTo(onPage(site, page));
  }

  @ParameterizedTest
  @CsvSource({
    "hashtags/MaraEllington?category=politics, 1",
    "hashtags/MaraEllington?publisher=portcourier.example, 3",
    "hashtags/MaraEllington+HarbourFestival-TheSaltRoad, 1",
    "publishers/portcourier.example?category=politics, 1",
    "categories/politics?since=7d, 0",
  })
  void narrowsAndCountsWhatIsLeft(String path, int articles) {
    assertThat(inAnswer(site, path)).hasSize(articles);
    if (articles == 1) {
      assertThat(answer(site, path).get("totals").get("articles").asInt()).isEqualTo(1);
    }
  }

  @Test
  void namesTheHashtagsThatAreJoined() {
    JsonNode answer = answer(site, "hashtags/MaraEllington+HarbourFestival-TheSaltRoad");
    assertThat(answer.get("with").valueStream().map(tag -> tag.get("form").asString()))
        .containsExactly("MaraEllington", "HarbourFestival");
    assertThat(answer.get("without").valueStream().map(tag -> tag.get("form").asString()))
        .containsExactly("TheSaltRoad");
  }

  @ParameterizedTest
  @CsvSource({
    "hashtags/maraellington?category=politics,"
        + " /api/v1/hashtags/MaraEllington?category=politics",
    "hashtags/mara-ellington, /api/v1/hashtags/MaraEllington",
    "hashtags/maraellington+TheSaltRoad?about=1,"
        + " /api/v1/hashtags/MaraEllington+TheSaltRoad?about=1",
  })
  void movesOtherSpellingsAndKeepsTheWayOfLooking(String asked, String place) {
    HttpResponse<String> answer = site.get(API + asked);
    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).contains(place);
  }

  @ParameterizedTest
  @CsvSource({
    "since=yesterday, a day",
    "since=2026-13-01, 24h",
    "until=24h, a day",
    "category=gossip, human-interest",
    "publisher=a%20b, domain",
    "lang=english!, code",
    "after=nowhere, next",
  })
  void saysWhichParameterMakesNoSenseAndWhatWould(String query, String wanted) {
    String name = query.substring(0, query.indexOf('='));
    for (String path :
        List.of("hashtags/A", "hashtags/A-B", "news", "folders/Culture/Film", "search?q=a")) {
      HttpResponse<String> answer = site.get(API + with("?" + query, path));
      JsonNode problem = JSON.readTree(answer.body());
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(problem.get("code").asString()).isEqualTo("bad-request");
      assertThat(problem.get("detail").asString()).contains("'" + name + "'", wanted);
    }
  }

  @Test
  void whatCanBeNoDomainIsNoPublisher() {
    for (String name : List.of("a%2Fb", "%20", "a%20b", "a".repeat(254), "nobody.example")) {
      assertThat(site.get(API + "publishers/" + name).statusCode()).as(name).isEqualTo(404);
    }
  }

  @Test
  void saysHowManyHashtagsCanBeJoined() {
    HttpResponse<String> answer =
        site.get(API + "hashtags/MaraEllington" + "+MaraEllington".repeat(8));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("detail").asString()).contains("at most 8");
    assertThat(site.get(API + "hashtags/MaraEllington+HarbourFestivel").statusCode())
        .isEqualTo(404);
  }

  @Test
  void ranksHashtagsAsTheirIndexDoes() {
    JsonNode covered = answer(site, "hashtags?view=covered");
    assertThat(covered.at("/covered/0/hashtag/form").asString()).isEqualTo("MaraEllington");
    assertThat(covered.get("more").asBoolean()).isFalse();
    assertThat(site.get(API + "hashtags?view=covered&page=99").statusCode()).isEqualTo(400);
  }

  @Test
  void saysOfTheSiteWhatItsOwnPageSays() {
    JsonNode about = answer(site, "about");
    assertThat(about.get("name").asString()).isEqualTo("Tagwire");
    assertThat(about.get("languages").get(0).get("language").asString()).isEqualTo("en");
    assertThat(about.get("languages").get(0).get("hourly").asDouble()).isPositive();
  }

  @Test
  void aDayBeginsWhereTheSiteIs() {
    Newsroom newsroom = SampleNews.fill("https://orrery.example/pictures");
    SiteOptions far = SiteOptions.plain(ZoneId.of("Pacific/Kiritimati"));
    try (LocalSite there = new LocalSite(newsroom, far, OwnerPassword.unset())) {
      String query = "?until=2026-03-09";
      assertThat(inAnswer(there, "news" + query))
          .isEqualTo(onPage(there, "news" + query))
          .isNotEqualTo(inAnswer(site, "news" + query));
    }
  }

  @Test
  void whatIsFollowedIsListedForItsOwner() {
    Newsroom newsroom = SampleNews.fill("https://orrery.example/pictures");
    try (LocalSite mine = LocalSite.of(newsroom)) {
      assertThat(mine.get(API + "followed/-").statusCode()).isEqualTo(404);
      TagKey key = TagKey.parse("MaraEllington").orElseThrow();
      newsroom.questions().reader().follow(key, "Film", SampleNews.NOW);
      newsroom.questions().reader().mute(new Mute(Mute.Kind.WORD, "gala"), SampleNews.NOW);
      JsonNode following = answer(mine, "following");
      assertThat(following.at("/folders/0/name").asString()).isEqualTo("Film");
      assertThat(following.at("/folders/0/hashtags/0/hashtag/form").asString())
          .isEqualTo("MaraEllington");
      assertThat(following.at("/mutes/0/value").asString()).isEqualTo("gala");
      assertThat(inAnswer(mine, "followed/Film"))
          .isEqualTo(inAnswer(mine, "hashtags/" + "MaraEllington"));
    }
  }
}
