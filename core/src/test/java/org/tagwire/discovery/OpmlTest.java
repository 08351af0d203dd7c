package org.tagwire.discovery;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.discovery.Opml.Subscription;
import org.tagwire.sets.HostileCase;
import org.tagwire.url.WebAddress;

class OpmlTest {

  @Test
  void keepsFoldersTitlesAndSites() {
    Opml.Listing listing =
        read(
            """
            <?xml version="1.0" encoding="ISO-8859-1"?>
            <!DOCTYPE opml SYSTEM "http://paper.example/opml.dtd">
            <opml version="1.1"><body>
              <outline text="World">
                <outline title="Africa/Asia">
                  <outline type="rss" text="t" title="A &amp; B" xmlUrl="http://a.example/f" htmlUrl="http://a.example/"/>
                </outline>
                <OUTLINE text="b" XMLURL=" feed://b.example/f "/>
              </outline>
              <outline text="c" xmlUrl="https://c.example/f" category="/Sport/Sailing,/Other"/>
              <outline type="rss" url="https://d.example/f"/>
              <outline type="link" url="https://e.example/page" text="a page"/>
              <outline text="again" xmlUrl="http://c.example/f"/>
              <outline text="bad" xmlUrl="file:///etc/hostname" htmlUrl="javascript:1"/>
            </body></opml>
            """);

    assertThat(listing.subscriptions())
        .containsExactly(
            new Subscription(
                WebAddress.of("http://a.example/f"),
                "A & B",
                "World/Africa-Asia",
                WebAddress.of("http://a.example/")),
            new Subscription(WebAddress.of("http://b.example/f"), "b", "World", null),
            new Subscription(WebAddress.of("https://c.example/f"), "c", "Sport/Sailing", null),
            new Subscription(
                WebAddress.of("https://d.example/f"), "https://d.example/f", "", null));
    assertThat(listing.problem()).startsWith("1 addresses");
  }

  @Test
  void readsBackWhatItWrote() {
    List<Subscription> list =
        List.of(
            new Subscription(
                WebAddress.of("https://a.example/f?a=1&b=2"),
                "A <b> \"&' أخبار",
                "News/World",
                null),
            new Subscription(
                WebAddress.of("https://b.example/f"),
                "B\u0000\ud83d x",
                "News",
                WebAddress.of("https://b.example/")),
            new Subscription(WebAddress.of("https://c.example/f"), "C", "", null));

    String text = Opml.write("My ]]> list", list);

    assertThat(text).startsWith("<?xml").contains("version=\"2.0\"");
    Opml.Listing back = read(text);
    assertThat(back.problem()).isEmpty();
    assertThat(back.subscriptions()).hasSize(3).contains(list.get(0), list.get(2));
    assertThat(back.subscriptions()).extracting(Subscription::title).contains("B x");
  }

  @Test
  void readsTenThousandFeedsInLessThanASecondOfProcessorTime() {
    StringBuilder text = new StringBuilder("<opml><body>");
    for (int i = 0; i < 10_000; i++) {
      text.append("<outline text='Feed ")
          .append(i)
          .append("' xmlUrl='https://site")
          .append(i)
          .append(".example/feed'/>");
    }
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();

    Opml.Listing listing = read(text + "</body></opml>");

    assertThat(listing.subscriptions()).hasSize(10_000);
    assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start)
        .isLessThan(1_000_000_000L);
  }

  @Test
  void boundsABombOfOutlines() {
    String deep = "<outline text='d'>".repeat(10_000);
    StringBuilder wide = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      wide.append("<outline xmlUrl='http://127.0.0.1/").append(i).append("'/>");
    }
    String entity = "<!DOCTYPE o [<!ENTITY x SYSTEM 'file:///etc/hostname'>]>";

    Opml.Listing bounded = read(entity + "<opml><body>" + deep + wide);
    assertThat(bounded.subscriptions()).hasSize(Opml.MAX_OF_ONE_PUBLISHER);
    assertThat(bounded.subscriptions().getFirst().folder().split("/")).hasSize(16);
    assertThat(bounded.problem()).contains("98000 feeds were left out");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 30_000; i++) {
      many.append("<outline xmlUrl='http://a").append(i).append(".example/'/>");
    }
    assertThat(read(many.toString()).subscriptions()).hasSize(Opml.MAX_SUBSCRIPTIONS);
    assertThat(read(many.toString()).problem()).contains("more than");
    assertThat(Opml.read(new byte[(16 << 20) + 1]).problem()).contains("16 MiB");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "<opml><body></body></opml>",
        "{}",
        "<!DOCTYPE o [<!ENTITY x SYSTEM 'file:///x'>]><opml>&x;</opml>"
      })
  void saysWhyThereIsNothing(String text) {
    assertThat(read(text).subscriptions()).isEmpty();
    assertThat(read(text).problem()).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "https://a.example/f?x=1&amp;y=2          | https://a.example/f?x=1&y=2",
        "https://a.example/f?x=1&y=2              | https://a.example/f?x=1&y=2",
        "https://a.example/f?x=1&amp;amp;y=2      | https://a.example/f?x=1&y=2",
        "feed:https://a.example/f                 | https://a.example/f",
        "FEED://a.example/f                       | http://a.example/f",
        "pcast://a.example/f                      | http://a.example/f",
        "www.a.example/f                          | http://www.a.example/f",
        "a.example                                | http://a.example/",
        "  https://a.example/a feed.xml           | https://a.example/a%20feed.xml",
        "HTTPS://A.EXAMPLE/F                      | https://a.example/F",
        "https://a.example/&#x66;                 | https://a.example/f",
      })
  void readsAddressesAsTheyAreWritten(String written, String address) {
    assertThat(read("<outline xmlUrl=\"" + written + "\"/>").subscriptions())
        .extracting(s -> s.feed().href())
        .containsExactly(address);
  }

  @Test
  void mendsWhatProgramsGetWrong() {
    Opml.Listing listing =
        read(
            """
            <!-- a list --><opml version=1.0><head><title>Mine & yours</title>
            <body>
            <outline text="R&D <new> "tech"" title='News & Views'>
              <outline text=Plain xmlUrl=https://a.example/f>
              <outline text="Rock & Roll" xmlUrl="https://b.example/f?a=1&b=2" / >
              <outline xmlUrl='https://c.example/f'
                       text='It&#8217;s &eacute;t&eacute; &unknown;'></outline>
            """);

    assertThat(listing.subscriptions())
        .extracting(Subscription::title)
        .containsExactly("Plain", "Rock & Roll", "It\u2019s \u00e9t\u00e9 &unknown;");
    assertThat(listing.subscriptions()).allMatch(s -> s.folder().equals("News & Views"));
    assertThat(listing.subscriptions().get(1).feed().href())
        .isEqualTo("https://b.example/f?a=1&b=2");
    assertThat(listing.problem()).isEmpty();
  }

  @Test
  void readsWhatBytesSayRatherThanWhatTheyAreCalled() {
    String list = "<?xml version='1.0' encoding='%s'?><outline text='Zähler' xmlUrl='a.example'/>";
    for (Charset real : List.of(UTF_8, Charset.forName("windows-1252"), UTF_16LE, UTF_16BE)) {
      for (String said : List.of("UTF-8", "ISO-8859-1", "utf-16", "x-klingon")) {
        assertThat(Opml.read(list.formatted(said).getBytes(real)).subscriptions())
            .as("%s called %s", real, said)
            .extracting(Subscription::title)
            .containsExactly("Zähler");
      }
    }
    byte[] russian =
        list.formatted("koi8-r").replace("Zähler", "Мир").getBytes(Charset.forName("KOI8-R"));
    assertThat(Opml.read(russian).subscriptions().getFirst().title()).isEqualTo("Мир");
  }

  @Test
  void expandsNoEntityOfItsOwn() {
    Opml.Listing listing =
        read(
            "<!DOCTYPE o [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]>"
                + "<opml><outline text='&c;&c;' xmlUrl='https://a.example/'/></opml>");

    assertThat(listing.subscriptions().getFirst().title()).isEqualTo("&c;&c;");
  }

  @Test
  void exportsWhatItImported() {
    String written =
        Opml.write(
            "Mine",
            List.of(
                subscription("https://b.example/f", "Bee", "A/B/C"),
                subscription("https://a.example/f?x=1&y=2", "A \ud83d\ude00 & <b>", "A/B"),
                subscription("https://c.example/f", "C", "Z"),
                subscription("https://d.example/f", "D", "")));

    assertThat(Opml.write("Mine", read(written).subscriptions())).isEqualTo(written);
  }

  private static Subscription subscription(String feed, String title, String folder) {
    return new Subscription(WebAddress.of(feed), title, folder, null);
  }

  @Test
  void boundsTheBombsOfTheHostileSet() {
    for (HostileCase hostile : HostileCase.listArea("feed")) {
      if (hostile.id().equals("F069")) {
        String list = new String(hostile.payloads().getFirst(), UTF_8).replace("@SENTINEL@", "9");
        Opml.Listing listing = read(list);
        assertThat(listing.subscriptions()).hasSizeLessThanOrEqualTo(2_000).isNotEmpty();
        assertThat(listing.subscriptions())
            .allMatch(s -> s.folder().split("/").length <= 16 && s.findSite().isEmpty());
        assertThat(listing.problem()).contains("left out");
      }
    }
  }

  @Test
  void keepsWhatStandsBeforeABreak() {
    Opml.Listing listing =
        read(
            "<opml><body><outline xmlUrl='http://a.example/'/>\n"
                + "<outline xmlUrl='http://b.exam");

    assertThat(listing.subscriptions()).hasSize(1);
    assertThat(listing.problem()).contains("line 2");
  }

  @Test
  void survivesAnyBytes() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    byte[] list =
        Opml.write(
                "x",
                List.of(new Subscription(WebAddress.of("https://a.example/"), "a", "b/c", null)))
            .getBytes(UTF_8);
    for (int round = 0; round < 2_000; round++) {
      byte[] damaged = list.clone();
      for (int i = 0; i < 5; i++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Opml.Listing listing = Opml.read(damaged);
      assertThat(listing.subscriptions().isEmpty() && listing.problem().isEmpty())
          .as("seed %d", seed)
          .isFalse();
    }
  }

  private static Opml.Listing read(String text) {
    return Opml.read(text.getBytes(UTF_8));
  }
}
