package org.tagwire.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.doctor.Finding.Code;
import org.tagwire.doctor.Finding.Value;
import org.tagwire.model.Domain;
import org.tagwire.model.PollHints;
import org.tagwire.model.Source;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceHealth.Answer;
import org.tagwire.model.SourceHealth.Event;
import org.tagwire.model.SourceHealth.Habits;
import org.tagwire.model.SourceHealth.Items;
import org.tagwire.model.SourceHealth.PageState;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.SourceStatus.State;

class FeedDoctorTest {
  private static final Instant NOW = Instant.parse("2031-05-14T12:00:00Z");
  private static final String FEED = "http://herald.example/feed";
  private static final Duration HOUR = Duration.ofHours(1);
  private static final PollPlan WELL = new PollPlan(NOW, HOUR, null, null, 0, null, null);

  @Test
  void findsNothingBadInAFeedThatIsWell() {
    List<Finding> findings = examine(chart(State.OK, WELL, health(items(10, 0, 0, 0, 0, 0, 10))));

    assertThat(codes(findings)).containsExactly(Code.WHOLE_TEXT);
    assertThat(FeedDoctor.examine(chart(State.NEW, WELL, null), NOW)).isEmpty();
  }

  @Test
  void saysSinceWhenASourceFailsAndHowOften() {
    PollPlan failing = new PollPlan(NOW, HOUR, null, null, 3, null, null);
    List<PollRecord> polls =
        List.of(
            poll(1, 3, "server-error"),
            poll(2, 2, "server-error"),
            poll(3, 1, "timeout"),
            poll(4, 0, "fetched"));
    Chart chart =
        new Chart(status(State.FAILING, failing, FEED, Visibility.PUBLIC), polls, null, 0, null);

    assertThat(FeedDoctor.examine(chart, NOW))
        .containsExactly(
            Finding.of(
                Code.FAILING,
                new Value.Time(NOW.minus(HOUR.multipliedBy(3))),
                new Value.Amount(3),
                new Value.Failure("server-error", "wrong")));
    Chart limited = new Chart(chart.status(), List.of(poll(1, 1, "rate-limited")), null, 0, null);
    assertThat(codes(FeedDoctor.examine(limited, NOW))).containsExactly(Code.RATE_LIMITED);
    assertThat(codes(examine(chart(State.GONE, WELL, null)))).containsExactly(Code.GONE);
    assertThat(codes(examine(chart(State.PAUSED, WELL, null)))).containsExactly(Code.PAUSED);
  }

  @Test
  void countsWhatIsWrongWithItems() {
    List<Finding> findings = examine(chart(State.OK, WELL, health(items(12, 8, 1, 2, 3, 4, 0))));

    assertThat(findings)
        .contains(
            Finding.of(Code.DATES_MISSING, new Value.Amount(8), new Value.Amount(12)),
            Finding.of(Code.DATES_FUTURE, new Value.Amount(1), new Value.Amount(12)),
            Finding.of(Code.GUIDS_MISSING, new Value.Amount(2), new Value.Amount(12)),
            Finding.of(Code.GUIDS_REPEATED, new Value.Amount(3), new Value.Amount(12)),
            Finding.of(Code.LINKS_MISSING, new Value.Amount(4), new Value.Amount(12)),
            Finding.of(Code.SUMMARIES, new Value.Amount(0), new Value.Amount(12)));
    assertThat(findings)
        .isSortedAccordingTo(java.util.Comparator.comparing(f -> f.code().severity()));
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, false, true, false, false, NO_VALIDATORS",
    "true, true, true, false, false, false, VALIDATORS_CHANGING",
    "true, true, false, false, false, false, VALIDATORS_IGNORED",
    "false, false, false, false, true, false, GUIDS_CHANGING",
    "false, false, false, false, false, true, GUIDS_REUSED",
  })
  void knowsHabitsByMoreThanOneAnswer(
      boolean asked,
      boolean same,
      boolean moving,
      boolean bare,
      boolean churned,
      boolean reused,
      Code code) {
    Event event = new Event(asked, same, moving, bare, churned, reused);
    Habits habits = Habits.NONE.with(event).with(event).with(event);

    assertThat(codes(examine(chart(State.OK, WELL, health(habits))))).contains(code);
    assertThat(codes(examine(chart(State.OK, WELL, health(Habits.NONE.with(NOTHING))))))
        .doesNotContain(code);
  }

  @Test
  void forgetsHabitsThatAreLongPast() {
    Habits habits = Habits.NONE.with(new Event(false, false, false, false, true, true));
    for (int i = 0; i < Habits.MAX_POLLS; i++) {
      habits = habits.with(NOTHING);
    }

    assertThat(habits.polls()).isEqualTo(Habits.MAX_POLLS);
    assertThat(habits.churned()).isZero();
    assertThat(codes(examine(chart(State.OK, WELL, health(habits)))))
        .doesNotContain(Code.GUIDS_CHANGING, Code.GUIDS_REUSED);
  }

  @Test
  void followsAMoveUntilItIsAdopted() {
    PollPlan moved = movedTo("https://other.example/feed");
    PollPlan secured = movedTo("https://herald.example/feed");

    assertThat(codes(examine(chart(State.OK, moved, null)))).containsExactly(Code.MOVED);
    assertThat(codes(examine(chart(State.OK, secured, null)))).containsExactly(Code.MOVED_TO_HTTPS);
  }

  private static PollPlan movedTo(String to) {
    return new PollPlan(
        NOW, HOUR, null, null, 0, new PollPlan.Move(to, NOW.minus(HOUR), 1), PollHints.NONE);
  }

  @Test
  void mindsATemporaryRedirectOnlyWhenItLasts() {
    assertThat(codes(examine(chart(State.OK, WELL, landed(NOW.minus(Duration.ofDays(40)))))))
        .contains(Code.REDIRECTED);
    assertThat(codes(examine(chart(State.OK, WELL, landed(NOW.minus(HOUR))))))
        .doesNotContain(Code.REDIRECTED);
  }

  @Test
  void saysWhyASourceIsPrivate() {
    SourceHealth disallowed =
        new SourceHealth(
            answer(null, null, null),
            items(1, 0, 0, 0, 0, 0, 0),
            Habits.NONE,
            Map.of(),
            List.of(),
            List.of(),
            true);

    assertThat(codes(examine(chart(FEED, Visibility.PRIVATE, disallowed))))
        .contains(Code.PRIVATE_BY_ROBOTS);
    assertThat(codes(examine(chart(FEED, Visibility.PUBLIC, disallowed))))
        .doesNotContain(Code.PRIVATE_BY_ROBOTS);
    assertThat(codes(examine(chart("https://u:p@herald.example/feed", Visibility.PRIVATE, null))))
        .containsExactly(Code.PRIVATE_BY_ADDRESS);
  }

  @Test
  void comparesThePaceAskedForWithThePaceUsed() {
    assertThat(codes(examine(chart(State.OK, WELL, paced(Duration.ofHours(9))))))
        .contains(Code.ASKS_RARELY);
    assertThat(codes(examine(chart(State.OK, WELL, paced(Duration.ofMinutes(10))))))
        .contains(Code.ASKS_OFTEN);
    assertThat(codes(examine(chart(State.OK, WELL, paced(Duration.ofMinutes(50))))))
        .doesNotContain(Code.ASKS_OFTEN, Code.ASKS_RARELY);
    assertThat(codes(examine(chart(State.OK, WELL, paced(Duration.ZERO)))))
        .doesNotContain(Code.ASKS_OFTEN);
  }

  @Test
  void callsHalfOfTheAnswersSlow() {
    List<PollRecord> polls =
        IntStream.of(11, 12, 1, 2, 30).mapToObj(s -> took(Duration.ofSeconds(s))).toList();
    Chart chart = new Chart(status(State.OK, WELL, FEED, Visibility.PUBLIC), polls, null, 0, null);

    assertThat(FeedDoctor.examine(chart, NOW))
        .containsExactly(Finding.of(Code.SLOW, new Value.Span(Duration.ofSeconds(11))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "encoding-wrong: it says latin and is not       | ENCODING        | it says latin and is not",
        "truncated: the document ends in the middle     | TRUNCATED       | the document ends in the middle",
        "links-relative: 3 of 9 links                   | RELATIVE_LINKS  | 3 of 9 links",
        "never-heard-of: something                      | MENDED          | never-heard-of: something",
        "the XML is not well-formed; the rest was kept  | NOT_WELL_FORMED | the XML is not well-formed; the rest was kept",
        "the declared encoding 'x' does not fit         | ENCODING        | the declared encoding 'x' does not fit",
      })
  void understandsTheParsersRepairs(String repair, Code code, String quote) {
    SourceHealth health =
        new SourceHealth(
            answer(null, null, null),
            items(0, 0, 0, 0, 0, 0, 0),
            Habits.NONE,
            Map.of(),
            List.of(repair, "guids-missing: told by the items themselves"),
            List.of(),
            false);

    assertThat(examine(chart(State.OK, WELL, health)))
        .containsExactly(Finding.of(code, new Value.Quote(quote)));
  }

  @Test
  void saysWhatBecameOfPages() {
    SourceHealth health =
        new SourceHealth(
            answer(null, null, null),
            items(0, 0, 0, 0, 0, 0, 0),
            Habits.NONE,
            Map.of(PageState.READ, 6, PageState.ROBOTS, 3, PageState.RESERVED, 1),
            List.of(),
            List.of(),
            false);

    assertThat(examine(chart(State.OK, WELL, health)))
        .containsExactly(
            Finding.of(Code.PAGES_ROBOTS, new Value.Amount(3), new Value.Amount(10)),
            Finding.of(Code.PAGES_RESERVED, new Value.Amount(1), new Value.Amount(10)),
            Finding.of(Code.PAGES_READ, new Value.Amount(6), new Value.Amount(10)));
  }

  @Test
  void leavesRoomForQuarantineAndHubs() {
    Chart chart =
        new Chart(
            status(State.OK, WELL, FEED, Visibility.PUBLIC), List.of(), null, 2, NOW.plus(HOUR));

    assertThat(codes(FeedDoctor.examine(chart, NOW)))
        .containsExactly(Code.QUARANTINED, Code.HUB_SUBSCRIBED);
  }

  private static final Event NOTHING = new Event(false, false, false, false, false, false);

  private static List<Code> codes(List<Finding> findings) {
    return findings.stream().map(Finding::code).toList();
  }

  private static List<Finding> examine(Chart chart) {
    return FeedDoctor.examine(chart, NOW);
  }

  private static Chart chart(State state, PollPlan plan, @Nullable SourceHealth health) {
    return new Chart(status(state, plan, FEED, Visibility.PUBLIC), List.of(), health, 0, null);
  }

  private static Chart chart(String url, Visibility visibility, @Nullable SourceHealth health) {
    return new Chart(status(State.OK, WELL, url, visibility), List.of(), health, 0, null);
  }

  private static SourceStatus status(
      State state, PollPlan plan, String url, Visibility visibility) {
    Source source =
        new Source(
            new SourceId(7),
            url,
            Source.Kind.FEED,
            "Herald",
            new Domain("herald.example"),
            "",
            visibility,
            Source.PageFetching.AUTO);
    return new SourceStatus(source, state, plan, NOW, "wrong", 5);
  }

  private static PollRecord poll(int hoursAgo, int failures, String outcome) {
    PollPlan next = new PollPlan(NOW, HOUR, null, null, failures, null, null);
    Instant at = NOW.minus(HOUR.multipliedBy(hoursAgo));
    return new PollRecord(new SourceId(7), at, Duration.ZERO, outcome, "", 0, 0, next);
  }

  private static PollRecord took(Duration took) {
    return new PollRecord(new SourceId(7), NOW, took, "fetched", "", 1, 0, WELL);
  }

  private static Items items(
      int all, int undated, int future, int nameless, int repeated, int unlinked, int whole) {
    return new Items(all, undated, future, nameless, repeated, unlinked, whole, NOW);
  }

  private static Answer answer(
      @Nullable Duration ttl, @Nullable String landed, @Nullable Instant since) {
    return new Answer(NOW, 34_000, 1, "RSS", ttl, null, landed, since, false, null);
  }

  private static SourceHealth health(Items items) {
    return new SourceHealth(
        answer(null, null, null), items, Habits.NONE, Map.of(), List.of(), List.of(), false);
  }

  private static SourceHealth health(Habits habits) {
    return new SourceHealth(
        answer(null, null, null),
        items(1, 0, 0, 0, 0, 0, 1),
        habits,
        Map.of(),
        List.of(),
        List.of(),
        false);
  }

  private static SourceHealth paced(Duration ttl) {
    return new SourceHealth(
        answer(ttl, null, null),
        items(1, 0, 0, 0, 0, 0, 1),
        Habits.NONE,
        Map.of(),
        List.of(),
        List.of(),
        false);
  }

  private static SourceHealth landed(Instant since) {
    return new SourceHealth(
        answer(null, "http://elsewhere.example/feed", since),
        items(1, 0, 0, 0, 0, 0, 1),
        Habits.NONE,
        Map.of(),
        List.of(),
        List.of(),
        false);
  }
}
