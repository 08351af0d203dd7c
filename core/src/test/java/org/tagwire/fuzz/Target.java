package org.tagwire.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What is fuzzed. A target takes any bytes; it throws an {@link AssertionError} where what must
 * hold does not, and whatever escapes from what it probes is a find too.
 */
enum Target {
  DECODER(
      FeedClaims::decodes,
      2_000,
      List.of("<", ">", "&", "\uFEFF", "é", "中文", "ничего", "\u00C3", "\u0092", "<?xml", "€")),
  FEED(
      FeedClaims::reads,
      8_000,
      List.of(
          "<item>",
          "</item>",
          "<entry>",
          "<![CDATA[",
          "]]>",
          "<!--",
          "-->",
          "&#x92;",
          "&lt;",
          "&",
          "<!DOCTYPE a [<!ENTITY b 'c'>]>",
          "xml:base='http://a.example/b/'",
          "type='xhtml'",
          "\"",
          "type='html'",
          "mode='base64'",
          "<link href='/x'/>",
          "<guid>",
          "\\u0000",
          "\"items\":[",
          "<description>",
          "<content:encoded>",
          "<pubDate>",
          "<image><url>",
          "{",
          "}",
          "<a href='")),
  DATE(
      DateClaims::reads,
      100,
      List.of(
          "2026-01-05",
          "T24:00",
          ":60",
          "+14:00",
          "-99:99",
          "EST",
          "Jan",
          "января",
          "1月",
          "午後",
          "٢٠٢٦",
          "am",
          "PM",
          "99",
          "0000",
          "W01",
          "1767600000",
          "Z",
          ".999999999",
          "--")),
  ADDRESS(
      AddressClaims::reads,
      400,
      List.of(
          "http://",
          "https:",
          "//",
          "\\",
          "@",
          ":",
          "%2e",
          "%00",
          "..",
          "?",
          "#",
          "[::1]",
          "xn--",
          "ß",
          "。",
          "0x7f.1",
          "utm_source=",
          "a.example",
          "\t",
          ":80",
          "%",
          "&",
          "=")),
  GUARD(
      AddressClaims::guards,
      200,
      List.of(
          "127.0.0.1",
          "::ffff:",
          "[",
          "]",
          "::",
          "64:ff9b::",
          "2002:",
          "0x",
          "017",
          ".",
          ":",
          "%25",
          "2001:db8::",
          "169.254.169.254",
          "1.1.1.1",
          "１２７",
          "5efe:",
          "fe80",
          "4294967295")),
  ROBOTS(
      ListClaims::readsRobots,
      2_000,
      List.of(
          "User-agent:",
          "Disallow:",
          "Allow:",
          "*",
          "$",
          "\n",
          "\r",
          "#",
          "Crawl-delay: 5",
          "tagwire",
          "/",
          "%2F",
          "Sitemap:",
          "\uFEFF",
          "\u0000")),
  OPML(
      ListClaims::readsOpml,
      4_000,
      List.of(
          "<outline ",
          "xmlUrl=\"",
          "text=\"",
          "title=\"",
          "/>",
          "</outline>",
          "<opml>",
          "<body>",
          "&amp;",
          "htmlUrl=\"",
          "https://a.example/feed",
          "\"",
          ">",
          "/",
          "<!DOCTYPE x>")),
  SITEMAP(
      ListClaims::readsSitemap,
      4_000,
      List.of(
          "<url>",
          "<loc>",
          "</loc>",
          "</url>",
          "<sitemap>",
          "<lastmod>",
          "<news:title>",
          "&amp;",
          "<",
          "<news:publication_date>",
          "2026-01-05",
          "http://a.example/",
          "<![CDATA[",
          "]]>",
          "&x;")),
  SANITISER(
      MarkupClaims::sanitises,
      2_000,
      List.of(
          "<svg>",
          "<math>",
          "<style>",
          "</style>",
          "<a href='",
          "javascript:",
          "<img src='",
          "'>",
          "\"",
          "<!--",
          "-->",
          "<table>",
          "<td>",
          "<p>",
          "</p>",
          "<select>",
          "<template>",
          "<noscript>",
          "&lt;",
          "&#x",
          "<pre>\n",
          "<li>",
          "<h1>",
          "<form>",
          "\u0000",
          "\uD800",
          "<b>",
          "<ruby><rt>")),
  TEXT(
      MarkupClaims::readsText,
      2_000,
      List.of(
          "<script>", "</script>", "<p", ">", "&nbsp", "&#", "<pre>", "<br>", "<td>", "\u00AD"));

  private final Consumer<byte[]> probe;
  private final int longest;
  private final List<String> words;

  Target(Consumer<byte[]> probe, int longest, List<String> words) {
    this.probe = probe;
    this.longest = longest;
    this.words = words;
  }

  /** Finds it by the name of its folder. */
  static Target named(String folder) {
    return valueOf(folder.toUpperCase(Locale.ROOT));
  }

  /** Returns where its fixtures are. */
  String folder() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Throws one input at it. */
  void probe(byte[] input) {
    probe.accept(input);
  }

  /** Returns how long an input it is worth to try. */
  int longest() {
    return longest;
  }

  /** Returns what its language is made of. */
  List<String> words() {
    return words;
  }
}
