package org.tagwire.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagwire.dates.FeedDates;
import org.tagwire.model.Enclosure;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Person;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeedMapping {
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(64).maxNameLength(Limits.NAME).build())
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .build())
          .build();

  private final Optional<String> base;
  private final List<FeedItem> items = new ArrayList<>();
  private final HeadDraft head = new HeadDraft();

  private JsonFeedMapping(Optional<String> base) {
    this.base = base;
  }

  static ParseResult parse(String text, Optional<String> base, List<String> repairs) {
    try {
      JsonNode root = JSON.readTree(text);
      boolean isFeed =
          root.isObject() && (root.path("version").asString("").contains("jsonfeed") || root.path("items").isArray());
      return isFeed
          ? new ParseResult.Parsed(new JsonFeedMapping(base).map(root, repairs))
          : new ParseResult.NotAFeed(FeedError.NOT_A_FEED, "this is JSON, but no JSON Feed: it has no items");
    } catch (JacksonException e) {
      return new ParseResult.NotAFeed(FeedError.MALFORMED, "this begins like JSON, but is none: " + e.getOriginalMessage());
    }
  }

  private ParsedFeed map(JsonNode root, List<String> repairs) {
    head.title = text(root, "title");
    head.link = address(root, "home_page_url");
    head.self = address(root, "feed_url");
    head.id = head.self;
    head.description = text(root, "description");
    head.language = text(root, "language");
    head.image = Optional.ofNullable(address(root, "icon")).orElse(address(root, "favicon"));
    head.authors.addAll(authors(root));
    root.path("hubs").forEach(hub -> Optional.ofNullable(text(hub, "url")).ifPresent(head.hubs::add));
    for (JsonNode item : root.path("items")) {
      if (items.size() < Limits.ITEMS && item.isObject()) {
        item(item);
      }
    }
    return new ParsedFeed(ParsedFeed.Format.JSON, head.finish(), ParsedFeed.Pace.ANY, items, repairs);
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
    draft.language = Optional.ofNullable(text(node, "language")).orElse(head.language);
    draft.authors.addAll(authors(node));
    node.path("tags").forEach(tag -> draft.category(tag.asString("")));
    node.path("attachments").forEach(file -> attachment(draft, file));
    draft.inherit(head);
    draft.finish().ifPresent(items::add);
  }

  private void attachment(ItemDraft draft, JsonNode file) {
    String url = address(file, "url");
    if (url != null && draft.enclosures.size() < 100) {
      JsonNode size = file.path("size_in_bytes");
      Long length = size.isIntegralNumber() ? Long.valueOf(size.asLong()) : null;
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
