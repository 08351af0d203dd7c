package org.tagwire.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Coverage;
import org.tagwire.model.TagKey;

/**
 * Bursts planted in a stream of 5,000 articles a day with days, weekends, weekly matches and a
 * daily forecast; looked at every ten minutes, as a reader would.
 */
final class PlantedBurstsTest {
  private static final long SEED = Long.getLong("tagwire.seed", 20260318);
  private static final int DAYS = 32;
  private static final int WATCHED = 4;
  private static final int A_DAY = 5_000;
  private static final int ORIGINS = 150;
  private static final int TAGS = 20_000;
  private static final Instant START = Instant.parse("2026-02-02T00:00:00Z");
  private static final Duration LOOK = Duration.ofMinutes(10);

  private final Random random = new Random(SEED);
  private final List<Coverage> stream = new ArrayList<>();
  private final Map<TagKey, Instant> planted = new HashMap<>();

  @Test
  void areFoundWithinHalfAnHourWithLessThanOneFalseAlarmADay() {
    background();
    plant();
    stream.sort(Comparator.comparing(Coverage::order));
    Map<TagKey, Instant> alarms = watch();
    List<Long> delays =
        planted.entrySet().stream()
            .map(
                e ->
                    Duration.between(
                            e.getValue(),
                            alarms.getOrDefault(e.getKey(), Instant.MAX.minusSeconds(1)))
                        .toMinutes())
            .sorted()
            .toList();
    Set<TagKey> falsely = new HashSet<>(alarms.keySet());
    falsely.removeAll(planted.keySet());
    System.out.println("planted bursts, minutes until found: " + delays);
    System.out.println("false alarms in " + WATCHED + " days: " + falsely);
    assertThat(delays).allSatisfy(minutes -> assertThat(minutes).isBetween(0L, 30L));
    assertThat(falsely).hasSizeLessThan(WATCHED);
  }

  private void background() {
    double[] cumulated = zipf();
    for (int day = 0; day < DAYS; day++) {
      double weekend = day % 7 >= 5 ? 0.55 : 1;
      int articles = (int) (A_DAY * weekend);
      for (int i = 0; i < articles; i++) {
        List<TagKey> about = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
          about.add(tag(draw(cumulated)));
        }
        stream.add(new Coverage(at(day, hour()), random.nextInt(ORIGINS), about));
      }
      everyDay(day, "Forecast", 6.2, 25);
      if (day % 7 == 5) {
        everyDay(day, "League", 17, 70);
      }
    }
  }

  private void everyDay(int day, String name, double hour, int origins) {
    for (int i = 0; i < origins; i++) {
      stream.add(
          new Coverage(
              at(day, hour + random.nextDouble()),
              random.nextInt(ORIGINS),
              List.of(TagKey.of(name))));
    }
  }

  /** New names, rare ones and well known ones, at all times of the day. */
  private void plant() {
    for (int i = 0; i < 24; i++) {
      TagKey tag = i % 3 == 0 ? TagKey.of("Newcomer" + i) : tag(i % 3 == 1 ? 3_000 + i : 60 + i);
      Instant begin =
          at(DAYS - WATCHED, 0).plus(Duration.ofMinutes(40 + i * (WATCHED * 1440L - 240) / 24));
      planted.put(tag, begin);
      for (int a = 0; a < 36; a++) {
        stream.add(
            new Coverage(
                begin.plusSeconds((long) (a * 120 + random.nextInt(60))),
                random.nextInt(ORIGINS),
                List.of(tag)));
      }
    }
  }

  private Map<TagKey, Instant> watch() {
    Map<TagKey, Instant> alarms = new HashMap<>();
    Map<TagKey, List<Coverage>> byTag = new HashMap<>();
    stream.forEach(
        c -> c.about().forEach(t -> byTag.computeIfAbsent(t, k -> new ArrayList<>()).add(c)));
    Instant end = at(DAYS, 0);
    Rhythm rhythm = null;
    Map<TagKey, Habit> habits = new HashMap<>();
    for (Instant now = at(DAYS - WATCHED, 0); now.isBefore(end); now = now.plus(LOOK)) {
      if (rhythm == null || now.isAfter(rhythm.end().plus(Duration.ofHours(25)))) {
        rhythm = rhythm(now);
        habits.clear();
      }
      Rhythm current = rhythm;
      Trends trends = new Trends(current, now);
      between(now.minus(Trends.LONGEST), now).forEach(trends::add);
      for (Trend trend :
          trends.rank(
              t ->
                  habits.computeIfAbsent(
                      t, k -> Habit.of(byTag.getOrDefault(k, List.of()), current)))) {
        alarms.putIfAbsent(trend.tag(), now);
      }
    }
    return alarms;
  }

  private Rhythm rhythm(Instant now) {
    Rhythm.Meter meter = new Rhythm.Meter(now);
    between(Instant.EPOCH, now).forEach(c -> meter.add(c.order()));
    return meter.rhythm();
  }

  private List<Coverage> between(Instant from, Instant to) {
    return stream.subList(firstFrom(from), firstFrom(to));
  }

  private int firstFrom(Instant time) {
    int low = 0;
    int high = stream.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (stream.get(middle).order().isBefore(time)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Instant at(int day, double hour) {
    return START.plus(Duration.ofDays(day)).plusMillis((long) (hour * 3_600_000));
  }

  /** Most is written by day. */
  private double hour() {
    double hour = random.nextDouble() * 24;
    double busy = 0.55 - 0.45 * Math.cos((hour - 3) * Math.PI / 12);
    return random.nextDouble() < busy ? hour : hour();
  }

  private static TagKey tag(int rank) {
    return TagKey.of("Subject" + rank);
  }

  private static double[] zipf() {
    double[] sums = new double[TAGS];
    double sum = 0;
    for (int i = 0; i < TAGS; i++) {
      sum += 1.0 / (i + 2);
      sums[i] = sum;
    }
    return sums;
  }

  private int draw(double[] sums) {
    double at = random.nextDouble() * sums[sums.length - 1];
    int found = java.util.Arrays.binarySearch(sums, at);
    return found < 0 ? -found - 1 : found;
  }
}
