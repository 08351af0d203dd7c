package org.tagwire.newsstand;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedTest {

  private static final String CONTENT = "http://purl.org/rss/1.0/modules/content/";
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String RSS_1 = "http://purl.org/rss/1.0/";
  private static final String NEWS = "http://www.google.com/schemas/sitemap-news/0.9";

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
  void printsRssNewestFirstWithSummariesOnly() throws Exception {
    Document feed = xml("tide-times.example", "/feed.xml");
    assertThat(texts(feed, "", "title"))
        .containsExactly(
            "The Tide Times",
            "Dog is lost",
            "Old crane \"saved\" & <safe>",
            "What a lost dog means");
    assertThat(texts(feed, "", "pubDate")).contains("Mon, 12 May 2031 09:30:00 GMT");
    assertThat(texts(feed, "", "description"))
        .contains(
            "SANDHOLM — The harbour's last steam crane will be repaired, the town said on Monday.");
    assertThat(texts(feed, CONTENT, "encoded")).isEmpty();
  }

  @Test
  void tracksTheLinksOfOneFeedAndServesThem() throws Exception {
    List<String> links = texts(xml("tide-times.example", "/feed.xml"), "", "link");
    String tracked =
        fixture.origin("tide-times.example")
            + "/sport-sea/old-crane-saved.html?utm_source=rss&utm_medium=feed&utm_campaign=latest";
    assertThat(links).contains(tracked);
    URI link = URI.create(tracked);
    assertThat(
            fixture
                .get("tide-times.example", link.getRawPath() + "?" + link.getRawQuery())
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void printsAtomWithLinksRelativeToItsBase() throws Exception {
    Document feed = xml("wire-desk.example", "/atom.xml");
    assertThat(feed.getDocumentElement().getAttribute("xml:base"))
        .isEqualTo(fixture.origin("wire-desk.example") + "/");
    NodeList links = feed.getElementsByTagNameNS(ATOM, "link");
    assertThat(links.item(2).getAttributes().getNamedItem("href").getNodeValue())
        .isEqualTo("crane-saved/");
    assertThat(fixture.get("wire-desk.example", "/crane-saved/").statusCode()).isEqualTo(200);
    assertThat(texts(feed, ATOM, "content").getFirst())
        .contains("<blockquote><p>&quot;It lifted half", "<h2>What it costs</h2>", "<ul>\n<li>");
  }

  @Test
  void movesTheRdfFeedForGood() throws Exception {
    HttpResponse<byte[]> old = fixture.get("bay-review.example", "/syndication/all.php");
    assertThat(old.statusCode()).isEqualTo(301);
    assertThat(old.headers().firstValue("location"))
        .contains(fixture.origin("bay-review.example") + "/index.rdf");
    Document feed = xml("bay-review.example", "/index.rdf");
    assertThat(texts(feed, RSS_1, "title")).contains("What a lost dog means");
    assertThat(texts(feed, CONTENT, "encoded").getFirst()).startsWith("<p>Dogs go where");
  }

  @Test
  void printsOneFeedInWindows1252WithReferencesForTheRest() throws Exception {
    HttpResponse<byte[]> answer = fixture.get("kuesten-blatt.example", "/rss");
    assertThat(answer.headers().firstValue("content-type"))
        .contains("application/rss+xml; charset=windows-1252");
    String bytes = new String(answer.body(), "windows-1252");
    assertThat(bytes).contains("encoding=\"windows-1252\"", "Millionen Z&#322;oty");
    assertThat(texts(parse(answer.body()), "", "title"))
        .containsExactly("Küstenblatt", "Der alte Kran bleibt stehen – für 1,2 Millionen Złoty?");
  }

  @Test
  void printsJsonFeed() throws Exception {
    JsonNode feed =
        JsonMapper.shared().readTree(fixture.get("sahil-news.example", "/feed.json").body());
    assertThat(feed.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("language").asString()).isEqualTo("ar");
    JsonNode item = feed.path("items").path(0);
    assertThat(item.path("title").asString()).isEqualTo("إنقاذ الرافعة القديمة في ميناء سندهولم");
    assertThat(item.path("date_published").asString()).isEqualTo("2031-05-13T11:00:00Z");
    assertThat(item.path("content_html").asString()).startsWith("<p>قالت");
    URI link = URI.create(item.path("url").asString());
    assertThat(fixture.get("sahil-news.example", link.getRawPath()).statusCode()).isEqualTo(200);
  }

  @Test
  void announcesOnlyByASitemapThatRobotsNames() throws Exception {
    String sitemap = fixture.origin("minato-note.example") + "/news-sitemap.xml";
    assertThat(fixture.text("minato-note.example", "/robots.txt"))
        .contains("Sitemap: " + sitemap + "\n", "Crawl-delay: 1\n");
    Document map = xml("minato-note.example", "/news-sitemap.xml");
    assertThat(texts(map, NEWS, "title")).containsExactly("古い起重機を保存へ");
    assertThat(texts(map, NEWS, "language")).containsExactly("ja");
    assertThat(texts(map, NEWS, "keywords")).containsExactly("港, 起重機");
    assertThat(fixture.text("minato-note.example", "/")).doesNotContain("rel=\"alternate\"");
  }

  @Test
  void forbidsThePrintPagesOfOnePublisher() throws Exception {
    assertThat(fixture.text("sahil-news.example", "/robots.txt")).contains("Disallow: /print/\n");
    assertThat(fixture.text("tide-times.example", "/robots.txt"))
        .isEqualTo("User-agent: *\nAllow: /\n");
  }

  @Test
  void linksTheFeedFromTheHomePage() throws Exception {
    assertThat(fixture.text("wire-desk.example", "/"))
        .contains(
            "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Wire Desk\" href=\""
                + fixture.origin("wire-desk.example")
                + "/atom.xml\">");
  }

  private Document xml(String host, String target) throws Exception {
    return parse(fixture.get(host, target).body());
  }

  private static Document parse(byte[] bytes) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
  }

  private static List<String> texts(Document document, String namespace, String name) {
    NodeList nodes =
        namespace.isEmpty()
            ? document.getElementsByTagName(name)
            : document.getElementsByTagNameNS(namespace, name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent());
    }
    return texts;
  }
}
