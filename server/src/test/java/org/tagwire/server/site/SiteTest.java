package org.tagwire.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Language;
import org.tagwire.model.TagKind;
import org.tagwire.server.sample.Dispatch;
import org.tagwire.server.sample.Newsroom;
import org.tagwire.server.sample.SampleNews;

class SiteTest {
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

  @Test
  void aHashtagPageSaysWhatItIs() {
    Document page = read("/en/hashtag/MaraEllington");
    assertThat(page.expectFirst("h1").text()).isEqualTo("Latest news with #MaraEllington");
    assertThat(page.select(".facts > span").eachText())
        .containsExactly("Mara Ellington", "person", "9 articles, 5 publishers since 14-01-2026");
    assertThat(page.expectFirst(".way").select("a").eachText()).containsExactly("All", "About");
    assertThat(page.select("link[rel=alternate]").eachAttr("href"))
        .containsExactly(
            "/en/hashtag/MaraEllington.rss",
            "/en/hashtag/MaraEllington.atom",
            "/en/hashtag/MaraEllington.json",
            "/en/hashtag/MaraEllington.txt");
  }

  @Test
  void cardsStandNewestFirstTheirOwnLanguageBeforeOthersAndCopiesFolded() {
    Document page = read("/en/hashtag/MaraEllington");
    assertThat(page.select(".card time").eachText())
        .containsExactly(
            "2 hours ago",
            "13 hours ago",
            "4 days ago",
            "20-02-2026",
            "14-01-2026",
            "2 days ago",
            "30-01-2026");
    assertThat(page.expectFirst(".card").select(".outlets").text())
        .isEqualTo("Same text in 3 outlets");
    assertThat(page.select(".divider").next().select(".headline").attr("lang")).isEqualTo("ar");
    assertThat(page.select(".origin").eachText()).containsExactly("Screen Week · Northern Wire");
  }

  @Test
  void timesAreForMachinesToo() {
    assertThat(read("/en/hashtag/MaraEllington").select(".card time").eachAttr("datetime"))
        .contains("2026-03-10T09:20:00Z", "2026-01-14");
  }

  @Test
  void aboutLeavesOutMentions() {
    assertThat(read("/en/hashtag/MaraEllington?about=1").select(".headline").eachText())
        .hasSize(4)
        .noneMatch(h -> h.contains("council"));
  }

  @Test
  void theArabicEditionReadsFromTheRightAndItsOwnLanguageFirst() {
    Document page = read("/ar/hashtag/MaraEllington");
    assertThat(page.expectFirst("html").attr("dir")).isEqualTo("rtl");
    assertThat(page.expectFirst("h1").text()).isEqualTo("أحدث الأخبار مع #MaraEllington");
    assertThat(page.select(".card time").eachText()).startsWith("قبل يومين", "٣٠-٠١-٢٠٢٦");
    assertThat(page.expectFirst(".card").select(".headline").attr("dir")).isEqualTo("auto");
  }

  @Test
  void aTagInAnyScriptHasItsPage() {
    assertThat(
            read("/ar/hashtag/%D9%85%D9%87%D8%B1%D8%AC%D8%A7%D9%86_%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1")
                .select(".card"))
        .hasSize(2);
  }

  @Test
  void withoutALanguageTheAddressIsTheDefaultEditions() {
    assertThat(read("/hashtag/MaraEllington").expectFirst("html").attr("lang")).isEqualTo("en");
    assertThat(read("/").expectFirst("h1").text()).isEqualTo("Top stories");
  }

  @ParameterizedTest
  @CsvSource({
    "/en/hashtag/maraellington, /en/hashtag/MaraEllington",
    "/en/hashtag/MARA_ELLINGTON.rss, /en/hashtag/MaraEllington.rss",
    "/ar/hashtag/mara_ellington?about=1&lang=ar, /ar/hashtag/MaraEllington?about=1&lang=ar",
    "/hashtag/%23MaraEllington, /en/hashtag/MaraEllington",
    "/en/category/Politics, /en/category/politics",
    "/en/publisher/www.lantern.example, /en/publisher/lantern.example",
  })
  void otherSpellingsMoveForGood(String asked, String place) {
    var response = site.get(asked);
    assertThat(response.statusCode()).isEqualTo(301);
    assertThat(response.headers().firstValue("Location")).contains(place);
  }

  @Test
  void anUnknownTagNamesItsNeighbours() {
    var response = site.get("/en/hashtag/MaraElington");
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Jsoup.parse(response.body()).select(".notice .tag").eachAttr("href"))
        .containsExactly("/en/hashtag/MaraEllington");
  }

  @Test
  void plainTextHasALineForEachThing() {
    assertThat(site.page("/en/hashtag/MaraEllington.txt").lines().limit(13))
        .startsWith(
            "Latest news with #MaraEllington",
            "The Daily Orrery",
            "2 hours ago",
            "- Entertainment",
            "- The Daily Orrery",
            "Mara Ellington opens the harbour festival with a film shot on foot")
        .contains(
            "Ellington, 41, last appeared in a serial about a lighthouse. She told reporters that she had kept the letter.")
        .endsWith("", "Lantern", "13 hours ago");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/en/hashtag/HarbourFestival", "/en/publisher/lantern.example", "/en/category/politics",
        "/en/folder/Culture/Film", "/en/news", "/en/search"
      })
  void everyListIsAlsoAFeed(String path) {
    String query = path.endsWith("search") ? "?q=festival" : "";
    assertThat(read(path + query).select(".card")).isNotEmpty();
    assertThat(site.page(path + ".rss" + query)).contains("<item>");
    assertThat(site.page(path + ".atom" + query)).contains("<entry ");
    assertThat(site.page(path + ".json" + query)).contains("\"items\":[{");
    assertThat(site.page(path + ".txt" + query).lines()).hasSizeGreaterThan(5);
  }

  @Test
  void anArticleShowsItsTextTagsAndCompany() {
    Document list = read("/en/hashtag/MaraEllington");
    Document page = read(list.expectFirst(".card .headline a").attr("href"));
    assertThat(page.select(".body p")).hasSize(4);
    assertThat(page.select(".byline").text()).isEqualTo("By Ines Calloway");
    assertThat(page.select(".dates time").eachText())
        .containsExactly("10-03-2026 · 2 hours ago", "10-03-2026 · 1 hour ago");
    assertThat(page.expectFirst(".reasons").select(".tag bdi:not(.unseen)").eachText())
        .containsExactly("#MaraEllington", "#TheSaltRoad", "#HarbourFestival");
    assertThat(page.select(".reasons").getLast().select(".tag bdi:not(.unseen)").eachText())
        .containsExactly("#OdileMarchetti");
    assertThat(page.expectFirst(".reasons details").text())
        .isEqualTo("Why this tag? Mara Ellington Mara Ellington is named in this sentence.");
    assertThat(page.select("#copies .carrier").eachText())
        .containsExactlyInAnyOrder("Port Courier", "Lantern");
    assertThat(page.select("#copies > .meta").text()).isEqualTo("This one had it first.");
    Document copy = read(page.expectFirst("#copies a.brief").attr("href"));
    assertThat(copy.select("#copies > .meta").text())
        .startsWith("First: " + page.expectFirst(".carrier").text());
    assertThat(page.select(".also h2").eachText())
        .containsExactly("Same text in", "Also reported by", "Related news");
    assertThat(read(page.select(".also .more a").attr("href")).select(".card")).hasSize(2);
  }

  @Test
  void aSearchForAHashtagLeadsToItsPage() {
    assertThat(site.get("/en/search?q=%23MaraEllington").headers().firstValue("Location"))
        .contains("/en/hashtag/MaraEllington");
    assertThat(read("/en/search?q=mara+ellington").select(".hint a").attr("href"))
        .isEqualTo("/en/hashtag/MaraEllington");
    assertThat(read("/en/search?q=%3Cscript%3E").select("h1").text())
        .isEqualTo("News with “<script>”");
    assertThat(read("/en/search").select("h1").text()).isEqualTo("Search the news");
  }

  @Test
  void theFrontPageTellsStoriesOnce() {
    Document page = read("/en/");
    assertThat(page.select(".story > .card .headline").eachText())
        .doesNotHaveDuplicates()
        .isNotEmpty();
    assertThat(page.expectFirst(".story .others").select(".carrier").eachText()).isNotEmpty();
    assertThat(page.select(".covered .tag bdi:not(.unseen)").eachText())
        .startsWith("#MaraEllington");
    assertThat(read("/en/hashtags").select(".index a").eachText())
        .contains("Mara Ellington", "The Salt Road");
  }

  @Test
  void listsGoOnWithoutGapOrRepeat() {
    Newsroom newsroom = new Newsroom();
    for (int i = 0; i < 65; i++) {
      Dispatch.of("Piece " + i, SampleNews.NOW)
          .at(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(i).toString())
          .in(i % 3 == 0 ? Language.ARABIC : Language.ENGLISH)
          .about("Tide Table", TagKind.TOPIC)
          .print(newsroom);
    }
    try (LocalSite many = LocalSite.of(newsroom)) {
      List<String> seen = new ArrayList<>();
      String path = "/en/hashtag/TideTable?lang=";
      while (!path.isEmpty()) {
        Document page = Jsoup.parse(many.page(path));
        seen.addAll(page.select(".headline").eachText());
        path = page.select(".pager .next").attr("href");
      }
      assertThat(seen).hasSize(65).doesNotHaveDuplicates();
      assertThat(seen.getFirst()).isEqualTo("Piece 64");
    }
  }

  @Test
  void aWithdrawnArticleIsGone() {
    Newsroom newsroom = new Newsroom();
    ArticleId id = Dispatch.of("Soon gone", SampleNews.NOW).print(newsroom);
    newsroom.withdraw(id);
    try (LocalSite other = LocalSite.of(newsroom)) {
      assertThat(other.get("/en/article/" + id).statusCode()).isEqualTo(410);
      assertThat(other.get("/api/v1/articles/" + id).statusCode()).isEqualTo(410);
    }
  }

  @Test
  void whatPublishersWriteStaysText() {
    Newsroom newsroom = new Newsroom();
    Dispatch.of("<img src=x onerror=alert(1)>", SampleNews.NOW)
        .from("orrery.example", "\"><script>alert(2)</script>")
        .url("javascript:alert(3)")
        .picture("javascript:alert(4)")
        .by("</p><script>alert(5)</script>")
        .saying("{{7*7}} ${7*7} <b>bold</b> \uD83D \u0000")
        .about("Tide Table", TagKind.TOPIC)
        .print(newsroom);
    try (LocalSite other = LocalSite.of(newsroom)) {
      Document list = Jsoup.parse(other.page("/en/hashtag/TideTable"));
      Document article = Jsoup.parse(other.page(list.select(".headline a").attr("href")));
      for (Document page : List.of(list, article)) {
        assertThat(page.select("script:not([src]), b, img")).isEmpty();
        assertThat(page.select("a").eachAttr("href")).noneMatch(h -> h.startsWith("javascript"));
      }
      assertThat(list.select(".headline").text()).isEqualTo("<img src=x onerror=alert(1)>");
    }
  }

  @Test
  void anEmptySiteSaysWhatToDo() {
    try (LocalSite empty = LocalSite.of(new Newsroom())) {
      assertThat(Jsoup.parse(empty.page("/en/")).select(".notice a").eachAttr("href"))
          .containsExactly("/en/start");
      assertThat(Jsoup.parse(empty.page("/en/news")).select(".empty").text()).isNotEmpty();
      assertThat(Jsoup.parse(empty.page("/en/category/weather")).select(".empty").text())
          .isNotEmpty();
    }
  }
}
