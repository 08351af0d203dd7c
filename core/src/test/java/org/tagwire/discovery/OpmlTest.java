package org.tagwire.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.discovery.Opml.Subscription;
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

    assertThat(read(entity + "<opml><body>" + deep + wide))
        .satisfies(l -> assertThat(l.problem()).contains("breaks off"));
    Opml.Listing bounded = read(entity + "<opml><body>" + "<outline text='d'>".repeat(100) + wide);
    assertThat(bounded.subscriptions()).hasSize(Opml.MAX_SUBSCRIPTIONS);
    assertThat(bounded.subscriptions().getFirst().folder().split("/")).hasSize(16);
    assertThat(bounded.problem()).contains("more than");
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

  @Test
  void keepsWhatStandsBeforeABreak() {
    Opml.Listing listing =
        read(
            "<opml><body><outline xmlUrl='http://a.example/'/>\n"
                + "<outline xmlUrl='http://b.example/' <");

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
