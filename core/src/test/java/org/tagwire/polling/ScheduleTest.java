package org.tagwire.polling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.feed.FeedInput;
import org.tagwire.feed.FeedParser;
import org.tagwire.feed.ParseResult;
import org.tagwire.feed.ParsedFeed;
import org.tagwire.fetch.FetchResult;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.FetchResult.Trail;
import org.tagwire.fetch.PollPolicy;
import org.tagwire.fetch.ResponseHeaders;
import org.tagwire.fetch.Validators;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.PollHints;
import org.tagwire.model.SourceId;
import org.tagwire.sets.HostileCase;
import org.tagwire.store.DueSource;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.url.WebAddress;

class ScheduleTest {
  private static final Instant BEGINNING = Instant.parse("2026-11-23T08:00:00Z");
  private static final WebAddress MOVED = WebAddress.of("https://new.example/feed");

  private final MemorySources sources = new MemorySources();
  private Instant now = BEGINNING;
  private final PollPolicy policy = new PollPolicy(Duration.ofMinutes(15));
  private final Schedule schedule = new Schedule(source -> policy, sources, () -> now);

  ScheduleTest() {
    sources.add(
        List.of(MemorySources.feed("https://old.example/feed", new Domain("old.example"))),
        BEGINNING);
  }

  @Test
  void keepsWhatAFeedSaidOverManyAnswersOfNotModified() {
    PollHints said =
        PollHints.of(Duration.ofHours(5), Set.of(3), Set.of(), List.of(now, now.minusSeconds(60)));
    sources.plan(new SourceId(1), plan(said));
    for (int i = 0; i < 5; i++) {
      assertThat(answered(unchanged(Trail.DIRECT)).interval()).isEqualTo(Duration.ofHours(5));
    }
    assertThat(answered(new FetchResult.Failed(Kind.TIMEOUT, "")).hints()).isEqualTo(said);
  }

  @Test
  void adoptsAMoveSeenThreeTimesAndForADay() {
    Trail trail = new Trail(MOVED, false, false);
    answered(unchanged(trail));
    now = now.plus(Duration.ofDays(2));
    answered(unchanged(trail));
    assertThat(url()).isEqualTo("https://old.example/feed");
    answered(unchanged(trail));
    assertThat(url()).isEqualTo(MOVED.href());
  }

  @Test
  void adoptsNoMoveThatIsADayYoung() {
    Trail trail = new Trail(MOVED, false, false);
    for (int i = 0; i < 20; i++) {
      answered(unchanged(trail));
      now = now.plus(Duration.ofHours(1));
    }
    assertThat(url()).isEqualTo("https://old.example/feed");
    answered(unchanged(Trail.DIRECT));
    now = now.plus(Duration.ofHours(5));
    assertThat(answered(unchanged(trail)).move())
        .isEqualTo(new PollPlan.Move(MOVED.href(), now, 1));
  }

  @Test
  void forgetsNoMoveWhileNobodyAnswers() {
    Trail trail = new Trail(MOVED, false, false);
    answered(unchanged(trail));
    now = now.plus(Duration.ofDays(1));
    answered(unchanged(trail));
    answered(new FetchResult.Failed(Kind.NETWORK_DOWN, ""));
    answered(unchanged(trail));
    assertThat(url()).isEqualTo(MOVED.href());
  }

  @Test
  void sparesASourceWithoutBlameWhenOurNetworkIsDown() {
    answered(new FetchResult.Failed(Kind.TIMEOUT, ""));
    PollRecord spared = schedule.spared(due());

    assertThat(spared.next().failures()).isEqualTo(1);
    assertThat(Schedule.sign(Optional.of(spared))).isEqualTo(Uplink.Sign.OUTAGE);
    assertThat(Schedule.sign(Optional.empty())).isEqualTo(Uplink.Sign.ANSWER);
  }

  @Test
  void letsASourceRestForAsLongAsItsServerAsked() {
    PollRecord limited =
        schedule.answered(due(), now, new FetchResult.RateLimited(Duration.ofHours(9), false));
    PollRecord unasked =
        schedule.answered(
            due(), now, new FetchResult.RateLimited(Duration.ofHours(1), true, false));

    assertThat(schedule.rest(due().source(), Optional.of(limited)))
        .isGreaterThanOrEqualTo(Duration.ofHours(9));
    assertThat(schedule.rest(due().source(), Optional.of(unasked)))
        .isEqualTo(Duration.ofMinutes(15));
    assertThat(unasked.outcome()).isEqualTo("left-alone");
    assertThat(unasked.next().failures()).isZero();
  }

  /** Case N033 of the hostile set, with the kinds the fetcher makes of the statuses. */
  @ParameterizedTest
  @CsvSource({"NOT_FOUND,not-found", "FORBIDDEN,forbidden", "RESTRICTED,restricted"})
  void backsOffByDoublingUpToAWeekAndTriesEveryWeek(Kind kind, String outcome) {
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      PollRecord record = schedule.answered(due(), now, new FetchResult.Failed(kind, ""));
      assertThat(record.outcome()).isEqualTo(outcome);
      sources.record(List.of(record));
      pauses.add(Duration.between(now, record.next().due()));
      now = record.next().due();
    }
    for (int i = 1; i < 9; i++) {
      assertThat(pauses.get(i)).isCloseTo(pauses.get(i - 1).multipliedBy(2), Duration.ofSeconds(1));
    }
    assertThat(pauses.getLast()).isBetween(Duration.ofDays(7), Duration.ofHours(185));
    assertThat(answered(unchanged(Trail.DIRECT)).failures()).isZero();
  }

  /** Case N033 of the hostile set. */
  @Test
  void stopsAtWhatIsGone() {
    assertThat(answered(new FetchResult.Gone()).due()).isEqualTo(Instant.MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<ttl>0</ttl>", "<ttl>-9</ttl>", "<ttl>8888888888</ttl>", "<ttl>x</ttl>"})
  void staysWithinReasonWhateverAFeedDeclares(String declared) {
    assertReasonable(declared);
  }

  /** Case F060 of the hostile set. */
  @Test
  void staysWithinReasonWhateverTheHostileSetDeclares() {
    HostileCase.listArea("feed").stream()
        .filter(hostile -> hostile.id().equals("F060"))
        .flatMap(hostile -> hostile.texts().stream())
        .forEach(this::assertReasonable);
  }

  private void assertReasonable(String declared) {
    String item = "<item><title>A</title><guid>1</guid><link>https://a.example/1</link></item>";
    String document =
        "<rss version=\"2.0\"><channel><title>T</title>" + declared + item + "</channel></rss>";
    WebAddress url = WebAddress.of("https://old.example/feed");
    ParseResult parsed =
        new FeedParser().parse(new FeedInput(document.getBytes(UTF_8), null, url.href()));
    ParsedFeed feed = ((ParseResult.Parsed) parsed).feed();
    FetchResult.Fetched fetched =
        new FetchResult.Fetched(
            new byte[0], url, new ResponseHeaders(Map.of()), Validators.NONE, Trail.DIRECT);
    Instant due = schedule.read(due(), now, fetched, brought(feed, 1)).next().due();

    assertThat(Duration.between(now, due))
        .as(declared)
        .isBetween(Duration.ofMinutes(15), Duration.ofMinutes(24 * 66));
  }

  private static Brought brought(ParsedFeed feed, int accepted) {
    return new Brought(feed, accepted, List.of(), false);
  }

  private PollPlan answered(FetchResult result) {
    PollRecord record = schedule.answered(due(), now, result);
    sources.record(List.of(record));
    return record.next();
  }

  private DueSource due() {
    SourceId id = new SourceId(1);
    return new DueSource(sources.find(id, Audience.OWNER).orElseThrow(), sources.plan(id));
  }

  private String url() {
    return due().source().url();
  }

  private static FetchResult unchanged(Trail trail) {
    return new FetchResult.NotModified(ResponseHeaders.NONE, trail);
  }

  private static PollPlan plan(PollHints hints) {
    return new PollPlan(BEGINNING, Duration.ofHours(1), "\"1\"", null, 0, null, hints);
  }
}
