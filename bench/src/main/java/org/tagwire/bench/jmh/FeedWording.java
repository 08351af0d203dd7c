package org.tagwire.bench.jmh;

import java.util.List;
import java.util.stream.Collectors;
import org.tagwire.bench.jmh.GeneratedFeeds.Format;

/** How the formats word the same news. */
final class FeedWording {
  private FeedWording() {}

  /** One announcement before it is worded; {@code body} is HTML, the rest plain. */
  record Item(
      String link,
      String title,
      String rfc822,
      String rfc3339,
      String author,
      List<String> tags,
      String body) {}

  static String head(Format format, String language, String title, String site) {
    String home = site + ".example/";
    return switch (format) {
      case RSS ->
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" \
          xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" \
          xmlns:media="http://search.yahoo.com/mrss/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
          <channel>
            <title>%s</title>
            <link>%s</link>
            <atom:link href="%sfeed" rel="self" type="application/rss+xml" />
            <description>%s</description>
            <language>%s</language>
            <sy:updatePeriod>hourly</sy:updatePeriod>
            <ttl>60</ttl>
          """
              .formatted(title, home, home, title, language);
      case ATOM ->
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="%s">
            <title>%s</title>
            <id>%s</id>
            <link href="%s" rel="alternate" type="text/html"/>
            <updated>2026-01-05T06:00:00Z</updated>
          """
              .formatted(language, title, home, home);
      case RDF ->
          """
          <?xml version="1.0" encoding="UTF-8"?>
          <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" \
          xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
          xmlns:content="http://purl.org/rss/1.0/modules/content/">
          <channel rdf:about="%s"><title>%s</title><link>%s</link><description>%s</description></channel>
          """
              .formatted(home, title, home, title);
      case JSON ->
          """
          {"version":"https://jsonfeed.org/version/1.1","title":%s,"home_page_url":"%s","language":"%s","items":[\
          """
              .formatted(quoted(title), home, language);
    };
  }

  static String item(Format format, Item item) {
    return switch (format) {
      case RSS -> rss(item);
      case ATOM -> atom(item);
      case RDF -> rdf(item);
      case JSON -> json(item);
    };
  }

  static String tail(Format format) {
    return switch (format) {
      case RSS -> "</channel>\n</rss>\n";
      case ATOM -> "</feed>\n";
      case RDF -> "</rdf:RDF>\n";
      case JSON -> "]}\n";
    };
  }

  private static String rss(Item item) {
    return """
        <item>
          <title>%s</title>
          <link>%s</link>
          <dc:creator><![CDATA[%s]]></dc:creator>
          <pubDate>%s</pubDate>
          %s<guid isPermaLink="false">%s</guid>
          <description><![CDATA[%.90s]]></description>
          <content:encoded><![CDATA[%s]]></content:encoded>
          <media:content url="%s.jpg" medium="image" type="image/jpeg" width="640" height="360"/>
        </item>
        """
        .formatted(
            item.title(),
            item.link(),
            item.author(),
            item.rfc822(),
            item.tags().stream()
                .map(tag -> "<category><![CDATA[" + tag + "]]></category>\n  ")
                .collect(Collectors.joining()),
            item.link(),
            item.body().replaceAll("<[^>]*>", ""),
            item.body(),
            item.link());
  }

  private static String atom(Item item) {
    return """
        <entry>
          <title type="html">%s</title>
          <link href="%s" rel="alternate" type="text/html"/>
          <id>%s</id>
          <published>%s</published>
          <updated>%s</updated>
          <author><name>%s</name></author>
          %s<content type="html">%s</content>
        </entry>
        """
        .formatted(
            item.title(),
            item.link(),
            item.link(),
            item.rfc3339(),
            item.rfc3339(),
            item.author(),
            item.tags().stream()
                .map(tag -> "<category term=\"" + tag + "\"/>\n  ")
                .collect(Collectors.joining()),
            escaped(item.body()));
  }

  private static String rdf(Item item) {
    return """
        <item rdf:about="%s">
          <title>%s</title>
          <link>%s</link>
          <description>%s</description>
          <dc:creator>%s</dc:creator>
          <dc:date>%s</dc:date>
          <dc:subject>%s</dc:subject>
        </item>
        """
        .formatted(
            item.link(),
            item.title(),
            item.link(),
            escaped(item.body()),
            item.author(),
            item.rfc3339(),
            item.tags().getFirst());
  }

  private static String json(Item item) {
    return """
        {"id":"%s","url":"%s","title":%s,"content_html":%s,"date_published":"%s","authors":[{"name":%s}],"tags":[%s]}"""
        .formatted(
            item.link(),
            item.link(),
            quoted(item.title()),
            quoted(item.body()),
            item.rfc3339(),
            quoted(item.author()),
            item.tags().stream().map(FeedWording::quoted).collect(Collectors.joining(",")));
  }

  static String escaped(String html) {
    return html.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String quoted(String text) {
    return '"'
        + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("/", "\\/")
        + '"';
  }
}
