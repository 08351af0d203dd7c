package org.tagwire.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a reader takes along: every form of the page that the page links to brings the titles of its
 * cards.
 */
@ExtendWith(Staged.class)
class FeedsJourneyTest {
  private static final String PAGE = "/en/hashtag/MaraEllington";
  private static final String HEADING = "Latest news with #MaraEllington";

  private Stage stage;
  private List<String> headlines;
  private List<String> forms;

  @BeforeEach
  void readThePage(Stage stage) {
    this.stage = stage;
    try (Reader reader = stage.reader(Screen.DESK)) {
      reader.open(PAGE);
      headlines = reader.texts(".card .headline");
      forms = reader.values("link[rel=alternate]", "href");
    }
  }

  @Test
  void thePageNamesItsForms() {
    assertThat(forms).containsExactly(PAGE + ".rss", PAGE + ".atom", PAGE + ".json", PAGE + ".txt");
  }

  @Test
  void rssHasTheCards() throws IOException, SAXException, ParserConfigurationException {
    Element rss = xml(".rss", "application/rss+xml");
    assertThat(rss.getTagName()).isEqualTo("rss");
    assertThat(rss.getAttribute("version")).isEqualTo("2.0");
    assertThat(titles(rss, "item")).isEqualTo(headlines);
    assertThat(text(rss, "title")).isEqualTo(HEADING);
  }

  @Test
  void atomHasTheCards() throws IOException, SAXException, ParserConfigurationException {
    Element feed = xml(".atom", "application/atom+xml");
    assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    assertThat(titles(feed, "entry")).isEqualTo(headlines);
    assertThat(text(feed, "title")).isEqualTo(HEADING);
  }

  @Test
  void jsonFeedHasTheCards() {
    JsonNode feed = JsonMapper.shared().readTree(fetch(".json", "application/feed+json").body());
    assertThat(feed.path("version").stringValue()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.path("title").stringValue()).isEqualTo(HEADING);
    assertThat(
            feed.path("items").valueStream().map(item -> item.path("title").stringValue()).toList())
        .isEqualTo(headlines);
  }

  @Test
  void textHasTheCardsALineEach() {
    String text = new String(fetch(".txt", "text/plain").body(), StandardCharsets.UTF_8);
    assertThat(text.lines().findFirst()).contains(HEADING);
    assertThat(text.lines().filter(headlines::contains).toList()).isEqualTo(headlines);
  }

  private HttpResponse<byte[]> fetch(String suffix, String type) {
    HttpResponse<byte[]> response = stage.demo().fetch(PAGE + suffix);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    return response;
  }

  private Element xml(String suffix, String type)
      throws IOException, SAXException, ParserConfigurationException {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    byte[] body = fetch(suffix, type).body();
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(body)).getDocumentElement();
  }

  private static List<String> titles(Element feed, String item) {
    NodeList items = feed.getElementsByTagName(item);
    return IntStream.range(0, items.getLength())
        .mapToObj(i -> text((Element) items.item(i), "title"))
        .toList();
  }

  /** Returns the text of the first element of a name. */
  private static String text(Element within, String name) {
    return within.getElementsByTagName(name).item(0).getTextContent().strip();
  }
}
