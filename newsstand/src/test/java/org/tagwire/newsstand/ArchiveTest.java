package org.tagwire.newsstand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.newsstand.archive.RealPages;
import org.tagwire.newsstand.archive.RealStream;

class ArchiveTest {

  private static final String PAGE =
      "<html><head><meta charset=windows-1251><TITLE>Порт &amp; кран</TITLE></head></html>";

  @TempDir private Path folder;

  @BeforeEach
  void writeArchives() throws IOException {
    Files.createDirectories(folder.resolve("html"));
    zip("html/one.html.gz", PAGE.getBytes("windows-1251"));
    zip("html/two.html.gz", "<p>untitled".getBytes(StandardCharsets.UTF_8));
    zip("html/three.html.gz", "<title>No address</title>".getBytes(StandardCharsets.UTF_8));
    Files.writeString(
        folder.resolve("pages.jsonl"),
        """
        {"file": "one.html.gz", "url": "https://Www.Port.example:8443/a b?id=1&x=ü#top", \
        "date": "2031-01-01"}
        {"file": "two.html.gz", "url": "http://küste.example"}
        {"file": "three.html.gz", "url": "hard::elsewhere.example-three.html"}
        """);
    String stream =
        """
        {"published": "2031-05-13", "publisher": "Port - News", "byline": "", \
        "url": "https://www.port.example/old", \
        "title": "Old", "text": "One.\\n\\nTwo & three."}
        {"published": "2031-05-15", "publisher": "Port - Sport", "byline": "B. Bell", \
        "url": "https://www.port.example/new?p=1", "title": "New", "text": "Late."}
        """;
    zip("stream-test.jsonl.gz", stream.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void servesStoredPagesByteForByte() throws Exception {
    try (var fixture = new FixtureStand(RealPages.open(folder))) {
      var answer = fixture.get("www.port.example", "/a%20b?id=1&x=%C3%BC");
      assertThat(answer.body()).isEqualTo(PAGE.getBytes("windows-1251"));
      assertThat(answer.headers().firstValue("content-type")).contains("text/html");
      var zipped =
          fixture.get("www.port.example", "/a%20b?id=1&x=%C3%BC", "Accept-Encoding", "gzip");
      assertThat(zipped.body()).isEqualTo(Files.readAllBytes(folder.resolve("html/one.html.gz")));
      assertThat(fixture.get("www.port.example", "/a%20b").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void announcesPagesByTitleAndLinkOnly() throws Exception {
    try (var fixture = new FixtureStand(RealPages.open(folder))) {
      assertThat(fixture.text("www.port.example", "/newsstand/pages-1.xml"))
          .contains(
              "<title>Порт &amp; кран</title>",
              "<link>" + fixture.origin("www.port.example") + "/a%20b?id=1&amp;x=%C3%BC</link>")
          .doesNotContain("2031-01-01", "<content:encoded>");
      assertThat(fixture.text("www.port.example", "/"))
          .contains("href=\"" + fixture.origin("www.port.example") + "/newsstand/pages-1.xml\"");
    }
  }

  @Test
  void findsAHomeForPagesWithOddAddresses() throws Exception {
    try (var fixture = new FixtureStand(RealPages.open(folder))) {
      assertThat(fixture.text("xn--kste-0ra.example", "/")).isEqualTo("<p>untitled");
      assertThat(fixture.text("xn--kste-0ra.example", "/newsstand/pages-1.xml"))
          .contains("<title>xn--kste-0ra.example/</title>");
      assertThat(fixture.text("unaddressed.example", "/three.html")).contains("No address");
    }
  }

  @Test
  void answersAServerErrorWhenAStoredPageCannotBeRead() throws Exception {
    try (var fixture = new FixtureStand(RealPages.open(folder))) {
      Files.delete(folder.resolve("html/three.html.gz"));
      assertThat(fixture.get("unaddressed.example", "/three.html").statusCode()).isEqualTo(500);
      assertThat(fixture.get("www.port.example", "/robots.txt").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void letsTheStreamFlowByTheClock() throws Exception {
    try (var fixture = new FixtureStand(RealStream.open(folder))) {
      assertThat(fixture.text("www.port.example", "/newsstand/stream-1.xml"))
          .contains(
              "<title>Port - News</title>",
              "<dc:date>2031-05-13</dc:date>",
              "<p>One.</p>\n<p>Two &amp; three.</p>");
      assertThat(fixture.text("www.port.example", "/newsstand/stream-2.xml"))
          .doesNotContain("<item>");
      assertThat(fixture.get("www.port.example", "/new?p=1").statusCode()).isEqualTo(404);
      fixture.clock.advance(Duration.ofHours(12));
      assertThat(fixture.text("www.port.example", "/newsstand/stream-2.xml"))
          .contains("<title>New</title>", "<dc:creator>B. Bell</dc:creator>");
      assertThat(fixture.text("www.port.example", "/new?p=1")).contains("<p>Late.</p>");
    }
  }

  @Test
  void playsBothUnderOneHost() throws Exception {
    var both = RealPages.open(folder).and(RealStream.open(folder));
    try (var fixture = new FixtureStand(both)) {
      assertThat(fixture.stand.hosts()).hasSize(3);
      assertThat(fixture.stand.subscriptions())
          .extracting(feed -> feed.address().getPath())
          .startsWith(
              "/newsstand/pages-1.xml", "/newsstand/stream-1.xml", "/newsstand/stream-2.xml");
      assertThat(fixture.get("www.port.example", "/old").statusCode()).isEqualTo(200);
      assertThat(fixture.get("www.port.example", "/none").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void saysWhichStreamIsMissing() {
    Path html = folder.resolve("html");
    assertThatThrownBy(() -> RealStream.open(html))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("stream*.jsonl.gz");
  }

  private void zip(String name, byte[] bytes) throws IOException {
    try (var out = new GZIPOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      out.write(bytes);
    }
  }
}
