package org.tagwire.server.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Language;
import org.tagwire.model.Moment;

/** Every feed we write passes the W3C feed validator's rules, and JSON Feed's. */
final class FeedRulesTest {
  private static final Instant TIME = Instant.parse("2026-03-01T09:05:07Z");

  static List<Bulletin> bulletins() {
    List<Bulletin> bulletins = new ArrayList<>();
    bulletins.add(bulletin("Latest news with #AdaQuill", "12 articles", List.of()));
    bulletins.add(bulletin("أحدث الأخبار", "", List.of(entry(0, "معرض الميناء", List.of()))));
    List<Bulletin.Entry> hostile = new ArrayList<>();
    for (String field : FormatTest.hostileFields()) {
      hostile.add(entry(hostile.size() + 1, "x" + field, List.of(field, "y" + field)));
    }
    bulletins.add(bulletin("a]]>&#0;\u0001\u0080b", "\u0093quoted\u0094", hostile));
    return bulletins;
  }

  @ParameterizedTest
  @MethodSource("bulletins")
  void keepsTheRulesInEachForm(Bulletin bulletin) {
    assertThat(FeedRules.rss(Format.RSS.write(bulletin), self(bulletin, Format.RSS))).isEmpty();
    assertThat(FeedRules.atom(Format.ATOM.write(bulletin), self(bulletin, Format.ATOM))).isEmpty();
    assertThat(FeedRules.json(Format.JSON.write(bulletin), self(bulletin, Format.JSON))).isEmpty();
  }

  @Test
  void isServedAsWhatItIs() {
    assertThat(Format.RSS.contentType()).isEqualTo("application/rss+xml; charset=utf-8");
    assertThat(Format.ATOM.contentType()).isEqualTo("application/atom+xml; charset=utf-8");
    assertThat(Format.JSON.contentType()).isEqualTo("application/feed+json; charset=utf-8");
  }

  @Test
  void keepsAnItemsIdWhenItsTextAndAddressChange() {
    Bulletin.Entry before = entry(1, "One title", List.of("One text."));
    Bulletin.Entry after =
        new Bulletin.Entry(
            before.id(),
            "https://elsewhere.example/moved",
            before.page(),
            "Another title",
            before.carrier(),
            null,
            before.category(),
            before.language(),
            before.published(),
            TIME.plusSeconds(60),
            before.age(),
            List.of("Another text."),
            List.of(),
            null);
    assertThat(after.urn()).isEqualTo(before.urn()).startsWith("urn:uuid:");
  }

  @Test
  void findsWhatIsWrong() {
    String rss =
        new String(
            Format.RSS.write(bulletin("x", "x", List.of(entry(1, "x", List.of("x"))))),
            StandardCharsets.UTF_8);
    for (String broken :
        List.of(
            rss.replace("rel=\"self\"", "rel=\"next\""),
            rss.replace("Sun, 1 Mar 2026", "2026-03-01"),
            rss.replace("isPermaLink=\"false\"", ""),
            rss.replace("<ttl>5</ttl>", ""),
            rss.replace("<link>https://orrery.example/1", "<link>/1"))) {
      assertThat(broken).isNotEqualTo(rss);
      byte[] bytes = broken.getBytes(StandardCharsets.UTF_8);
      assertThat(FeedRules.rss(bytes, "https://news.example/en/hashtag/X.rss")).isNotEmpty();
    }
  }

  private static String self(Bulletin bulletin, Format format) {
    return bulletin.place().as(format);
  }

  private static Bulletin bulletin(String title, String subtitle, List<Bulletin.Entry> entries) {
    Optional<String> next = entries.isEmpty() ? Optional.empty() : Optional.of("?after=n2");
    return new Bulletin(
        title,
        subtitle,
        new Bulletin.Place("https://news.example/en/hashtag/X", "", next.orElse(null)),
        "The Lantern",
        Language.ENGLISH,
        entries);
  }

  private static Bulletin.Entry entry(int number, String title, List<String> text) {
    return new Bulletin.Entry(
        ArticleId.mint("https://orrery.example/" + number),
        "https://orrery.example/" + number + "?a=1&b=2",
        "https://news.example/en/article/" + number,
        title,
        "The Orrery",
        number % 2 == 0 ? null : "The Lantern",
        "Science",
        number % 3 == 0 ? Language.UNDETERMINED : Language.ENGLISH,
        number % 4 == 0 ? null : Moment.of(TIME),
        TIME,
        "4 days ago",
        text,
        List.of("Ada Quill"),
        null);
  }
}
