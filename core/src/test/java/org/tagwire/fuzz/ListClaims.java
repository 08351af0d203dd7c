package org.tagwire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.tagwire.discovery.Opml;
import org.tagwire.discovery.SitemapParser;
import org.tagwire.fetch.JudgedHere;
import org.tagwire.model.FeedItem;
import org.tagwire.url.WebAddress;

/** What must hold of the lists of strangers: robots.txt, OPML, sitemaps. */
final class ListClaims {
  private static final String SITE = "https://gazette.example";
  private static final WebAddress SITEMAP = WebAddress.of(SITE + "/sitemap.xml");

  private ListClaims() {}

  /** A ban that is written for us holds, whatever stands before it. */
  static void readsRobots(byte[] input) {
    for (String path : List.of("/", "/a/b?c=d", "/%2F", "/robots.txt", "/ä*$")) {
      JudgedHere.isAllowed(input, SITE, SITE + path);
    }
    String said = new String(input, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    if (!said.contains("allow")) {
      ByteArrayOutputStream file = new ByteArrayOutputStream();
      file.writeBytes(input);
      file.writeBytes(
          "\n\nUser-agent: tagwire\nDisallow: /closed\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(JudgedHere.isAllowed(file.toByteArray(), SITE, SITE + "/closed/x")).isFalse();
    }
  }

  /** What was read and is written is read again as the same. */
  static void readsOpml(byte[] input) {
    Opml.Listing listing = Opml.read(input);
    assertThat(listing.problem().isEmpty() && listing.subscriptions().isEmpty()).isFalse();
    String written = Opml.write("Feeds", listing.subscriptions());
    Opml.Listing again = Opml.read(written.getBytes(StandardCharsets.UTF_8));
    assertThat(again.subscriptions()).containsExactlyInAnyOrderElementsOf(listing.subscriptions());
  }

  /** Pages are addresses of the web; there are no more of them than the bytes could name. */
  static void readsSitemap(byte[] input) {
    SitemapParser.Sitemap sitemap = SitemapParser.parse(input, SITEMAP);
    for (FeedItem item : sitemap.items()) {
      String link = item.link();
      assertThat(link).isNotNull();
      assertThat(WebAddress.parse(link)).as(link).isPresent();
    }
    assertThat(sitemap.items().size() + sitemap.sitemaps().size())
        .isLessThanOrEqualTo(Math.max(50_000, input.length));
  }
}
