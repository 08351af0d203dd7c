package org.tagwire.server.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.dates.FeedDates;
import org.tagwire.ingest.GivenArticle;
import org.tagwire.model.Category;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;
import org.tagwire.url.WebAddress;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a line of {@code articles.jsonl}: carrier, title and text, and, where they are known,
 * origin, published, category, section, url, language and tags.
 */
final class GivenLine {
  private static final JsonMapper JSON = new JsonMapper();

  private GivenLine() {}

  /** What a line turned out to be. */
  sealed interface Read {}

  /** An article. */
  record Given(GivenArticle article) implements Read {}

  /** No article, and why. */
  record Bad(String reason) implements Read {}

  static Read read(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return node.isObject() ? read(node) : new Bad("this is no JSON object");
    } catch (JacksonException e) {
      return new Bad("this is no JSON: " + e.getOriginalMessage());
    }
  }

  private static Read read(JsonNode node) {
    String carrier = text(node, "carrier");
    String title = text(node, "title");
    if (carrier.isBlank() || title.isBlank()) {
      return new Bad(
          "an article needs "
              + (carrier.isBlank() ? "'carrier', the publisher whose page it is" : "'title'"));
    }
    String published = text(node, "published");
    Optional<Moment> moment = FeedDates.parse(published);
    if (!published.isBlank() && moment.isEmpty()) {
      return new Bad(
          "'published' is '" + published + "', which is no date; write 2025-05-25T12:00:00Z");
    }
    String url = text(node, "url");
    if (!url.isBlank() && WebAddress.parse(url).isEmpty()) {
      return new Bad("'url' is '" + url + "', which is no web address");
    }
    String category = text(node, "category");
    Optional<Category> known = Category.parse(category);
    return new Given(
        new GivenArticle(
            carrier,
            orNull(text(node, "origin")),
            moment.orElse(null),
            known.orElse(null),
            known.isEmpty() ? category : text(node, "section"),
            title,
            text(node, "text"),
            orNull(url),
            Language.parse(text(node, "language")).orElse(null),
            tags(node)));
  }

  private static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    return value == null || value.isNull() || value.isContainer() ? "" : value.asString();
  }

  private static @Nullable String orNull(String text) {
    return text.isBlank() ? null : text;
  }

  private static List<String> tags(JsonNode node) {
    List<String> tags = new ArrayList<>();
    JsonNode array = node.get("tags");
    if (array != null && array.isArray()) {
      array.forEach(tag -> tags.add(tag.asString("")));
    }
    return tags.stream().filter(tag -> !tag.isBlank()).toList();
  }
}
