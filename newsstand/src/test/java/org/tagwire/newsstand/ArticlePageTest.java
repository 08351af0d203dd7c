package org.tagwire.newsstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Newsroom;
import org.tagwire.newsstand.press.Press;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ArticlePageTest {

  private static final Pattern JSON_LD =
      Pattern.compile("<script type=\"application/ld\\+json\">(.*)</script>");

  private FixtureStand fixture;

  @BeforeEach
  void open() throws IOException {
    fixture = new FixtureStand();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void servesEveryAccountAtItsAddressWithAllItsText() throws Exception {
    var press = new Press(Newsroom.ofResources("fixture"));
    for (Account account : press.newsroom().accounts()) {
      if (account.schedule().at().on(FixtureStand.START).isAfter(FixtureStand.START)) {
        continue;
      }
      URI address = press.address(account, fixture.stand.dateline());
      String page = fixture.text(account.publisher(), address.getRawPath());
      for (var block : account.wording().body()) {
        assertThat(page).contains(block.text().replace("'", "&#39;").replace("\"", "&quot;"));
      }
      assertThat(page).contains("<meta property=\"article:published_time\"");
    }
  }

  @Test
  void surroundsTheTextWithFurniture() throws Exception {
    assertThat(fixture.text("tide-times.example", "/sport-sea/old-crane-saved.html"))
        .contains(
            "class=\"cookie\"",
            "Advertisement",
            "The morning letter",
            "Photograph: The Tide Times",
            "<a href=\"/news/carried-essay.html\">What a lost dog means</a>",
            "<meta property=\"article:tag\" content=\"Sandholm\">",
            "<meta name=\"news_keywords\" content=\"cranes, Sandholm\">",
            "Old crane &quot;saved&quot; &amp; &lt;safe&gt; | The Tide Times");
  }

  @Test
  void creditsTheAgencyInTheByline() throws Exception {
    assertThat(fixture.text("tide-times.example", "/sport-sea/old-crane-saved.html"))
        .contains("By Pim Harrow, Wire Desk");
  }

  @Test
  void pointsACarriedTextsCanonicalLinkToItsOrigin() throws Exception {
    assertThat(fixture.text("tide-times.example", "/news/carried-essay.html"))
        .contains(
            "<link rel=\"canonical\" href=\""
                + fixture.origin("bay-review.example")
                + "/story/lost-dog-essay\">",
            "This article was first published by Bay Review.");
  }

  @Test
  void writesJsonLdThatTellsTheTruth() throws Exception {
    JsonNode data =
        jsonLd("kuesten-blatt.example", articlePath("kuesten-blatt.example")).getFirst();
    assertThat(data.path("@type").asString()).isEqualTo("NewsArticle");
    assertThat(data.path("headline").asString()).startsWith("Der alte Kran");
    assertThat(data.path("author").path(0).path("name").asString()).isEqualTo("Jörn Möwe");
    assertThat(data.path("author").path(0).path("@type").asString()).isEqualTo("Person");
    assertThat(data.path("datePublished").asString()).isEqualTo("2031-05-13T10:00:00Z");
    assertThat(data.path("articleBody").asString()).startsWith("Der letzte Dampfkran");
  }

  @Test
  void leavesJsonLdOutAtOnePublisherAndLiesAtAnother() throws Exception {
    assertThat(jsonLd("tide-times.example", "/news/carried-essay.html")).isEmpty();
    JsonNode data = jsonLd("wire-desk.example", "/crane-saved/").getFirst();
    assertThat(data.path("articleBody").asString()).startsWith("Everything you need to know");
  }

  @Test
  void writesArabicFromRightToLeft() throws Exception {
    assertThat(fixture.text("sahil-news.example", articlePath("sahil-news.example")))
        .contains("<html lang=\"ar\" dir=\"rtl\">", "hreflang=\"ar\"", "اقرأ أيضا");
  }

  @Test
  void joinsLinesOfJapaneseWithoutASpace() throws Exception {
    assertThat(fixture.text("minato-note.example", "/crane/")).contains("蒸気起重機が修理される");
  }

  private String articlePath(String host) throws Exception {
    Matcher link = Pattern.compile("<h2><a href=\"([^\"]+)\">").matcher(fixture.text(host, "/"));
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private List<JsonNode> jsonLd(String host, String target) throws Exception {
    return JSON_LD
        .matcher(fixture.text(host, target))
        .results()
        .map(match -> JsonMapper.shared().readTree(match.group(1)))
        .toList();
  }
}
