package org.tagwire.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.dates.FeedDates;
import org.tagwire.model.Enclosure;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Person;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeedMapping {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(64)
                          .maxNameLength(Limits.NAME)
                          .build())
                  .enable(
                      JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                      JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                  .build())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** Members of the feed itself; more are passed over. */
  private static final int MOST_PROPERTIES = 1_000;

  private final Optional<String> base;
  private final List<ItemDraft> drafts = new ArrayList<>();
  private final Map<String, JsonNode> properties = new HashMap<>();
  private boolean hasItems;
  private final HeadDraft head = new HeadDraft();

  private JsonFeedMapping(Optional<String> base) {
    this.base = base;
  }

  static ParseResult parse(String text, Optional<String> base, List<String> repairs) {
    JsonFeedMapping mapping = new JsonFeedMapping(base);
    try (JsonParser parser = JSON.createParser(text)) {
      mapping.read(parser);
    } catch (JacksonException e) {
      if (!mapping.hasItems || e instanceof StreamConstraintsException) {
        return refusal(e);
      }
      repairs.add("the JSON ends or breaks in the middle; what stands before was kept");
    }
    boolean isFeed = mapping.hasItems || mapping.head("version").asString("").contains("jsonfeed");
    return isFeed
        ? new ParseResult.Parsed(mapping.map(repairs))
        : new ParseResult.NotAFeed(
            FeedError.NOT_A_FEED, "this is JSON, but no JSON Feed: it has no items");
  }

  private static ParseResult refusal(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    boolean deep = e instanceof StreamConstraintsException && message.contains("depth");
    boolean name = e instanceof StreamConstraintsException && message.startsWith("Name");
    FeedError error =
        deep ? FeedError.TOO_DEEP : name ? FeedError.NAME_TOO_LONG : FeedError.MALFORMED;
    return new ParseResult.NotAFeed(error, "this begins like JSON, but is none: " + message);
  }

  /**
   * Reads item by item, so that a long feed never stands in memory as a tree and a broken one keeps
   * what came before.
   */
  private void read(JsonParser parser) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      boolean items = name.equals("items") && parser.nextToken() == JsonToken.START_ARRAY;
      if (items) {
        hasItems = true;
        readItems(parser);
      } else {
        property(parser, name);
      }
    }
  }

  private void property(JsonParser parser, String name) {
    if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
      parser.nextToken();
    }
    if (properties.size() < MOST_PROPERTIES) {
      properties.put(name, JSON.readTree(parser));
    } else {
      parser.skipChildren();
    }
  }

  private void readItems(JsonParser parser) {
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      if (parser.currentToken() == JsonToken.START_OBJECT && drafts.size() < Limits.ITEMS) {
        item(JSON.readTree(parser));
      } else {
        parser.skipChildren();
      }
    }
  }

  private JsonNode head(String name) {
    JsonNode value = properties.get(name);
    return value == null ? JSON.getNodeFactory().missingNode() : value;
  }

  private ParsedFeed map(List<String> repairs) {
    JsonNode root = JSON.getNodeFactory().objectNode().setAll(properties);
    head.title = text(root, "title");
    head.link = address(root, "home_page_url");
    head.self = address(root, "feed_url");
    head.id = head.self;
    head.description = text(root, "description");
    head.language = text(root, "language");
    head.image = Optional.ofNullable(address(root, "icon")).orElse(address(root, "favicon"));
    head.authors.addAll(authors(root));
    root.path("hubs")
        .forEach(
            hub -> {
              // The other type there is, rssCloud, speaks another protocol.
              if (!"rssCloud".equalsIgnoreCase(hub.path("type").asString(""))) {
                Optional.ofNullable(text(hub, "url")).ifPresent(head.hubs::add);
              }
            });
    List<FeedItem> items = new ArrayList<>(drafts.size());
    for (ItemDraft draft : drafts) {
      draft.inherit(head);
      draft.finish().ifPresent(items::add);
    }
    return new ParsedFeed(
        ParsedFeed.Format.JSON, head.finish(), ParsedFeed.Pace.ANY, items, repairs);
  }

  private void item(JsonNode node) {
    ItemDraft draft = new ItemDraft();
    draft.guid = text(node, "id");
    draft.link = Optional.ofNullable(address(node, "url")).orElse(address(node, "external_url"));
    if (draft.link == null && draft.guid != null && draft.guid.startsWith("http")) {
      draft.link = draft.guid;
    }
    draft.title = text(node, "title");
    draft.summary = text(node, "summary");
    draft.content = Optional.ofNullable(text(node, "content_html")).orElseGet(() -> plain(node));
    draft.image = Optional.ofNullable(address(node, "image")).orElse(address(node, "banner_image"));
    draft.published = FeedDates.parse(node.path("date_published").asString("")).orElse(null);
    draft.updated = FeedDates.parse(node.path("date_modified").asString("")).orElse(null);
    draft.language = text(node, "language");
    draft.authors.addAll(authors(node));
    node.path("tags").forEach(tag -> draft.category(tag.asString("")));
    node.path("attachments").forEach(file -> attachment(draft, file));
    drafts.add(draft);
  }

  private void attachment(ItemDraft draft, JsonNode file) {
    String url = address(file, "url");
    if (url != null && draft.enclosures.size() < Limits.ENCLOSURES) {
      JsonNode size = file.path("size_in_bytes");
      Long length =
          size.isIntegralNumber() && size.canConvertToLong() ? Long.valueOf(size.asLong()) : null;
      draft.enclosures.add(new Enclosure(url, text(file, "mime_type"), length));
    }
  }

  private static @org.jspecify.annotations.Nullable String plain(JsonNode node) {
    String text = text(node, "content_text");
    if (text == null) {
      return null;
    }
    StringBuilder html = new StringBuilder();
    XmlElement.escape(text, html);
    return html.toString();
  }

  private static List<Person> authors(JsonNode node) {
    List<Person> authors = new ArrayList<>();
    List<JsonNode> given = new ArrayList<>();
    node.path("authors").forEach(given::add);
    if (given.isEmpty() && node.path("author").isObject()) {
      given.add(node.path("author"));
    }
    for (JsonNode author : given) {
      String name = text(author, "name");
      String url = text(author, "url");
      String email = url != null && url.startsWith("mailto:") ? url.substring(7) : null;
      if (name != null || url != null) {
        authors.add(new Person(name != null ? name : String.valueOf(url), name, email));
      }
    }
    return authors;
  }

  private @org.jspecify.annotations.Nullable String address(JsonNode node, String field) {
    String text = text(node, field);
    return text == null ? null : Addresses.resolve(text, base).orElse(null);
  }

  private static @org.jspecify.annotations.Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    String text = value.isString() ? value.asString() : value.isNumber() ? value.toString() : "";
    return text.isBlank() ? null : text.strip();
  }
}
