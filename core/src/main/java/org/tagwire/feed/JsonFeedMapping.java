package org.tagwire.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tagwire.feed.ParseResult.NotAFeed;
import org.tagwire.feed.Repair.Kind;
import org.tagwire.model.Enclosure;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Person;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** JSON Feed 1.0 and 1.1 (jsonfeed.org/version/1.1). */
final class JsonFeedMapping {
  private final Optional<String> base;
  private final Drafts drafts = new Drafts();
  private final HeadDraft head = new HeadDraft();
  private final Map<String, Object> properties = new HashMap<>();
  private boolean hasItems;

  private JsonFeedMapping(Optional<String> base) {
    this.base = base;
  }

  static ParseResult parse(String text, Optional<String> base, Repairs repairs) {
    String document = text.substring(Math.max(0, text.lastIndexOf('\uFEFF', 8) + 1));
    JsonFeedMapping mapping = new JsonFeedMapping(base);
    try {
      mapping.read(JsonText.strict(document));
    } catch (JacksonException e) {
      mapping = new JsonFeedMapping(base);
      Optional<NotAFeed> refused = mapping.tolerantly(document, repairs);
      if (refused.isPresent()) {
        return refused.get();
      }
    }
    boolean isFeed =
        mapping.hasItems || texts(mapping.properties.get("version")).contains("jsonfeed.org");
    return isFeed
        ? new ParseResult.Parsed(mapping.map(repairs))
        : new NotAFeed(
            FeedError.NOT_A_FEED, "this is JSON, but no JSON Feed: it has no list of items");
  }

  private Optional<NotAFeed> tolerantly(String document, Repairs repairs) {
    try {
      read(JsonText.tolerant(document));
      repairs.add(Kind.JSON_MENDED, "comments, commas or quotes are not as JSON has them");
    } catch (UnexpectedEndOfInputException e) {
      repairs.add(Kind.TRUNCATED, "the document ends in the middle; what stands before was kept");
      return hasItems ? Optional.empty() : Optional.of(refusal(e));
    } catch (StreamConstraintsException e) {
      boolean text = hasItems && String.valueOf(e.getOriginalMessage()).startsWith("String");
      repairs.add(Kind.TEXT_OVER_LIMIT, "a text is too long; what stands before it was kept");
      return text ? Optional.empty() : Optional.of(refusal(e));
    } catch (JacksonException e) {
      repairs.add(
          Kind.NOT_WELL_FORMED, "the JSON breaks in the middle; what stands before was kept");
      return hasItems ? Optional.empty() : Optional.of(refusal(e));
    }
    return Optional.empty();
  }

  private static NotAFeed refusal(JacksonException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (e instanceof StreamConstraintsException) {
      return message.contains("depth")
          ? new NotAFeed(FeedError.JSON_DEPTH, "values are nested deeper than " + Limits.JSON_DEPTH)
          : new NotAFeed(
              FeedError.JSON_NAME_LENGTH, "a name is longer than " + Limits.NAME + " characters");
    }
    return new NotAFeed(FeedError.MALFORMED, "this begins like JSON, but is none: " + message);
  }

  /**
   * Reads item by item, so that a long feed never stands in memory as a tree and a broken one keeps
   * what came before.
   */
  private void read(JsonText json) {
    json.members(
        name -> {
          if (name.equals("items") && json.isArray()) {
            hasItems = true;
            json.objects(Limits.ITEMS, this::item);
            return;
          }
          Object value = json.value();
          if (value != null && properties.size() < Limits.MEMBERS) {
            properties.put(name, value);
          }
        });
  }

  private ParsedFeed map(Repairs repairs) {
    head.title = text(properties, "title");
    head.link = resolved(properties, "home_page_url");
    head.self = resolved(properties, "feed_url");
    head.id = head.self;
    head.description = text(properties, "description");
    head.language = text(properties, "language");
    String icon = resolved(properties, "icon");
    head.image = icon == null ? resolved(properties, "favicon") : icon;
    head.authors.addAll(authors(properties));
    list(properties.get("hubs"))
        // The other type there is, rssCloud, speaks another protocol.
        .filter(hub -> !"rssCloud".equalsIgnoreCase(text(hub, "type")))
        .map(hub -> text(hub, "url"))
        .forEach(this::hub);
    List<FeedItem> items = drafts.finish(head, repairs);
    return new ParsedFeed(
        ParsedFeed.Format.JSON, head.finish(), ParsedFeed.Pace.ANY, items, repairs.list());
  }

  private void hub(@Nullable String url) {
    if (url != null) {
      head.hubs.add(url);
    }
  }

  private void item(@Nullable Map<String, Object> node) {
    if (node == null) {
      drafts.passedOver(1);
      return;
    }
    ItemDraft draft = new ItemDraft();
    draft.guid = text(node, "id");
    draft.link =
        destination(draft, node, "url")
            .or(() -> destination(draft, node, "external_url"))
            .or(() -> Optional.ofNullable(draft.guid).filter(Addresses::isWeb))
            .orElse(null);
    draft.title = text(node, "title");
    draft.summary = text(node, "summary");
    String html = text(node, "content_html");
    draft.content = html == null ? plain(text(node, "content_text")) : html;
    address(draft, node, "image").ifPresent(image -> draft.image(image, 1));
    address(draft, node, "banner_image").ifPresent(image -> draft.image(image, 0));
    draft.published = draft.date(texts(node.get("date_published"))).orElse(null);
    draft.updated = draft.date(texts(node.get("date_modified"))).orElse(null);
    draft.language = text(node, "language");
    draft.authors.addAll(authors(node));
    list(node.get("tags")).forEach(tag -> draft.category(texts(tag)));
    list(node.get("attachments")).forEach(file -> attachment(draft, file));
    drafts.add(draft);
  }

  private void attachment(ItemDraft draft, Object file) {
    String size = String.valueOf(text(file, "size_in_bytes"));
    Long length = size.matches("\\d{1,15}") ? Long.valueOf(size) : null;
    address(draft, file, "url")
        .ifPresent(url -> draft.enclosure(new Enclosure(url, text(file, "mime_type"), length)));
  }

  private static @Nullable String plain(@Nullable String text) {
    if (text == null) {
      return null;
    }
    StringBuilder html = new StringBuilder();
    XmlElement.escape(text, html);
    return html.toString();
  }

  /** One author, several, or a name alone. */
  private static List<Person> authors(Map<String, Object> node) {
    List<Person> authors = new ArrayList<>();
    Object given = node.containsKey("authors") ? node.get("authors") : node.get("author");
    list(given).forEach(author -> person(author).ifPresent(authors::add));
    return authors;
  }

  private static Optional<Person> person(Object author) {
    if (author instanceof String line) {
      return People.parse(line);
    }
    String name = text(author, "name");
    String url = text(author, "url");
    String email = url != null && url.startsWith("mailto:") ? url.substring(7) : null;
    String raw = name == null ? url : name;
    return raw == null ? Optional.empty() : Optional.of(new Person(raw, name, email));
  }

  private Optional<String> destination(ItemDraft draft, Object node, String field) {
    String text = text(node, field);
    return text == null ? Optional.empty() : draft.destination(text, base);
  }

  private Optional<String> address(ItemDraft draft, Object node, String field) {
    String text = text(node, field);
    return text == null ? Optional.empty() : draft.address(text, base);
  }

  private @Nullable String resolved(Object node, String field) {
    String text = text(node, field);
    return text == null ? null : Addresses.resolve(text, base).orElse(null);
  }

  private static @Nullable String text(Object node, String field) {
    String text = node instanceof Map<?, ?> members ? texts(members.get(field)) : "";
    return text.isBlank() ? null : text.strip();
  }

  private static String texts(@Nullable Object value) {
    return value instanceof String text ? text : "";
  }

  /** One that stands where several may stand is a list of one. */
  private static Stream<Object> list(@Nullable Object value) {
    return value instanceof List<?> several
        ? several.stream().map(Object.class::cast)
        : Stream.ofNullable((Object) value);
  }
}
