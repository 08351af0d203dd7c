package org.tagwire.server.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Image;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FormatTest {
  private static final Instant TIME = Instant.parse("2026-03-10T09:20:00Z");

  static List<String> hostileFields() {
    return List.of(
        "]]>",
        "&#0;",
        "\u0001",
        "\u0000",
        "<script>alert(1)</script>",
        "\uD83D",
        "\uDE00\uD83D",
        "http://a.test/?a=1&b=2",
        "\uFFFE\uFFFF",
        "\"' onload=\"x",
        "line\nline\r\nline\u2028line\u0085line",
        "<![CDATA[ x",
        "<!-- -- -->",
        "\u202Egnp.exe",
        "😀");
  }

  private static Bulletin bulletin(String field) {
    var entry =
        new Bulletin.Entry(
            ArticleId.mint("https://orrery.example/1"),
            "https://orrery.example/1?a=1&b=2",
            "http://localhost/en/article/1",
            field,
            field,
            field,
            field,
            Language.ENGLISH,
            Moment.of(TIME),
            TIME,
            field,
            List.of(field, field),
            List.of(field),
            Image.of("https://orrery.example/1.jpg?a&b"));
    return new Bulletin(
        field,
        field,
        new Bulletin.Place("http://localhost/en/hashtag/X", "?about=1", "?about=1&after=2"),
        field,
        Language.ENGLISH,
        List.of(entry));
  }

  private static String write(Format format, Bulletin bulletin) {
    return new String(format.write(bulletin), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("hostileFields")
  void rssIsWellFormedWhateverAnArticleSays(String field) throws XMLStreamException {
    List<String> elements = elements(write(Format.RSS, bulletin(field)));
    assertThat(elements).startsWith("rss", "channel", "title", "link", "description");
    assertThat(elements).containsOnlyOnce("item", "guid", "pubDate").doesNotContain("script");
  }

  @ParameterizedTest
  @MethodSource("hostileFields")
  void atomIsWellFormedWhateverAnArticleSays(String field) throws XMLStreamException {
    List<String> elements = elements(write(Format.ATOM, bulletin(field)));
    assertThat(elements).startsWith("feed", "id", "title").containsOnlyOnce("entry", "content");
    assertThat(elements).doesNotContain("script");
  }

  @ParameterizedTest
  @MethodSource("hostileFields")
  void jsonFeedIsJsonWhateverAnArticleSays(String field) {
    JsonNode feed = JsonMapper.shared().readTree(Format.JSON.write(bulletin(field)));
    assertThat(feed.get("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
    assertThat(feed.get("items").get(0).get("id").asString()).startsWith("urn:uuid:");
    assertThat(feed.get("items").get(0).get("content_text").isString()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("hostileFields")
  void plainTextKeepsItsLinesWhateverAnArticleSays(String field) {
    String text = write(Format.TEXT, bulletin(field));
    assertThat(text.lines()).hasSize(9);
    assertThat(text.chars().filter(c -> c != '\n')).noneMatch(Character::isISOControl);
  }

  @ParameterizedTest
  @EnumSource(value = Format.class, names = "TEXT", mode = EnumSource.Mode.EXCLUDE)
  void feedsSayWhereTheyStandAndWhereTheyGoOn(Format format) {
    String feed = write(format, bulletin("x")).replace("&amp;", "&");
    assertThat(feed)
        .contains("http://localhost/en/hashtag/X?about=1")
        .contains("http://localhost/en/hashtag/X" + format.suffix() + "?about=1")
        .contains("http://localhost/en/hashtag/X" + format.suffix() + "?about=1&after=2");
  }

  @Test
  void anEmptyListIsStillAFeedAndStaysTheSame() throws XMLStreamException {
    Bulletin empty =
        new Bulletin(
            "x", "x", new Bulletin.Place("http://localhost/en/news", "", null), "x", Language.ARABIC, List.of());
    assertThat(elements(write(Format.ATOM, empty))).contains("updated").doesNotContain("entry");
    assertThat(write(Format.RSS, empty)).contains("Thu, 1 Jan 1970 00:00:00 GMT");
  }

  @Test
  void idsAreUuidsOfAllTheirBits() {
    ArticleId id = new ArticleId("0123456789abcdef0123456789abcdef");
    Bulletin.Entry entry = bulletin("x").entries().getFirst();
    var other =
        new Bulletin.Entry(
            id, null, "p", "t", "c", null, "g", Language.ENGLISH, null, TIME, "a", List.of(), List.of(), null);
    assertThat(other.urn()).isEqualTo("urn:uuid:01234567-89ab-cdef-0123-456789abcdef");
    assertThat(other.urn()).isNotEqualTo(entry.urn());
    assertThat(other.link()).isEqualTo("p");
  }

  private static List<String> elements(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    var reader = factory.createXMLStreamReader(new StringReader(xml));
    List<String> names = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        names.add(reader.getLocalName());
      }
    }
    return names;
  }
}
