package org.tagwire.newsstand.press;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.tagwire.newsstand.newsroom.Account;
import org.tagwire.newsstand.newsroom.Publisher;

/** The feed or news sitemap of one publisher, newest first, with all articles that can be read. */
final class Announcements {

  private static final Charset LATIN = Charset.forName("windows-1252");
  private static final DateTimeFormatter RFC_822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private final Paper paper;
  private final Layout layout;
  private final Publisher publisher;

  Announcements(Paper paper) {
    this.paper = paper;
    this.layout = paper.layout();
    this.publisher = paper.publisher();
  }

  String contentType() {
    String type =
        switch (publisher.feed()) {
          case RSS -> "application/rss+xml";
          case ATOM -> "application/atom+xml";
          case RDF -> "application/rdf+xml";
          case JSON -> "application/feed+json";
          case SITEMAP -> "application/xml";
        };
    return type + "; charset=" + charset().name().toLowerCase(Locale.ROOT);
  }

  byte[] bytes() {
    return switch (publisher.feed()) {
      case RSS -> xml("feed.rss");
      case ATOM -> xml("feed.atom");
      case RDF -> xml("feed.rdf");
      case SITEMAP -> xml("news-sitemap.xml");
      case JSON -> new JsonFeed(paper).text().getBytes(StandardCharsets.UTF_8);
    };
  }

  private Charset charset() {
    return layout.has(Habit.LATIN_FEED) ? LATIN : StandardCharsets.UTF_8;
  }

  private byte[] xml(String template) {
    String text = Template.named(template).fill(slots());
    return encodable(text).getBytes(charset());
  }

  /** Replaces what the feed's charset cannot say by character references (XML 1.0, 4.1). */
  private String encodable(String text) {
    CharsetEncoder encoder = charset().newEncoder();
    if (encoder.canEncode(text)) {
      return text;
    }
    var out = new StringBuilder(text.length() + 64);
    text.codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              out.append(encoder.canEncode(character) ? character : "&#" + c + ";");
            });
    return out.toString();
  }

  private Slots slots() {
    List<Article> shown = paper.shown();
    Instant built =
        shown.stream().map(Article::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
    return paper
        .frame()
        .text("charset", charset().name().toLowerCase(Locale.ROOT))
        .text("self", layout.url(layout.feedPath()))
        .text("base", layout.has(Habit.RELATIVE_LINKS) ? layout.url("/") : "")
        .text("built", RFC_822.format(built))
        .text("iso-built", built.toString())
        .list("items", shown.stream().map(this::item).toList());
  }

  private Slots item(Article article) {
    Account account = article.account();
    return Slots.empty()
        .text("title", article.wording().title())
        .text("link", link(account))
        .text("guid", "tag:" + publisher.domain() + ",2020:" + account.slug())
        .text("published", RFC_822.format(article.published()))
        .text("iso-published", article.published().toString())
        .text("iso-changed", article.changed().toString())
        .text("author", String.join(", ", paper.authors(article)))
        .text("category", account.imprint().section())
        .text("keywords", String.join(", ", account.imprint().tags()))
        .text("summary", article.summary())
        .text("content", publisher.fullText() ? Markup.html(article.wording().body()) : "")
        .text("picture", account.imprint().image() ? layout.url(layout.picturePath(account)) : "");
  }

  private String link(Account account) {
    String path = layout.articlePath(account);
    if (layout.has(Habit.RELATIVE_LINKS)) {
      return path.substring(1);
    }
    String tracking = "?utm_source=rss&utm_medium=feed&utm_campaign=latest";
    return layout.url(path) + (layout.has(Habit.TRACKED_LINKS) ? tracking : "");
  }
}
