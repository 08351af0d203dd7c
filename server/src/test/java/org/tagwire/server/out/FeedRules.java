package org.tagwire.server.out;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the W3C feed validator and the JSON Feed 1.1 specification find wrong with a feed, of the
 * rules that concern what we write: errors, and those warnings that are about content.
 */
final class FeedRules {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final Set<String> CHANNEL =
      Set.of(
          "title",
          "link",
          "description",
          "language",
          "lastBuildDate",
          "generator",
          "docs",
          "ttl",
          "item");
  private static final Set<String> ITEM =
      Set.of("title", "link", "guid", "pubDate", "category", "description");
  private static final Set<String> RELATIONS =
      Set.of("self", "alternate", "related", "next", "enclosure", "via");

  private final List<String> wrong = new ArrayList<>();

  private FeedRules() {}

  static List<String> rss(byte[] feed, String self) {
    FeedRules rules = new FeedRules();
    rules.rss(parse(feed), self);
    return rules.wrong;
  }

  static List<String> atom(byte[] feed, String self) {
    FeedRules rules = new FeedRules();
    rules.atom(parse(feed), self);
    return rules.wrong;
  }

  static List<String> json(byte[] feed, String self) {
    FeedRules rules = new FeedRules();
    rules.json(JsonMapper.shared().readTree(feed), self);
    return rules.wrong;
  }

  private static Document parse(byte[] feed) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new ByteArrayInputStream(feed));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(new String(feed, StandardCharsets.UTF_8), e);
    }
  }

  private void rss(Document document, String self) {
    Element root = document.getDocumentElement();
    require(root.getTagName().equals("rss") && root.getAttribute("version").equals("2.0"), "root");
    Element channel = one(root, "channel").orElseThrow();
    for (Element child : children(channel)) {
      known(child, CHANNEL);
    }
    notBlank(channel, "title");
    notBlank(channel, "description");
    address(text(channel, "link"));
    require(text(channel, "language").matches("[a-z]{2,3}(-[A-Za-z0-9]+)*"), "language");
    rfc822(text(channel, "lastBuildDate"));
    require(text(channel, "ttl").matches("[1-9]\\d*"), "ttl");
    self(channel, self);
    Set<String> guids = new HashSet<>();
    for (Element item : all(channel, "item")) {
      item(item, guids);
    }
  }

  private void item(Element item, Set<String> guids) {
    for (Element child : children(item)) {
      known(child, ITEM);
      if (DC.equals(child.getNamespaceURI())) {
        require(!child.getTextContent().isBlank(), "blank creator");
      }
    }
    for (String single : List.of("title", "link", "guid", "pubDate", "description")) {
      require(all(item, single).size() <= 1, "two of " + single);
    }
    require(!text(item, "title").isBlank() || !text(item, "description").isBlank(), "item empty");
    address(text(item, "link"));
    Element guid = one(item, "guid").orElseThrow();
    require(guids.add(guid.getTextContent()), "guid twice");
    boolean permanent = !guid.getAttribute("isPermaLink").equals("false");
    require(!permanent || guid.getTextContent().startsWith("http"), "guid is no permalink");
    all(item, "pubDate").forEach(date -> rfc822(date.getTextContent()));
    all(item, "category").forEach(c -> require(!c.getTextContent().isBlank(), "blank category"));
    safe(text(item, "description"));
  }

  private void atom(Document document, String self) {
    Element feed = document.getDocumentElement();
    require(feed.getLocalName().equals("feed") && ATOM.equals(feed.getNamespaceURI()), "root");
    atomHead(feed);
    self(feed, self);
    require(one(feed, "author").isPresent(), "no author");
    Set<String> ids = new HashSet<>();
    for (Element entry : all(feed, "entry")) {
      atomHead(entry);
      require(ids.add(text(entry, "id")), "id twice");
      require(all(entry, "author").size() == 1, "author");
      require(!text(one(entry, "author").orElseThrow(), "name").isBlank(), "author's name");
      all(entry, "published").forEach(p -> rfc3339(p.getTextContent()));
      all(entry, "category").forEach(c -> require(!c.getAttribute("term").isBlank(), "term"));
      require(all(entry, "content").size() == 1, "content");
      safe(text(entry, "content"));
    }
  }

  private void atomHead(Element element) {
    require(all(element, "id").size() == 1, "id");
    require(URI.create(text(element, "id")).isAbsolute(), "id is no URI");
    require(all(element, "title").size() == 1, "title");
    require(all(element, "updated").size() == 1, "updated");
    rfc3339(text(element, "updated"));
    String language = element.getAttribute("xml:lang");
    require(
        language.isEmpty() && !element.hasAttribute("xml:lang")
            || language.matches("[a-z]{2}(-[A-Za-z0-9]+)*"),
        "language " + language);
    int alternates = 0;
    for (Element link : all(element, "link")) {
      require(RELATIONS.contains(link.getAttribute("rel")), "relation");
      require(link.getAttribute("type").matches("[a-z]+/[a-z0-9.+-]+"), "type");
      address(link.getAttribute("href"));
      alternates += link.getAttribute("rel").equals("alternate") ? 1 : 0;
    }
    require(alternates == 1, "one alternate");
  }

  private void json(JsonNode feed, String self) {
    require(
        feed.path("version").asString("").equals("https://jsonfeed.org/version/1.1"), "version");
    require(!feed.path("title").asString("").isBlank(), "title");
    address(feed.path("home_page_url").asString(""));
    require(feed.path("feed_url").asString("").equals(self), "feed_url");
    if (feed.has("next_url")) {
      address(feed.path("next_url").asString(""));
      require(!feed.path("next_url").asString("").equals(self), "next_url is the feed");
    }
    require(feed.path("language").asString("").matches("[a-z]{2}(-.+)?"), "language");
    require(feed.path("items").isArray(), "items");
    Set<String> ids = new HashSet<>();
    for (JsonNode item : feed.path("items")) {
      require(item.path("id").isString() && ids.add(item.path("id").asString("")), "id");
      boolean content =
          !item.path("content_text").asString("").isBlank()
              || !item.path("content_html").asString("").isBlank();
      require(content, "no content");
      address(item.path("url").asString(""));
      if (item.has("external_url")) {
        address(item.path("external_url").asString(""));
      }
      rfc3339(item.path("date_modified").asString(""));
      if (item.has("date_published")) {
        rfc3339(item.path("date_published").asString(""));
      }
      require(!item.has("author") && item.path("authors").isArray(), "authors");
      item.path("authors").forEach(a -> require(!a.path("name").asString("").isBlank(), "name"));
      item.path("tags").forEach(tag -> require(tag.isString(), "tag"));
      require(
          !item.has("language") || item.path("language").asString("").matches("[a-z]{2}(-.+)?"),
          "item's language");
    }
  }

  private void self(Element parent, String self) {
    List<String> own = new ArrayList<>();
    for (Element child : children(parent)) {
      if (child.getLocalName().equals("link")
          && ATOM.equals(child.getNamespaceURI())
          && child.getAttribute("rel").equals("self")) {
        own.add(child.getAttribute("href"));
      }
    }
    require(own.equals(List.of(self)), "self " + own);
  }

  private void known(Element element, Set<String> names) {
    boolean known = element.getNamespaceURI() != null || names.contains(element.getTagName());
    require(known, "unknown element " + element.getTagName());
  }

  private void notBlank(Element parent, String name) {
    require(all(parent, name).size() == 1 && !text(parent, name).isBlank(), "blank " + name);
  }

  private void address(String text) {
    boolean web = text.startsWith("http://") || text.startsWith("https://");
    require(web && text.chars().noneMatch(c -> c <= ' ' || "<>\"{}|\\^`".indexOf(c) >= 0), text);
  }

  private void safe(String html) {
    require(!html.matches("(?is).*<(script|iframe|object|embed|meta|style)\\b.*"), "unsafe HTML");
    require(!html.matches("(?is).*\\son[a-z]+\\s*=\\s*[\"'].*>.*") || !html.contains("<a "), "on…");
    require(html.chars().noneMatch(c -> c >= 0x7F && c <= 0x9F), "bytes of another encoding");
  }

  private void rfc822(String date) {
    try {
      ZonedDateTime read = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME);
      require(read.getYear() >= 1970, "year");
    } catch (DateTimeParseException e) {
      wrong.add("no RFC 822 date: " + date);
    }
  }

  private void rfc3339(String date) {
    try {
      OffsetDateTime.parse(date);
      require(
          date.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)"),
          date);
    } catch (DateTimeParseException e) {
      wrong.add("no RFC 3339 date: " + date);
    }
  }

  private void require(boolean right, String what) {
    if (!right) {
      wrong.add(what);
    }
  }

  private static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  private static List<Element> all(Element parent, String name) {
    return children(parent).stream().filter(child -> child.getTagName().equals(name)).toList();
  }

  private static Optional<Element> one(Element parent, String name) {
    return all(parent, name).stream().findFirst();
  }

  private static String text(Element parent, String name) {
    return one(parent, name).map(Element::getTextContent).orElse("");
  }
}
