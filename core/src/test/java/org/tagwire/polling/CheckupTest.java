package org.tagwire.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchResult.Fetched;
import org.tagwire.fetch.FetchResult.Trail;
import org.tagwire.fetch.ResponseHeaders;
import org.tagwire.fetch.Validators;
import org.tagwire.model.Domain;
import org.tagwire.model.Source;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceHealth.Habits;
import org.tagwire.model.SourceHealth.PageState;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.store.DueSource;
import org.tagwire.store.PollPlan;
import org.tagwire.url.WebAddress;

class CheckupTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");
  private static final String FEED = "http://herald.example/feed";

  private Optional<SourceHealth> last = Optional.empty();

  @Test
  void countsWhatItemsLack() {
    SourceHealth health =
        see(
            feed(
                List.of(
                    "<guid>a</guid><link>/1</link><pubDate>2031-05-14T11:00:00Z</pubDate>",
                    "<guid>a</guid><link>/2</link><pubDate>2031-05-16T11:00:00Z</pubDate>",
                    "<link>/3</link><pubDate>2031-05-14T12:05:00Z</pubDate>",
                    "<guid isPermaLink='false'>d</guid><title>no link</title>")));

    assertThat(health.items())
        .isEqualTo(
            new SourceHealth.Items(4, 1, 1, 1, 1, 1, 0, Instant.parse("2031-05-14T12:05:00Z")));
    assertThat(health.answer().format()).isEqualTo("RSS");
    assertThat(health.habits().polls()).isEqualTo(1);
  }

  @Test
  void knowsKnownLinksUnderNewGuids() {
    see(items(10, i -> "<guid>a" + i + "</guid><link>/" + i + "</link>"));
    assertThat(
            see(items(10, i -> "<guid>a" + i + "</guid><link>/" + i + "</link>"))
                .habits()
                .churned())
        .isZero();
    assertThat(
            see(items(10, i -> "<guid>b" + i + "</guid><link>/" + i + "</link>"))
                .habits()
                .churned())
        .isEqualTo(1);
    assertThat(
            see(items(
                    10,
                    i -> "<guid>" + (i == 3 ? "c" : "b") + i + "</guid><link>/" + i + "</link>"))
                .habits()
                .churned())
        .as("one of ten may be a correction")
        .isEqualTo(0b10);
  }

  @Test
  void knowsAGuidThatIsUsedAgain() {
    see(items(3, i -> "<guid>a" + i + "</guid><link>/" + i + "</link><title>t" + i + "</title>"));
    assertThat(
            see(items(
                    3,
                    i ->
                        "<guid>a" + i + "</guid><link>/n" + i + "</link><title>t" + i + "</title>"))
                .habits()
                .reused())
        .as("the same headline: the article has moved")
        .isZero();
    assertThat(
            see(items(
                    3,
                    i ->
                        "<guid>a" + i + "</guid><link>/o" + i + "</link><title>u" + i + "</title>"))
                .habits()
                .reused())
        .isEqualTo(1);
  }

  @Test
  void noticesWhatAServerDoesWithValidators() {
    String feed = items(2, i -> "<guid>" + i + "</guid>");
    Validators one = new Validators("\"1\"", null);
    Validators two = new Validators("\"2\"", "Wed, 14 May 2031 11:00:00 GMT");
    see(feed, Validators.NONE, one);
    Habits habits = see(feed, one, one).habits();
    assertThat(habits.wasted()).isEqualTo(1);
    assertThat(habits.moving()).isZero();
    habits = see(feed, one, two).habits();
    assertThat(habits.moving()).isEqualTo(1);
    habits = see(feed, two, Validators.NONE).habits();
    assertThat(habits.bare()).isEqualTo(1);
    assertThat(habits.moving()).isEqualTo(0b10);
    habits = see(items(3, i -> "<guid>" + i + "</guid>"), two, one).habits();
    assertThat(habits.same() & 1).isZero();
    assertThat(habits.polls()).isEqualTo(5);
  }

  @Test
  void remembersSinceWhenAnAnswerComesFromElsewhere() {
    byte[] body = feed(List.of("<guid>1</guid>")).getBytes(StandardCharsets.UTF_8);
    WebAddress elsewhere = WebAddress.of("http://elsewhere.example/feed");
    Fetched there = fetched(body, elsewhere, Trail.DIRECT, Validators.NONE);
    last = Optional.of(checkup(NOW, PLAIN).of(there, brought(body)));
    SourceHealth later = checkup(NOW.plusSeconds(60), PLAIN).of(there, brought(body));
    assertThat(later.answer().landed()).isEqualTo("http://elsewhere.example/feed");
    assertThat(later.answer().landedSince()).isEqualTo(NOW);

    Fetched moved = fetched(body, elsewhere, new Trail(elsewhere, false, false), Validators.NONE);
    assertThat(checkup(NOW, PLAIN).of(moved, brought(body)).answer().findLanded()).isEmpty();
  }

  @Test
  void countsPagesUntilTheyAreTooManyAndThenTheOldHalf() {
    byte[] body = feed(List.of("<guid>1</guid>")).getBytes(StandardCharsets.UTF_8);
    Brought sixty =
        new Brought(parsed(body), 60, java.util.Collections.nCopies(60, PageState.READ), true);
    Fetched answer = fetched(body, WebAddress.of(FEED), Trail.DIRECT, Validators.NONE);
    last = Optional.of(checkup(NOW, PLAIN).of(answer, sixty));
    last = Optional.of(checkup(NOW, PLAIN).of(answer, sixty));

    assertThat(last.get().pages()).isEqualTo(Map.of(PageState.READ, 60));
    assertThat(last.get().disallowed()).isTrue();
    assertThat(checkup(NOW, PLAIN).of(answer, brought(body)).disallowed()).isTrue();
  }

  @Test
  void readsHowLongAnAnswerIsFresh() {
    byte[] body = feed(List.of("<guid>1</guid>")).getBytes(StandardCharsets.UTF_8);
    Fetched answer =
        new Fetched(
            body,
            WebAddress.of(FEED),
            new ResponseHeaders(Map.of("cache-control", List.of("public, Max-Age=\"600\""))),
            Validators.NONE,
            Trail.DIRECT);

    assertThat(checkup(NOW, PLAIN).of(answer, brought(body)).answer().findFreshness())
        .contains(Duration.ofMinutes(10));
  }

  private static final Validators PLAIN = Validators.NONE;

  private SourceHealth see(String feed) {
    return see(feed, Validators.NONE, Validators.NONE);
  }

  private SourceHealth see(String feed, Validators sent, Validators got) {
    byte[] body = feed.getBytes(StandardCharsets.UTF_8);
    Fetched answer = fetched(body, WebAddress.of(FEED), Trail.DIRECT, got);
    SourceHealth health = checkup(NOW, sent).of(answer, brought(body));
    last = Optional.of(health);
    return health;
  }

  private Checkup checkup(Instant now, Validators sent) {
    Source source =
        new Source(
            new SourceId(1),
            FEED,
            Source.Kind.FEED,
            "Herald",
            new Domain("herald.example"),
            "",
            Visibility.PUBLIC,
            Source.PageFetching.AUTO);
    PollPlan plan =
        new PollPlan(now, Duration.ofHours(1), sent.etag(), sent.lastModified(), 0, null, null);
    return new Checkup(new DueSource(source, plan), now, last);
  }

  private static Brought brought(byte[] body) {
    return new Brought(parsed(body), 0, List.of(), false);
  }

  private static ParsedFeed parsed(byte[] body) {
    ParseResult result = new FeedParser().parse(new FeedInput(body, "application/rss+xml", FEED));
    return ((ParseResult.Parsed) result).feed();
  }

  private static Fetched fetched(byte[] body, WebAddress url, Trail trail, Validators validators) {
    return new Fetched(body, url, ResponseHeaders.NONE, validators, trail);
  }

  private static String items(int number, IntFunction<String> item) {
    List<String> items = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      items.add(item.apply(i));
    }
    return feed(items);
  }

  private static String feed(List<String> items) {
    return "<rss version='2.0'><channel><title>Herald</title><item>"
        + String.join("</item><item>", items)
        + "</item></channel></rss>";
  }
}
