package org.tagwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tagwire.fetch.FetchResult.Kind;
import org.tagwire.fetch.PollPolicy.Next;
import org.tagwire.fetch.PollPolicy.Past;
import org.tagwire.fetch.PollPolicy.Poll;
import org.tagwire.model.PollHints;
import org.tagwire.url.WebAddress;

class PollPolicyTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
  private static final Duration FLOOR = Duration.ofMinutes(15);
  private static final Past HEALTHY = new Past(Duration.ofHours(1), 0, PollHints.NONE);

  private final PollPolicy policy = new PollPolicy(FLOOR);

  @ParameterizedTest
  @CsvSource({"PT10M, PT15M", "PT1H, PT30M", "PT6H, PT3H", "P30D, PT24H"})
  void asksAtHalfTheRhythmOfTheSource(Duration rhythm, Duration interval) {
    assertThat(after(fetched(), HEALTHY, published(rhythm)).interval()).isEqualTo(interval);
  }

  @Test
  void asksLessOftenWhileNothingHappens() {
    Next next = policy.after(new Poll(1, NOW, unchanged(), HEALTHY, false));

    assertThat(next.interval()).isEqualTo(Duration.ofMinutes(75));
    for (int i = 0; i < 40; i++) {
      next =
          policy.after(
              new Poll(1, NOW, unchanged(), new Past(next.interval(), 0, PollHints.NONE), false));
    }
    assertThat(next.interval()).isEqualTo(Duration.ofHours(24));
  }

  @Test
  void growsCalmWithASourceThatFellSilent() {
    List<Instant> longAgo =
        IntStream.range(0, 10).mapToObj(i -> NOW.minus(Duration.ofDays(4).plusHours(i))).toList();

    assertThat(
            after(fetched(), HEALTHY, PollHints.of(Duration.ZERO, Set.of(), Set.of(), longAgo))
                .interval())
        .isEqualTo(Duration.ofHours(12));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cache-control: max-age=7200|PT2H", "cache-control: public, MAX-AGE=\"7200\"|PT2H",
            "cache-control: max-age=60|PT30M",
        "cache-control: max-age=99999999|PT24H", "cache-control: max-age=x|PT30M",
            "cache-control: no-store|PT30M",
        "expires: Sun, 22 Nov 2026 11:00:00 GMT|PT3H", "expires: -1|PT30M",
            "expires: Sun, 22 Nov 2020 11:00:00 GMT|PT30M"
      })
  void staysAwayAsLongAsTheAnswerSaysItIsFresh(String header, Duration interval) {
    String[] parts = header.split(": ", 2);
    FetchResult result = fetched(new ResponseHeaders(Map.of(parts[0], List.of(parts[1]))));

    assertThat(after(result, HEALTHY, published(Duration.ofHours(1))).interval())
        .isEqualTo(interval);
  }

  @Test
  void honoursADeclaredIntervalWithinReason() {
    PollHints slow = PollHints.of(Duration.ofHours(5), Set.of(), Set.of(), List.of());
    PollHints absurd = PollHints.of(Duration.ofDays(3650), Set.of(), Set.of(), List.of());
    PollHints negative = PollHints.of(Duration.ofHours(-5), Set.of(), Set.of(), List.of());

    assertThat(after(fetched(), HEALTHY, slow).interval()).isEqualTo(Duration.ofHours(5));
    assertThat(after(fetched(), HEALTHY, absurd).interval()).isEqualTo(Duration.ofHours(24));
    assertThat(after(fetched(), HEALTHY, negative).interval()).isEqualTo(Duration.ofMinutes(75));
  }

  @Test
  void skipsTheHoursAndDaysItIsAskedToButNeverAllOfThem() {
    Set<Integer> morning = Set.of(8, 9, 10, 11);
    Set<Integer> always = IntStream.rangeClosed(0, 24).boxed().collect(Collectors.toSet());

    Next afternoon =
        after(fetched(), HEALTHY, PollHints.of(Duration.ZERO, morning, Set.of(), List.of()));
    Next monday =
        after(
            fetched(),
            HEALTHY,
            PollHints.of(Duration.ZERO, Set.of(), Set.of(DayOfWeek.SUNDAY), List.of()));
    Next undeterred =
        after(fetched(), HEALTHY, PollHints.of(Duration.ZERO, always, Set.of(), List.of()));

    assertThat(afternoon.due().atOffset(ZoneOffset.UTC).getHour()).isEqualTo(12);
    assertThat(monday.due().atOffset(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(undeterred.due()).isBefore(NOW.plus(Duration.ofHours(2)));
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FOUND", "FORBIDDEN", "RESTRICTED", "CLIENT_ERROR", "NAME_UNKNOWN"})
  void backsOffFromWhatIsMissingByDoublingUpToAWeek(Kind kind) {
    assertThat(delays(kind, 12))
        .startsWith(Duration.ofMinutes(30), Duration.ofHours(1), Duration.ofHours(2))
        .endsWith(Duration.ofDays(7));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "SERVER_ERROR",
        "TIMEOUT",
        "CONNECT_FAILED",
        "TLS",
        "PROTOCOL",
        "ENCODING",
        "CONNECTION_LOST"
      })
  void backsOffFromWhatFailsUpToADay(Kind kind) {
    assertThat(delays(kind, 12)).endsWith(Duration.ofDays(1));
  }

  @ParameterizedTest
  @EnumSource(names = {"NETWORK_DOWN", "INTERRUPTED"})
  void blamesNoSourceForOurOwnNetwork(Kind kind) {
    Next next =
        after(
            new FetchResult.Failed(kind, ""),
            new Past(Duration.ofHours(1), 3, PollHints.NONE),
            PollHints.NONE);

    assertThat(next.failures()).isEqualTo(3);
    assertThat(next.due())
        .isBetween(NOW.plus(Duration.ofHours(1)), NOW.plus(Duration.ofMinutes(66)));
  }

  @Test
  void keepsWhatTheFeedSaidWhileItIsNotModified() {
    PollHints said =
        PollHints.of(Duration.ofHours(3), Set.of(11), Set.of(), List.of(NOW.minusSeconds(60)));
    Next next = after(unchanged(), HEALTHY, said);

    assertThat(next.interval()).isEqualTo(Duration.ofHours(3));
    assertThat(next.due().atOffset(ZoneOffset.UTC).getHour()).isEqualTo(12);
  }

  @Test
  void followsNewsWhereThereAreNoDates() {
    Past past = new Past(Duration.ofHours(10), 0, PollHints.NONE);

    assertThat(policy.after(new Poll(1, NOW, fetched(), past, true)).interval())
        .isEqualTo(Duration.ofMinutes(384));
    assertThat(policy.after(new Poll(1, NOW, fetched(), past, false)).interval())
        .isEqualTo(Duration.ofMinutes(750));
  }

  @Test
  void blamesNoSourceForWhatItsHostAnsweredToAnother() {
    Next next =
        after(
            new FetchResult.RateLimited(Duration.ofMinutes(50), true, false),
            new Past(Duration.ofHours(1), 0, PollHints.NONE),
            PollHints.NONE);

    assertThat(next.failures()).isZero();
    assertThat(next.due()).isBetween(NOW.plus(Duration.ofMinutes(50)), NOW.plusSeconds(55 * 60));
  }

  @Test
  void forgivesAllFailuresAtTheFirstSuccess() {
    assertThat(
            after(unchanged(), new Past(Duration.ofHours(1), 7, PollHints.NONE), PollHints.NONE)
                .failures())
        .isZero();
  }

  @Test
  void stopsAtWhatIsGone() {
    assertThat(after(new FetchResult.Gone(), HEALTHY, PollHints.NONE).isStopped()).isTrue();
    assertThat(after(fetched(), HEALTHY, PollHints.NONE).isStopped()).isFalse();
  }

  @Test
  void waitsAsLongAsItIsAskedOrLonger() {
    Next asked =
        after(new FetchResult.RateLimited(Duration.ofHours(20), true), HEALTHY, PollHints.NONE);
    Next silent =
        after(
            new FetchResult.RateLimited(null, true),
            new Past(Duration.ofHours(1), 3, PollHints.NONE),
            PollHints.NONE);

    assertThat(asked.due()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(20)));
    assertThat(silent.due()).isAfterOrEqualTo(NOW.plus(Duration.ofHours(4)));
  }

  @Test
  void adoptsANewAddressAfterADay() {
    Instant yesterday = NOW.minus(Duration.ofHours(24));
    assertThat(policy.adopts(yesterday.plusSeconds(1), 99, NOW)).isFalse();
    assertThat(policy.adopts(yesterday, 2, NOW)).isFalse();
    assertThat(policy.adopts(yesterday, 3, NOW)).isTrue();
  }

  @Test
  void asksANewSourceAtOnce() {
    assertThat(policy.first(7, NOW)).isEqualTo(new Next(NOW, FLOOR, 0));
  }

  @Test
  void spreadsSourcesOutAlwaysLaterAndAlwaysTheSame() {
    List<Instant> dues = new ArrayList<>();
    for (long source = 1; source <= 1_000; source++) {
      Poll poll = new Poll(source, NOW, unchanged(), HEALTHY, false);
      Instant due = policy.after(poll).due();
      assertThat(due).isEqualTo(policy.after(poll).due());
      assertThat(due).isBetween(NOW.plus(Duration.ofMinutes(75)), NOW.plus(Duration.ofMinutes(83)));
      dues.add(due);
    }
    assertThat(dues.stream().distinct().count()).isGreaterThan(900);
  }

  @Test
  void neverAsksMoreOftenThanTheFloorWhateverHappens() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    Kind[] kinds = Kind.values();
    Past past = HEALTHY;
    for (int i = 0; i < 5_000; i++) {
      FetchResult result =
          switch (random.nextInt(4)) {
            case 0 -> fetched();
            case 1 -> unchanged();
            case 2 ->
                new FetchResult.RateLimited(
                    Duration.ofSeconds(random.nextInt(100)), random.nextBoolean());
            default -> new FetchResult.Failed(kinds[random.nextInt(kinds.length)], "");
          };
      Next next = after(result, past, published(Duration.ofSeconds(1 + random.nextInt(1_000_000))));
      assertThat(Duration.between(NOW, next.due()))
          .as("seed %d", seed)
          .isBetween(FLOOR, Duration.ofDays(8));
      past = new Past(next.interval(), next.failures(), PollHints.NONE);
    }
  }

  @Test
  void hasAFloorThatMakesSense() {
    assertThatIllegalArgumentException().isThrownBy(() -> new PollPolicy(Duration.ZERO));
    assertThatIllegalArgumentException().isThrownBy(() -> new PollPolicy(Duration.ofDays(2)));
  }

  private List<Duration> delays(Kind kind, int failures) {
    List<Duration> delays = new ArrayList<>();
    Past past = HEALTHY;
    for (int i = 0; i < failures; i++) {
      // Source 0 has no jitter.
      Next next = policy.after(new Poll(0, NOW, new FetchResult.Failed(kind, ""), past, false));
      delays.add(Duration.between(NOW, next.due()));
      past = new Past(next.interval(), next.failures(), PollHints.NONE);
    }
    return delays;
  }

  private Next after(FetchResult result, Past past, PollHints hints) {
    return policy.after(
        new Poll(42, NOW, result, new Past(past.interval(), past.failures(), hints), false));
  }

  private static PollHints published(Duration rhythm) {
    List<Instant> items =
        IntStream.range(0, 10).mapToObj(i -> NOW.minus(rhythm.multipliedBy(i))).toList();
    return PollHints.of(Duration.ZERO, Set.of(), Set.of(), items);
  }

  private static FetchResult fetched() {
    return fetched(ResponseHeaders.NONE);
  }

  private static FetchResult fetched(ResponseHeaders headers) {
    return new FetchResult.Fetched(
        new byte[0],
        WebAddress.of("https://site.example/"),
        headers,
        Validators.NONE,
        FetchResult.Trail.DIRECT);
  }

  private static FetchResult unchanged() {
    return new FetchResult.NotModified(ResponseHeaders.NONE, FetchResult.Trail.DIRECT);
  }
}
