package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.feed.Feeds.refusal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.FeedItem;

class HostileFeedTest {
  private static final String HEAD = "<rss version='2.0'><channel><title>T</title>";
  private static final String TAIL = "</channel></rss>";
  private static final int ROOM = Limits.BYTES - 1_000;

  @Test
  void refusesWhatIsNoFeedAndSaysWhy() {
    assertThat(refusal("")).isEqualTo(FeedError.EMPTY_BODY);
    assertThat(refusal(" \n\uFEFF")).isEqualTo(FeedError.EMPTY_BODY);
    assertThat(refusal("no such page")).isEqualTo(FeedError.NOT_A_FEED);
    assertThat(refusal("<opml version='2.0'/>")).isEqualTo(FeedError.NOT_A_FEED);
    assertThat(refusal("{\"error\": 404}")).isEqualTo(FeedError.NOT_A_FEED);
    assertThat(refusal("[1, 2]")).isEqualTo(FeedError.NOT_A_FEED);
    assertThat(refusal("{\"error: 404}")).isEqualTo(FeedError.MALFORMED);
    assertThat(refusal("<!DOCTYPE html><html><body><p>Hi" + "<p>x".repeat(1_000)))
        .isEqualTo(FeedError.HTML_PAGE);
    assertThat(refusal("\u0089PNG\r\n\u001A\n\u0000\u0000\u0000\rIHDR\u0000\u0000<\u0000\u0000"))
        .isEqualTo(FeedError.BINARY);
    assertThat(refusal("x".repeat(Limits.BYTES + 1))).isEqualTo(FeedError.TOO_LARGE);
    assertThat(refusal(HEAD + "<a>x</a>".repeat(Limits.PARTS + 1) + TAIL))
        .isEqualTo(FeedError.TOO_LARGE);
    assertThat(refusal("{\"" + "n".repeat(5_000) + "\": 1}")).isEqualTo(FeedError.JSON_NAME_LENGTH);
    assertThat(refusal("[".repeat(100_000))).isEqualTo(FeedError.JSON_DEPTH);
    assertThat(refusal("{\"items\": [" + "{\"a\":".repeat(10_000))).isEqualTo(FeedError.JSON_DEPTH);
  }

  @Test
  void refusesDepthAtOnce() {
    String nested = HEAD + "<a>".repeat(100_000);

    assertThat(cpuMillis(() -> assertThat(refusal(nested)).isEqualTo(FeedError.XML_DEPTH)))
        .isLessThan(500);
    assertThat(refusal(nested + "</a>".repeat(100_000) + TAIL)).isEqualTo(FeedError.XML_DEPTH);
  }

  @Test
  void refusesEndlessNamesAtOnce() {
    String name = "n".repeat(8 << 20);

    assertThat(
            cpuMillis(
                () -> assertThat(refusal("<" + name + "/>")).isEqualTo(FeedError.XML_NAME_LENGTH)))
        .isLessThan(2_000);
    assertThat(refusal("<rss " + name + "='1'/>")).isEqualTo(FeedError.XML_NAME_LENGTH);
    assertThat(refusal("<rss><" + name)).isEqualTo(FeedError.XML_NAME_LENGTH);
  }

  @Test
  void refusesAnElementOfEndlessAttributes() {
    String attributes =
        IntStream.range(0, 100_000).mapToObj(i -> "a" + i + "='1' ").collect(Collectors.joining());

    assertThat(
            cpuMillis(
                () ->
                    assertThat(refusal("<rss " + attributes + "/>"))
                        .isEqualTo(FeedError.XML_ATTRIBUTES)))
        .isLessThan(2_000);
  }

  @Test
  void neverExpandsEntitiesWithinEntities() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE r [<!ENTITY a0 \"ha\">");
    for (int i = 1; i < 10; i++) {
      laughs
          .append("<!ENTITY a")
          .append(i)
          .append(" \"")
          .append(("&a" + (i - 1) + ";").repeat(10))
          .append("\">");
    }
    String feed = laughs + "]>" + HEAD + "<item><title>&a9;</title></item>" + TAIL;

    assertThat(Feeds.feed(feed).items().getFirst().title()).isEqualTo("&a9;");
    assertThat(cpuMillis(() -> Feeds.feed(feed))).isLessThan(500);
  }

  @Test
  void neverExpandsOneLongEntityManyTimes() {
    String feed =
        "<!DOCTYPE r [<!ENTITY a '"
            + "x".repeat(50_000)
            + "'>]>"
            + HEAD
            + "<item><title>"
            + "&a;".repeat(50_000)
            + "</title></item>"
            + TAIL;

    assertThat(Feeds.feed(feed).items().getFirst().title()).hasSizeLessThan(200_000);
  }

  @Test
  void looksAtNothingOutsideTheDocument(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "sentinel-4711");
    try (ServerSocket sentinel = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      String web = "http://127.0.0.1:" + sentinel.getLocalPort() + "/";
      for (String body : reachingOut(web, secret.toUri().toString())) {
        assertThat(Feeds.parse(body).toString()).doesNotContain("sentinel-4711");
      }
      sentinel.setSoTimeout(50);
      org.assertj.core.api.Assertions.assertThatExceptionOfType(SocketTimeoutException.class)
          .isThrownBy(sentinel::accept);
    }
  }

  private static String[] reachingOut(String web, String file) {
    String item = "<item><title>A &x; &y;</title></item>" + TAIL;
    return new String[] {
      "<!DOCTYPE r [<!ENTITY x SYSTEM '"
          + file
          + "'><!ENTITY y SYSTEM '"
          + web
          + "y'>]>"
          + HEAD
          + item,
      "<!DOCTYPE r [<!ENTITY % p SYSTEM '" + web + "e.dtd'> %p;]>" + HEAD + item,
      "<!DOCTYPE r SYSTEM '" + web + "r.dtd'>" + HEAD + item,
      "<!DOCTYPE r PUBLIC '-//X//Y' '" + file + "'>" + HEAD + "<item><title>broken" + item,
      "<?xml-stylesheet href='"
          + web
          + "s.xsl' type='text/xsl'?>"
          + HEAD
          + "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='"
          + web
          + "i' parse='text'/>"
          + item,
      "<!-- --><br/><!DOCTYPE r [<!ENTITY x SYSTEM '" + web + "'>]>" + HEAD + item,
    };
  }

  @Test
  void keepsAtMostSoManyItemsAndCostsNoMore() {
    ParsedFeed feed =
        Feeds.feed(
            HEAD
                + "<item><guid>1</guid><title>t</title><link>/p</link></item>".repeat(80_000)
                + TAIL);

    assertThat(feed.items()).hasSize(Limits.ITEMS);
  }

  @Test
  void keepsAtMostSoManyTagsAndFilesOfAnItem() {
    FeedItem item =
        Feeds.item(
            "<title>t</title>"
                + IntStream.range(0, 10_000)
                    .mapToObj(
                        i ->
                            "<category>c"
                                + i
                                + "</category><author>a"
                                + i
                                + "</author><enclosure url='/"
                                + i
                                + "'/>")
                    .collect(Collectors.joining()));

    assertThat(item.categories()).hasSize(Limits.NAMES_LISTED);
    assertThat(item.authors()).hasSize(Limits.NAMES_LISTED);
    assertThat(item.media().enclosures()).hasSize(Limits.ENCLOSURES);
  }

  @Test
  void readsATitleOfAMegabyte() {
    String title = "A".repeat(1 << 20);

    assertThat(
            cpuMillis(
                () ->
                    assertThat(Feeds.item("<title>" + title + "</title>").title())
                        .isEqualTo(title)))
        .isLessThan(1_000);
  }

  @ParameterizedTest
  @CsvSource({"'',999999999999", "60,0", "'',-5", "'',abc", "'',''"})
  void readsTtlWithinReason(String ignored, String ttl) {
    assertThat(Feeds.channel("<ttl>" + ttl + "</ttl>").pace().interval()).isNull();
  }

  /** Each fills a document of the greatest size allowed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "lorem ipsum ",
        "<b/>",
        "<b>x</b>",
        "<p>x</q>",
        "</a>",
        "&amp;",
        "&nbsp;",
        "&foo;",
        "& ",
        "<",
        "<a ",
        "<a b='",
        "<![CDATA[",
        "<!-- ",
        "<?p?>",
        "<item><title>x",
        "<title>",
        "<author>a.",
        "a@a-",
        "<itunes:keywords>a,",
        "<link>../",
        "<a xml:base='http://b.example/x'>",
        "\u0092",
        "]]>"
      })
  void readsAnyAcceptedDocumentInTwoSeconds(String unit) {
    byte[] unitBytes = unit.getBytes(StandardCharsets.UTF_8);
    String body =
        HEAD + "<item><title>t</title><description>" + unit.repeat(ROOM / unitBytes.length);

    assertThat(cpuMillis(() -> Feeds.parse(body))).isLessThan(2_000);
  }

  private static long cpuMillis(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before).toMillis();
  }
}
