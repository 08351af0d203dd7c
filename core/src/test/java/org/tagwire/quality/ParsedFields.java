package org.tagwire.quality;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.model.Enclosure;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.model.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A parsed feed under the field names of {@code score/feeds.py}, as {@code inspect feeds} has it.
 */
final class ParsedFields {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern STEP = Pattern.compile("[^.\\[\\]]+|\\[(\\d+)\\]");

  private ParsedFields() {}

  /** Follows a path like {@code entries[0].title}; a missing node where it leads nowhere. */
  static JsonNode at(JsonNode root, String path) {
    JsonNode node = root;
    Matcher step = STEP.matcher(path);
    while (step.find()) {
      String index = step.group(1);
      node = index == null ? node.path(step.group()) : node.path(Integer.parseInt(index));
    }
    return node.isNull() ? MissingNode.getInstance() : node;
  }

  static JsonNode of(ParsedFeed parsed) {
    ObjectNode root = JSON.createObjectNode();
    ParsedFeed.Head head = parsed.head();
    ObjectNode feed = root.putObject("feed");
    feed.put("title", head.title()).put("link", head.link()).put("id", head.id());
    feed.put("description", head.description()).put("language", head.language());
    feed.put("copyright", head.copyright()).put("image", head.image());
    feed.put("published", time(head.published())).put("updated", time(head.updated()));
    people(feed, head.authors());
    head.categories().forEach(feed.putArray("categories")::add);
    var entries = root.putArray("entries");
    parsed.items().forEach(item -> entry(entries.addObject(), item));
    return root;
  }

  private static void entry(ObjectNode entry, FeedItem item) {
    entry.put("title", item.title()).put("link", item.link()).put("id", item.guid());
    entry.put("summary", item.summary()).put("content", item.content());
    entry.put("published", time(item.published())).put("updated", time(item.updated()));
    people(entry, item.authors());
    entry.put("comments", item.media().comments()).put("image", item.media().image());
    entry.put("language", item.language());
    item.categories().forEach(entry.putArray("categories")::add);
    var enclosures = entry.putArray("enclosures");
    for (Enclosure file : item.media().enclosures()) {
      Long length = file.length();
      enclosures
          .addObject()
          .put("url", file.url())
          .put("type", file.type())
          .put("length", length == null ? null : length.toString());
    }
  }

  private static void people(ObjectNode node, List<Person> people) {
    if (!people.isEmpty()) {
      Person first = people.getFirst();
      node.put("author", first.raw());
      node.put("author_name", first.name()).put("author_email", first.email());
    }
  }

  private static @Nullable String time(@Nullable Moment moment) {
    return moment == null ? null : moment.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
