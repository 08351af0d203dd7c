package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tagwire.feed.ParsedFeed.Format;
import org.tagwire.model.Enclosure;
import org.tagwire.model.FeedItem;
import org.tagwire.model.Moment;
import org.tagwire.model.Origin;
import org.tagwire.model.Person;

class FormatsTest {
  @Test
  void readsTheHeadOfRss20() {
    ParsedFeed feed = Feeds.resource("rss20.xml");
    ParsedFeed.Head head = feed.head();

    assertThat(feed.format()).isEqualTo(Format.RSS);
    assertThat(feed.repairs()).isEmpty();
    assertThat(head.title()).isEqualTo("The Quay & Tide");
    assertThat(head.link()).isEqualTo("https://quay.example/");
    assertThat(head.description()).isEqualTo("News from a harbour that is not on any map");
    assertThat(head.language()).isEqualTo("en-GB");
    assertThat(head.copyright()).isEqualTo("© The Quay & Tide");
    assertThat(head.image()).isEqualTo("https://base.example/logo.png");
    assertThat(head.published()).isEqualTo(moment("2026-02-03T06:00:00Z"));
    assertThat(head.updated()).isEqualTo(moment("2026-02-03T07:30:00Z"));
    assertThat(head.authors()).containsExactly(new Person("desk@quay.example (News Desk)", "News Desk", "desk@quay.example"));
    assertThat(head.categories()).containsExactly("Local");
    assertThat(head.hubs()).containsExactly("https://hub.example/");
    assertThat(head.self()).isEqualTo("https://quay.example/feed.xml");
    assertThat(feed.pace().interval()).isEqualTo(Duration.ofHours(2));
    assertThat(feed.pace().skipHours()).containsExactlyInAnyOrder(0, 3);
    assertThat(feed.pace().skipDays()).containsExactly(DayOfWeek.SUNDAY);
  }

  @Test
  void readsAnItemOfRss20() {
    FeedItem item = Feeds.resource("rss20.xml").items().getFirst();

    assertThat(item.guid()).isEqualTo("quay-17");
    assertThat(item.link()).isEqualTo("https://quay.example/ferry-again");
    assertThat(item.title()).isEqualTo("Ferry <em>Marigold</em> runs again");
    assertThat(item.summary()).isEqualTo("The ferry is back &amp; on time.");
    assertThat(item.content()).isEqualTo("<p>The ferry is back &amp; on time.</p><p>Passengers cheered.</p>");
    assertThat(item.published().iso()).isEqualTo("2026-02-03T05:00:00+01:00");
    assertThat(item.authors()).extracting(Person::name).containsExactly("Ada Quill", "Bo Stern");
    assertThat(item.categories()).containsExactly("Ferry", "Transport & traffic");
    assertThat(item.media().comments()).isEqualTo("https://base.example/ferry-again");
    assertThat(item.media().enclosures())
        .containsExactly(new Enclosure("https://base.example/audio/17.mp3", "audio/mpeg", 12345L));
    assertThat(item.origin()).isEqualTo(new Origin("The Wire", null, "https://wire.example/feed"));
    assertThat(item.language()).isEqualTo("en-GB");
  }

  @Test
  void fallsBackToWhatAnItemOrItsFeedDoesSay() {
    FeedItem item = Feeds.resource("rss20.xml").items().get(1);

    assertThat(item.link()).isEqualTo("https://quay.example/lighthouse");
    assertThat(item.title()).startsWith("The lighthouse got a new lamp").endsWith("…").hasSizeBetween(60, 101);
    assertThat(item.published()).isEqualTo(moment("2026-02-02T10:00:00Z"));
    assertThat(item.authors()).extracting(Person::name).containsExactly("News Desk");
  }

  @Test
  void readsRss091WithItsDoctype() {
    ParsedFeed feed = Feeds.resource("rss091.xml");

    assertThat(feed.head().language()).isEqualTo("de");
    assertThat(feed.items()).singleElement().satisfies(i -> {
      assertThat(i.title()).isEqualTo("Café eröffnet");
      assertThat(i.link()).isEqualTo("http://lamp.example/cafe");
    });
  }

  @Test
  void readsRdfWhoseItemsStandBesideTheChannel() {
    ParsedFeed feed = Feeds.resource("rdf10.xml");

    assertThat(feed.format()).isEqualTo(Format.RDF);
    assertThat(feed.head().title()).isEqualTo("Reed & Pond");
    assertThat(feed.head().image()).isEqualTo("http://reed.example/frog.png");
    assertThat(feed.head().language()).isEqualTo("fr");
    assertThat(feed.items()).singleElement().satisfies(i -> {
      assertThat(i.guid()).isEqualTo("http://reed.example/1");
      assertThat(i.authors()).extracting(Person::raw).containsExactly("Lily Marsh");
      assertThat(i.categories()).containsExactly("Frogs");
      assertThat(i.published().iso()).isEqualTo("2026-02-03");
    });
  }

  @Test
  void readsAtom10WithAnyPrefixAndItsBase() {
    ParsedFeed feed = Feeds.resource("atom10.xml");
    FeedItem snow = feed.items().getFirst();

    assertThat(feed.format()).isEqualTo(Format.ATOM);
    assertThat(feed.head().title()).isEqualTo("Hill &amp; Valley");
    assertThat(feed.head().description()).isEqualTo("Both sides");
    assertThat(feed.head().link()).isEqualTo("https://hill.example/news/");
    assertThat(feed.head().self()).isEqualTo("https://hill.example/news/atom.xml");
    assertThat(feed.head().image()).isEqualTo("https://hill.example/news/logo.svg");
    assertThat(feed.head().copyright()).isEqualTo("CC0");
    assertThat(snow.title()).isEqualTo("Snow < 5 cm");
    assertThat(snow.link()).isEqualTo("https://hill.example/news/2026/snow.html");
    assertThat(snow.published().iso()).isEqualTo("2026-02-03T01:00:00+01:00");
    assertThat(snow.updated().iso()).isEqualTo("2026-02-03T02:00:00+01:00");
    assertThat(snow.categories()).containsExactly("Weather", "snow");
    assertThat(snow.media().image()).isEqualTo("https://hill.example/news/2026/snow.jpg");
    assertThat(snow.authors()).extracting(Person::email).containsExactly("gina@hill.example");
    assertThat(snow.language()).isEqualTo("it");
    assertThat(snow.content())
        .isEqualTo(
            "<p>Little <a href=\"https://hill.example/news/2026/map.html\">snow</a>, <br/>much wind &amp; "
                + "<img src=\"https://hill.example/wind.png\"/></p>");
  }

  @Test
  void readsEscapedAndEncodedAtomContent() {
    FeedItem plain = Feeds.resource("atom10.xml").items().get(1);

    assertThat(plain.link()).isEqualTo("https://hill.example/plain");
    assertThat(plain.summary())
        .isEqualTo("See <a href=\"https://hill.example/news/x?a=1&amp;b=2\">this</a> and <a href=\"#top\">top</a>");
    assertThat(plain.content()).isEqualTo("Hello valley!");
    assertThat(plain.authors()).extracting(Person::name).containsExactly("Resi Berg");
    assertThat(plain.language()).isEqualTo("de");
    assertThat(plain.origin()).isEqualTo(new Origin("Other Hill", null, "https://other.example/"));
  }

  @Test
  void readsAtom03() {
    ParsedFeed feed = Feeds.resource("atom03.xml");
    FeedItem item = feed.items().getFirst();

    assertThat(feed.head().description()).isEqualTo("Dry feet since then");
    assertThat(feed.head().updated()).isEqualTo(moment("2026-02-03T04:05:06Z"));
    assertThat(item.title()).isEqualTo("<div>Water <b>up</b></div>");
    assertThat(item.content()).isEqualTo("<p>Up by <b>3 cm</b></p>");
    assertThat(item.published()).isEqualTo(moment("2026-02-03T00:00:00Z"));
    assertThat(item.updated()).isEqualTo(moment("2026-02-03T01:00:00Z"));
    assertThat(item.language()).isEqualTo("nl");
  }

  @Test
  void readsAPodcast() {
    ParsedFeed feed = Feeds.resource("podcast.xml");
    FeedItem item = feed.items().getFirst();

    assertThat(feed.head().image()).isEqualTo("https://fog.example/cover.jpg");
    assertThat(feed.head().description()).isEqualTo("Slowly spoken");
    assertThat(feed.head().categories()).containsExactly("Society", "Weather");
    assertThat(item.summary()).isEqualTo("What fog is made of");
    assertThat(item.authors()).extracting(Person::name).containsExactly("Vera Dunst");
    assertThat(item.categories()).containsExactly("fog", "harbour", "night");
    assertThat(item.link()).isEqualTo("https://fog.example/1.mp3");
    assertThat(item.media())
        .isEqualTo(
            new FeedItem.Media(
                "https://fog.example/1.jpg", null, java.util.List.of(new Enclosure("https://fog.example/1.mp3", "audio/mpeg", null))));
  }

  @Test
  void readsMediaRss() {
    FeedItem item = Feeds.resource("media.xml").items().getFirst();

    assertThat(item.title()).isEqualTo("Gulls at dawn");
    assertThat(item.summary()).isEqualTo("Forty gulls");
    assertThat(item.authors()).extracting(Person::raw).containsExactly("Iris Blende");
    assertThat(item.categories()).containsExactly("gulls", "dawn");
    assertThat(item.media().image()).isEqualTo("https://lens.example/1.jpg");
    assertThat(item.media().enclosures()).extracting(Enclosure::length).containsExactly(700L, null);
  }

  @Test
  void readsJsonFeed11() {
    ParsedFeed feed = Feeds.resource("feed11.json");

    assertThat(feed.format()).isEqualTo(Format.JSON);
    assertThat(feed.head().title()).isEqualTo("Kite & String");
    assertThat(feed.head().image()).isEqualTo("https://base.example/icon.png");
    assertThat(feed.head().hubs()).containsExactly("https://hub.example/");
    assertThat(feed.items()).hasSize(2);
    FeedItem up = feed.items().getFirst();
    assertThat(up.guid()).isEqualTo("7");
    assertThat(up.link()).isEqualTo("https://base.example/7");
    assertThat(up.categories()).containsExactly("kites", "wind");
    assertThat(up.language()).isEqualTo("no");
    assertThat(up.media().enclosures()).extracting(Enclosure::length).containsExactly(12L, null);
    FeedItem text = feed.items().get(1);
    assertThat(text.link()).isEqualTo("https://kite.example/8");
    assertThat(text.content()).isEqualTo("1 &lt; 2 knots of wind");
    assertThat(text.title()).isEqualTo("1 &lt; 2 knots of wind");
    assertThat(text.published()).isNull();
    assertThat(text.language()).isEqualTo("sv");
    assertThat(text.authors()).extracting(Person::name).containsExactly("Lo Vind");
  }

  @Test
  void readsJsonFeed10() {
    FeedItem item = Feeds.resource("feed10.json").items().getFirst();

    assertThat(item.link()).isEqualTo("https://else.example/1");
    assertThat(item.authors()).extracting(Person::name).containsExactly("Kim Drake");
  }

  private static Moment moment(String instant) {
    return Moment.of(Instant.parse(instant));
  }
}
