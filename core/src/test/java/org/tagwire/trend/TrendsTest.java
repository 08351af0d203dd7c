package org.tagwire.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Coverage;
import org.tagwire.model.TagKey;

final class TrendsTest {
  private static final Instant NOW = Instant.parse("2026-03-18T12:00:00Z");
  private static final TagKey FERRY = TagKey.of("Skerry Ferry");
  private static final TagKey TRAM = TagKey.of("Tram");

  @Test
  void findsWhatManyWriteAboutSuddenly() {
    Trends trends = trends(steady());
    say(trends, FERRY, 8, 1);
    List<Trend> found = rank(trends, steady());
    assertThat(found).extracting(Trend::tag).containsExactly(FERRY);
    assertThat(found.getFirst().origins()).isEqualTo(8);
    assertThat(found.getFirst().usual()).isLessThan(0.1);
    assertThat(found.getFirst().window()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void saysNothingOfWhatIsAsUsual() {
    List<Coverage> past = steady();
    past.addAll(daily(TRAM, 20));
    Trends trends = trends(past);
    IntStream.range(0, 20).forEach(i -> trends.add(new Coverage(NOW.minusSeconds(i), i, tags())));
    assertThat(rank(trends, past)).isEmpty();
  }

  @Test
  void letsNobodyMakeATrendAlone() {
    Trends trends = trends(steady());
    IntStream.range(0, 300)
        .forEach(i -> trends.add(new Coverage(NOW.minusSeconds(i), i % 2, List.of(FERRY))));
    assertThat(rank(trends, steady())).isEmpty();
  }

  @Test
  void callsNothingATrendBeforeSevenDaysOfHistory() {
    List<Coverage> young = new ArrayList<>(steady());
    young.removeIf(c -> c.order().isBefore(NOW.minus(Duration.ofDays(6))));
    Rhythm rhythm = rhythm(young);
    assertThat(rhythm.isSettled()).isFalse();
    Trends trends = new Trends(rhythm, NOW);
    say(trends, FERRY, 30, 1);
    assertThat(rank(trends, young)).isEmpty();
  }

  @Test
  void doesNotTakeOldItemsOfNewSourcesForHistory() {
    List<Coverage> backlog = new ArrayList<>(steady());
    backlog.removeIf(c -> c.order().isBefore(NOW.minus(Duration.ofDays(3))));
    IntStream.range(1, 25)
        .forEach(d -> backlog.add(new Coverage(NOW.minus(Duration.ofDays(d)), d, tags())));
    assertThat(rhythm(backlog).isSettled()).isFalse();
  }

  @Test
  void expectsMoreOfEveryTagWhenTheWholeStreamIsBusier() {
    List<Coverage> past = steady();
    past.addAll(daily(TRAM, 3));
    Trends quiet = trends(past);
    say(quiet, TRAM, 14, 1);
    assertThat(rank(quiet, past)).extracting(Trend::tag).containsExactly(TRAM);
    Trends busy = trends(past);
    say(busy, TRAM, 14, 1);
    IntStream.range(0, 3_000)
        .forEach(i -> busy.add(new Coverage(NOW.minusSeconds(i % 1800), i, List.of())));
    assertThat(rank(busy, past)).isEmpty();
  }

  @Test
  void putsWhatIsFreshBeforeWhatWasBusierLongAgo() {
    Trends trends = trends(steady());
    say(trends, TRAM, 11, 20 * 60);
    say(trends, FERRY, 9, 1);
    assertThat(rank(trends, steady())).extracting(Trend::tag).containsExactly(FERRY, TRAM);
  }

  @Test
  void ordersByHowUnlikelyItIs() {
    Trends trends = trends(steady());
    say(trends, FERRY, 9, 1);
    say(trends, TRAM, 18, 1);
    assertThat(rank(trends, steady())).extracting(Trend::tag).containsExactly(TRAM, FERRY);
  }

  @Test
  void forgetsWhatMustNotCount() {
    Trends trends = trends(steady());
    say(trends, FERRY, 9, 1);
    trends.withdraw(FERRY, spread(FERRY, 9, 1));
    assertThat(rank(trends, steady())).isEmpty();
  }

  private static List<TagKey> tags() {
    return List.of(TRAM);
  }

  /** Four weeks of forty articles an hour about nothing in particular. */
  private static List<Coverage> steady() {
    List<Coverage> past = new ArrayList<>();
    for (int i = 1; i < 28 * 24 * 40; i++) {
      past.add(new Coverage(NOW.minus(Duration.ofSeconds(90L * i)), i % 50, List.of()));
    }
    return past;
  }

  /** So many origins write about it at the hour before noon of every day. */
  private static List<Coverage> daily(TagKey tag, int origins) {
    List<Coverage> past = new ArrayList<>();
    for (int day = 1; day <= 28; day++) {
      for (int i = 0; i < origins; i++) {
        past.add(
            new Coverage(NOW.minus(Duration.ofDays(day)).minusSeconds(60L * i), i, List.of(tag)));
      }
    }
    return past;
  }

  private static Rhythm rhythm(List<Coverage> past) {
    Rhythm.Meter meter = new Rhythm.Meter(NOW);
    past.forEach(c -> meter.add(c.order()));
    return meter.rhythm();
  }

  private static Trends trends(List<Coverage> past) {
    Trends trends = new Trends(rhythm(past), NOW);
    past.stream().filter(c -> c.about().isEmpty()).forEach(trends::add);
    return trends;
  }

  private static void say(Trends trends, TagKey tag, int origins, int minutesAgo) {
    spread(tag, origins, minutesAgo).forEach(trends::add);
  }

  private static List<Coverage> spread(TagKey tag, int origins, int minutesAgo) {
    return IntStream.range(0, origins)
        .mapToObj(
            i ->
                new Coverage(
                    NOW.minus(Duration.ofMinutes(minutesAgo)).minusSeconds(i), i, List.of(tag)))
        .toList();
  }

  private static List<Trend> rank(Trends trends, List<Coverage> past) {
    Rhythm rhythm = rhythm(past);
    return trends.rank(
        tag -> Habit.of(past.stream().filter(c -> c.about().contains(tag)).toList(), rhythm));
  }
}
