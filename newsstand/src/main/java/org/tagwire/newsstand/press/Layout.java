package org.tagwire.newsstand.press;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.CRC32;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Publisher;

/**
 * Where one publisher keeps its pages; paths are percent-encoded as they stand in links.
 *
 * @param publisher whose
 * @param origin scheme, host and port
 * @param habits its odd ways
 * @param ordinal its number among publishers of the same feed format, so that feed paths differ
 */
record Layout(Publisher publisher, String origin, Set<Habit> habits, int ordinal) {

  private static final List<String> RSS =
      List.of("/feed.xml", "/rss", "/feed/", "/rss/latest.xml", "/news/rss");
  private static final List<String> ATOM = List.of("/atom.xml", "/feed.atom", "/index.atom");
  private static final List<String> RDF = List.of("/index.rdf", "/rss.rdf");
  private static final List<String> JSON = List.of("/feed.json", "/feeds/articles.json");
  private static final List<String> SITEMAP = List.of("/news-sitemap.xml", "/sitemap-news.xml");

  boolean has(Habit habit) {
    return habits.contains(habit);
  }

  String url(String path) {
    return origin + path;
  }

  /** The address the feed is at. */
  String feedPath() {
    List<String> paths =
        switch (publisher.feed()) {
          case RSS -> RSS;
          case ATOM -> ATOM;
          case RDF -> RDF;
          case JSON -> JSON;
          case SITEMAP -> SITEMAP;
        };
    return paths.get(ordinal % paths.size());
  }

  /** The address the feed is known by: where it used to be, if it moved. */
  String knownFeedPath() {
    return has(Habit.MOVED_FEED) ? "/syndication/all.php" : feedPath();
  }

  String articlePath(Account account) {
    String slug = segment(account.slug());
    return switch (publisher.page()) {
      case CLASSIC -> sectionPath(account.imprint().section()) + slug + ".html";
      case MODERN -> "/news/" + slug + "-" + number(account.slug());
      case MAGAZINE -> "/story/" + slug;
      case MINIMAL -> "/" + slug + "/";
    };
  }

  String sectionPath(String section) {
    String name = segment(section.toLowerCase(Locale.ROOT).replaceAll("[\\s'’&]+", "-"));
    return switch (publisher.page()) {
      case CLASSIC -> "/" + name + "/";
      case MODERN, MAGAZINE -> "/section/" + name;
      case MINIMAL -> "/section/" + name + "/";
    };
  }

  String printPath(Account account) {
    return "/print/" + segment(account.slug());
  }

  String picturePath(Account account) {
    return "/media/" + segment(account.slug()) + ".png";
  }

  private static long number(String slug) {
    var crc = new CRC32();
    crc.update(slug.getBytes(StandardCharsets.UTF_8));
    return 10_000_000 + crc.getValue() % 90_000_000;
  }

  private static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
