package org.tagwire.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.model.FeedItem;
import org.tagwire.url.WebAddress;

class SitemapParserTest {
  private static final WebAddress AT = WebAddress.of("https://paper.example/news.xml");
  private static final String NEWS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
        <url><loc> https://paper.example/a?x=1&amp;y=2 </loc><lastmod>2026-11-21</lastmod>
          <news:news><news:publication><news:name>The Paper</news:name><news:language>en</news:language></news:publication>
            <news:publication_date>2026-11-20T09:15:00+01:00</news:publication_date>
            <news:title><![CDATA[Tides & times]]></news:title><news:keywords>tide, harbour, </news:keywords></news:news>
          <image:image><image:loc>/a.jpg</image:loc><image:title>not the title</image:title></image:image></url>
        <url><loc>/b</loc></url>
        <url><lastmod>2026-11-21</lastmod></url>
        <url><loc>javascript:1</loc></url>
      </urlset>
      """;

  @Test
  void readsNewsWithTitleDateLanguageKeywordsAndPicture() {
    SitemapParser.Sitemap map = SitemapParser.parse(NEWS.getBytes(UTF_8), AT);

    assertThat(map.news()).isTrue();
    assertThat(map.problem()).isEmpty();
    assertThat(map.items())
        .extracting(FeedItem::link)
        .containsExactly("https://paper.example/a?x=1&y=2", "https://paper.example/b");
    FeedItem item = map.items().getFirst();
    assertThat(item.title()).isEqualTo("Tides & times");
    assertThat(item.published())
        .isNotNull()
        .satisfies(m -> assertThat(m.iso()).isEqualTo("2026-11-20T09:15:00+01:00"));
    assertThat(item.updated())
        .isNotNull()
        .satisfies(m -> assertThat(m.iso()).isEqualTo("2026-11-21"));
    assertThat(item.language()).isEqualTo("en");
    assertThat(item.categories()).containsExactly("tide", "harbour");
    assertThat(item.media().image()).isEqualTo("https://paper.example/a.jpg");
  }

  @Test
  void readsOtherPrefixesAndZippedFiles() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
      out.write(
          NEWS.replace("news:", "n:")
              .replace("<url>", "<s:url>")
              .replace("</url>", "</s:url>")
              .getBytes(UTF_8));
    }

    SitemapParser.Sitemap map = SitemapParser.parse(zipped.toByteArray(), AT);

    assertThat(map.items())
        .hasSize(2)
        .first()
        .extracting(FeedItem::title)
        .isEqualTo("Tides & times");
  }

  @Test
  void listsTheSitemapsOfAnIndexTheLikeliestFirst() {
    String index =
        "<sitemapindex><sitemap><loc>/old.xml</loc><lastmod>2020-01-01</lastmod></sitemap>"
            + "<sitemap><loc>/new.xml</loc><lastmod>2026-11-22T08:00:00Z</lastmod></sitemap>"
            + "<sitemap><loc>/undated.xml</loc></sitemap><sitemap><loc>/the-news.xml</loc></sitemap></sitemapindex>";

    assertThat(SitemapParser.parse(index.getBytes(UTF_8), AT).sitemaps())
        .extracting(WebAddress::path)
        .containsExactly("/the-news.xml", "/new.xml", "/old.xml", "/undated.xml");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2026-11-20T09:15:00Z, 2026-11-20T09:15:00Z",
        "2026-11-20T09:15+0100, 2026-11-20T09:15:00+01:00",
        "2026-11-20 09:15:00, 2026-11-20T09:15:00Z",
        "2026-11-20, 2026-11-20",
        "2026-02-30, -",
        "yesterday, -",
        "2026-11-20Tnoon, -"
      })
  void readsDatesAndTakesNonsenseForNone(String written, String iso) {
    String map = "<urlset><url><loc>/a</loc><lastmod>" + written + "</lastmod></url></urlset>";
    var updated = SitemapParser.parse(map.getBytes(UTF_8), AT).items().getFirst().updated();

    assertThat(updated == null ? null : updated.iso()).isEqualTo(iso);
  }

  @Test
  void keepsWhatStandsBeforeABreakAndBoundsTheRest() {
    String entry = "<url><loc>/a</loc></url>";

    assertThat(SitemapParser.parse(("<urlset>" + entry + "<url><loc>").getBytes(UTF_8), AT))
        .satisfies(map -> assertThat(map.items()).hasSize(1))
        .satisfies(map -> assertThat(map.problem()).contains("1 entries"));
    assertThat(SitemapParser.parse(("<urlset>" + entry.repeat(5_000)).getBytes(UTF_8), AT).items())
        .hasSize(2_000);
    assertThat(SitemapParser.parse("no xml".getBytes(UTF_8), AT).items()).isEmpty();
  }
}
