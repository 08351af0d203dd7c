package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.ArticleId;
import org.tagwire.model.TagKind;
import org.tagwire.server.sample.Dispatch;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;
import org.tagwire.server.web.OwnerPassword;
import org.tagwire.server.web.SiteOptions;
import org.tagwire.server.web.SiteOptions.Mode;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A story as its owner and as anybody reads it, and what pages say of themselves. */
class StoryPageTest {
  private static final String FIRST =
      "Twelve members of the council voted to keep the night ferry running through winter.";
  private static final String SECOND =
      "The night ferry keeps running through winter after twelve council members voted for it.";
  private static final String THIRD =
      "Running the night ferry through the winter was backed by twelve of the council's members,"
          + " who voted late.";
  private static final String NEWS =
      "A hidden tunnel with forty barrels of salt was discovered beneath the pier.";
  private static final String HOSTILE = "Ferry stays </script><script>alert('it')</script>";

  private static LocalSite owners;
  private static LocalSite open;
  private static ArticleId founder;

  @BeforeAll
  static void print() {
    Newsroom newsroom = new Newsroom();
    founder =
        Dispatch.of("Night ferry to run all winter", SampleNews.NOW)
            .from("herald.example", "The Herald")
            .at("2026-03-09T08:15:00Z")
            .saying(FIRST)
            .about("Night Ferry", TagKind.TOPIC)
            .print(newsroom);
    ArticleId courier =
        Dispatch.of("Council saves the ferry", SampleNews.NOW)
            .from("courier.example", "The Courier")
            .at("2026-03-09T10:30:00Z")
            .saying(SECOND, NEWS)
            .excerpt(SECOND)
            .story(founder)
            .print(newsroom);
    Dispatch.of(HOSTILE, SampleNews.NOW)
        .from("trumpet.example", "The Trumpet")
        .at("2026-03-10T07:05:00Z")
        .saying(THIRD)
        .story(founder)
        .print(newsroom);
    newsroom.renamed(courier, "Council sinks the ferry", Instant.parse("2026-03-09T12:00:00Z"));
    owners = LocalSite.of(newsroom);
    open =
        new LocalSite(
            newsroom,
            new SiteOptions(
                Mode.PUBLIC,
                URI.create("http://localhost/wire"),
                true,
                "The Wire",
                "desk@example.org",
                ZoneOffset.UTC,
                Digits.AUTO,
                Edition.ENGLISH,
                Map.of()),
            OwnerPassword.unset());
  }

  @AfterAll
  static void close() {
    owners.close();
    open.close();
  }

  private static Document owners(String path) {
    return Jsoup.parse(owners.page("/en/" + path));
  }

  private static Document open(String path) {
    return Jsoup.parse(open.page("/wire/en/" + path));
  }

  private static Document story(boolean owner) {
    return owner ? owners("story/" + founder) : open("story/" + founder);
  }

  @Test
  void quotesWhatThreeOriginsAgreeOnWithPublisherAndTimeBesideEach() {
    Element claim = story(true).expectFirst(".claim");
    assertThat(claim.select("blockquote").eachText())
        .containsExactlyInAnyOrder(FIRST, SECOND, THIRD);
    assertThat(claim.select(".carrier").eachText())
        .containsExactlyInAnyOrder("The Herald", "The Courier", "The Trumpet");
    assertThat(claim.select("time")).hasSize(3);
    assertThat(claim.select("summary").text()).isEqualTo("2 others say the same");
  }

  @Test
  void quotesInPublicOnlyWhatStandsWithinAnExcerpt() {
    Document page = story(false);
    assertThat(page.select(".claim blockquote").eachText()).containsExactly(SECOND);
    assertThat(page.select(".claim .carrier").eachText())
        .startsWith("The Courier")
        .contains("The Herald", "The Trumpet");
    assertThat(page.html()).doesNotContain(FIRST, THIRD, NEWS);
  }

  @Test
  void tellsWhoSaidWhatWhenOldestFirst() {
    Document page = story(true);
    assertThat(page.select(".timeline h3").eachText()).containsExactly("09-03-2026", "10-03-2026");
    assertThat(page.select(".entry > .meta > time").eachText())
        .containsExactly("08:15", "10:30", "07:05");
    assertThat(page.select(".entry.first .carrier").text()).isEqualTo("The Herald");
    assertThat(page.select(".entry .badge").eachText()).containsExactly("First here");
    assertThat(page.select(".facts").text()).endsWith("First: The Herald");
    assertThat(page.select("h1").text()).isEqualTo("Night ferry to run all winter");
  }

  @Test
  void tellsWhatAnOutletWasTheFirstToSay() {
    Element courier = story(true).select(".entry").get(1);
    assertThat(courier.select("blockquote").text()).isEqualTo(NEWS);
    assertThat(courier.text()).contains("1 sentence nobody had before");
  }

  @Test
  void showsTheOldHeadlineToTheOwnerAndOnlyItsDayInPublic() {
    assertThat(story(true).select("del").eachText()).containsExactly("Council sinks the ferry");
    assertThat(story(false).html())
        .contains("Headline changed on 09-03-2026")
        .doesNotContain("sinks");
    String article = owners("story/" + founder).select(".entry a.brief").get(1).attr("href");
    Document page = Jsoup.parse(owners.page(article));
    assertThat(page.select("del").eachText()).containsExactly("Council sinks the ferry");
    Document same = Jsoup.parse(open.page("/wire" + article));
    assertThat(same.select(".article > header").text()).contains("Headline changed on 09-03-2026");
    assertThat(same.html()).doesNotContain("sinks");
  }

  @Test
  void tellsTheSameByTheApi() {
    JsonMapper json = new JsonMapper();
    JsonNode mine = json.readTree(owners.page("/api/v1/stories/" + founder));
    JsonNode theirs = json.readTree(open.page("/wire/api/v1/stories/" + founder));
    assertThat(mine.at("/agreed/0/others")).hasSize(2);
    assertThat(mine.at("/headlineChanges/0/before").asString())
        .isEqualTo("Council sinks the ferry");
    assertThat(mine.at("/timeline/1/added").asString()).isEqualTo(NEWS);
    assertThat(theirs.at("/agreed/0/said/sentence").asString()).isEqualTo(SECOND);
    assertThat(theirs.at("/headlineChanges/0").has("before")).isFalse();
    assertThat(theirs.at("/headlineChanges/0").has("seen")).isTrue();
    assertThat(theirs.at("/timeline/1").has("added")).isFalse();
  }

  @Test
  void staysAListInItsOtherForms() {
    assertThat(owners.get("/en/story/" + founder + ".rss").body())
        .contains("<rss", "Council saves");
    assertThat(owners.get("/en/story/" + "0".repeat(32)).statusCode()).isEqualTo(404);
    assertThat(owners.get("/en/story/nonsense").statusCode()).isEqualTo(404);
  }

  @Test
  void pointsToItselfInOtherLanguagesWhereItSaysTheSame() {
    String base = "http://localhost/wire/";
    String here = "/story/" + founder;
    for (String edition : List.of("en", "ar", "de")) {
      Document page = Jsoup.parse(open.page("/wire/" + edition + here));
      assertThat(page.select("link[hreflang]").eachAttr("hreflang"))
          .containsExactlyInAnyOrder("en", "ar", "de", "x-default");
      assertThat(page.select("link[hreflang]").eachAttr("href"))
          .containsOnly(base + "en" + here, base + "ar" + here, base + "de" + here);
      assertThat(page.select("link[hreflang=" + edition + "]").attr("href"))
          .isEqualTo(page.select("link[rel=canonical]").attr("href"));
    }
    assertThat(Jsoup.parse(open.page("/wire/ar/about")).select("link[hreflang]")).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en/", "en/news", "en/category/politics", "en/hashtags", "en/search?q=a"})
  void pagesThatDifferByEditionPointToNoOther(String path) {
    assertThat(Jsoup.parse(open.page("/wire/" + path)).select("link[hreflang]")).isEmpty();
  }

  @Test
  void whatIsNotToBeFoundPointsToNoOther() {
    assertThat(story(true).select("link[hreflang]")).isEmpty();
    assertThat(
            Jsoup.parse(open.page("/wire/en/story/" + founder + "?lang=en"))
                .select("link[hreflang]"))
        .isEmpty();
  }

  @Test
  void pointsMachinesToThePublishers() {
    Document page = story(false);
    Element data = page.expectFirst("script[type=application/ld+json]");
    JsonNode json = new JsonMapper().readTree(data.data());
    assertThat(json.get("@type").asString()).isEqualTo("CollectionPage");
    assertThat(json.get("url").asString()).isEqualTo("http://localhost/wire/en/story/" + founder);
    JsonNode first = json.at("/mainEntity/itemListElement/0/item");
    assertThat(first.get("@type").asString()).isEqualTo("NewsArticle");
    assertThat(first.get("headline").asString()).isEqualTo(HOSTILE);
    assertThat(first.get("url").asString()).startsWith("https://orrery.example/");
    assertThat(first.at("/publisher/name").asString()).isEqualTo("The Trumpet");
    assertThat(json.get("isBasedOn")).hasSize(3);
    assertThat(data.data()).doesNotContain("<");
    assertThat(page.select("script:not([src])")).hasSize(1);
    assertThat(open("article/" + founder).expectFirst("script[type=application/ld+json]").data())
        .contains("\"WebPage\"", "\"isBasedOn\"");
  }

  @Test
  void saysOfItselfWhatPreviewsNeedAndNothingOfATextButTheExcerpt() {
    Document page = open("news");
    assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo("Latest news");
    assertThat(page.select("meta[property=og:url]").attr("content"))
        .isEqualTo("http://localhost/wire/en/news");
    assertThat(page.select("meta[property=og:locale]").attr("content")).isEqualTo("en_US");
    assertThat(page.select("meta[name=description]").attr("content")).contains("The Herald");
    Document owners = owners("article/" + founder);
    assertThat(owners.select("meta[name=description]").attr("content"))
        .isEqualTo("The Herald · Entertainment");
    assertThat(owners.select("meta[property=og:url], script[type=application/ld+json]")).isEmpty();
  }

  @Test
  void opensTheReasonOfTheTagOneCameFrom() {
    assertThat(owners("article/" + founder + "?tag=nightferry").select("details[open]")).hasSize(1);
    assertThat(owners("article/" + founder).select(".reasons details[open]")).isEmpty();
    assertThat(owners("article/" + founder + "?tag=%23%23").select("h1")).hasSize(1);
  }
}
