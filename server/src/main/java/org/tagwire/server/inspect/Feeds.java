package org.tagwire.server.inspect;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.model.Enclosure;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.model.Person;
import org.tagwire.url.WebAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Parses feeds: {@code {"id","file","headers","base"}}. */
final class Feeds implements Stage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

  private final Path base;
  private final FeedParser parser = new FeedParser();

  Feeds(Path base) {
    this.base = base;
  }

  @Override
  public boolean isStateless() {
    return true;
  }

  @Override
  public List<ObjectNode> answer(JsonNode line) throws Unanswerable {
    byte[] body = Lines.read(base, Lines.require(line, "file"));
    FeedInput input = new FeedInput(body, Lines.header(line, "content-type"), address(line));
    return switch (parser.parse(input)) {
      case ParseResult.Parsed(ParsedFeed feed) -> List.of(parsed(line, feed));
      case ParseResult.NotAFeed refused ->
          throw new Unanswerable(refused.error().code(), refused.message());
    };
  }

  /**
   * Content-Location, seen from where the feed was fetched, is what its links are relative to (RFC
   * 9110 section 8.7).
   */
  private static @Nullable String address(JsonNode line) {
    Optional<String> url = Lines.find(line, "base");
    String location = Lines.header(line, "content-location");
    if (location == null) {
      return url.orElse(null);
    }
    return url.flatMap(WebAddress::parse)
        .flatMap(from -> from.resolve(location))
        .or(() -> WebAddress.parse(location))
        .map(WebAddress::href)
        .or(() -> url)
        .orElse(null);
  }

  private static ObjectNode parsed(JsonNode line, ParsedFeed feed) {
    ObjectNode answer = Lines.answerTo(line).put("ok", true);
    ParsedFeed.Head head = feed.head();
    ObjectNode node = answer.putObject("feed");
    put(node, "title", head.title());
    put(node, "link", head.link());
    put(node, "id", head.id());
    put(node, "description", head.description());
    put(node, "language", head.language());
    put(node, "copyright", head.copyright());
    put(node, "image", head.image());
    put(node, "published", time(head.published()));
    put(node, "updated", time(head.updated()));
    people(node, head.authors());
    head.categories().forEach(node.putArray("categories")::add);
    ArrayNode entries = answer.putArray("entries");
    feed.items().forEach(item -> entry(entries.addObject(), item));
    return answer;
  }

  private static void entry(ObjectNode node, FeedItem item) {
    put(node, "title", item.title());
    put(node, "link", item.link());
    put(node, "id", item.guid());
    put(node, "summary", item.summary());
    put(node, "content", item.content());
    put(node, "published", time(item.published()));
    put(node, "updated", time(item.updated()));
    people(node, item.authors());
    put(node, "comments", item.media().comments());
    put(node, "image", item.media().image());
    put(node, "language", item.language());
    item.categories().forEach(node.putArray("categories")::add);
    ArrayNode enclosures = node.putArray("enclosures");
    for (Enclosure file : item.media().enclosures()) {
      ObjectNode enclosure = enclosures.addObject();
      put(enclosure, "url", file.url());
      put(enclosure, "type", file.type());
      put(enclosure, "length", file.length() == null ? null : file.length().toString());
    }
  }

  private static void people(ObjectNode node, List<Person> people) {
    if (!people.isEmpty()) {
      Person first = people.getFirst();
      put(node, "author", first.raw());
      put(node, "author_name", first.name());
      put(node, "author_email", first.email());
    }
  }

  private static @Nullable String time(@Nullable Moment moment) {
    return moment == null
        ? null
        : TIME.format(moment.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
  }

  private static void put(ObjectNode node, String field, @Nullable String value) {
    if (value != null) {
      node.put(field, value);
    }
  }
}
