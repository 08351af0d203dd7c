package org.tagwire.server.out;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.tagwire.model.Moment;

/**
 * Writes RSS 2.0 (RSS Advisory Board, with {@code atom:link} and {@code dc:creator} as its best
 * practices have them).
 */
final class Rss {
  /** Who asks more often learns nothing sooner. */
  private static final String TTL_MINUTES = "5";

  private Rss() {}

  static String write(Bulletin bulletin) {
    Xml xml = new Xml();
    xml.open(
        "rss",
        "version",
        "2.0",
        "xmlns:atom",
        "http://www.w3.org/2005/Atom",
        "xmlns:dc",
        "http://purl.org/dc/elements/1.1/");
    xml.open("channel");
    xml.text("title", bulletin.title());
    xml.text("link", bulletin.place().page());
    xml.text("description", bulletin.description());
    xml.text("language", bulletin.language().code());
    xml.text("lastBuildDate", date(bulletin.updated()));
    xml.text("generator", "Tagwire");
    xml.text("docs", "https://www.rssboard.org/rss-specification");
    xml.text("ttl", TTL_MINUTES);
    link(xml, bulletin.place().as(Format.RSS), "self");
    bulletin.place().next(Format.RSS).ifPresent(next -> link(xml, next, "next"));
    bulletin.entries().forEach(entry -> write(xml, entry));
    return xml.close("channel").close("rss").toString();
  }

  private static void link(Xml xml, String address, String relation) {
    xml.empty("atom:link", "href", address, "rel", relation, "type", Format.RSS.mediaType());
  }

  private static void write(Xml xml, Bulletin.Entry entry) {
    xml.open("item");
    xml.text("title", entry.title());
    xml.text("link", entry.link());
    xml.text("guid", entry.urn(), "isPermaLink", "false");
    Moment published = entry.published();
    if (published != null) {
      xml.text("pubDate", date(published.instant()));
    }
    xml.text("dc:creator", entry.credit());
    xml.text("category", entry.category());
    entry.tags().forEach(tag -> xml.text("category", tag));
    xml.text("description", Xml.paragraphs(entry.text()));
    xml.close("item");
  }

  private static String date(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
  }
}
