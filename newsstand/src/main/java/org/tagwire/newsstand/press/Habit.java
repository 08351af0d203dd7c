package org.tagwire.newsstand.press;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tagwire.newsstand.newsroom.FeedFormat;
import org.tagwire.newsstand.newsroom.Publisher;

/** An odd but legal way of one publisher, as met on the web. */
enum Habit {
  /** The feed is in windows-1252. */
  LATIN_FEED,
  /** Links in the feed are relative to an xml:base. */
  RELATIVE_LINKS,
  /** Links in the feed carry tracking parameters. */
  TRACKED_LINKS,
  /** The feed's well-known address answers with a permanent redirect. */
  MOVED_FEED,
  /** robots.txt forbids the print pages. */
  DISALLOWED_PATH,
  /** robots.txt asks for a second between requests. */
  CRAWL_DELAY,
  /** Pages have no JSON-LD. */
  NO_JSON_LD,
  /** The articleBody of the JSON-LD is not the article's text. */
  WRONG_ARTICLE_BODY;

  private static final Set<String> WESTERN = Set.of("de", "fr", "es", "it", "nl", "pt");

  /** Gives every habit to one publisher: of those it suits, the first with the fewest habits. */
  static Map<Publisher, Set<Habit>> cast(List<Publisher> publishers) {
    Map<Publisher, Set<Habit>> cast = new LinkedHashMap<>();
    publishers.forEach(publisher -> cast.put(publisher, EnumSet.noneOf(Habit.class)));
    for (Habit habit : values()) {
      publishers.stream()
          .filter(habit::suits)
          .min(Comparator.comparingInt(publisher -> habitsOf(cast, publisher).size()))
          .ifPresent(publisher -> habitsOf(cast, publisher).add(habit));
    }
    return cast;
  }

  private boolean suits(Publisher publisher) {
    return switch (this) {
      case LATIN_FEED -> publishesXml(publisher) && WESTERN.contains(publisher.language());
      case RELATIVE_LINKS -> publisher.feed() == FeedFormat.ATOM;
      case TRACKED_LINKS -> publisher.feed() == FeedFormat.RSS;
      case MOVED_FEED -> publishesXml(publisher);
      case DISALLOWED_PATH, CRAWL_DELAY, NO_JSON_LD, WRONG_ARTICLE_BODY -> true;
    };
  }

  private static Set<Habit> habitsOf(Map<Publisher, Set<Habit>> cast, Publisher publisher) {
    return cast.getOrDefault(publisher, Set.of());
  }

  private static boolean publishesXml(Publisher publisher) {
    return Set.of(FeedFormat.RSS, FeedFormat.ATOM, FeedFormat.RDF).contains(publisher.feed());
  }
}
