package org.tagwire.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tagwire.model.PollHints;
import org.tagwire.model.SourceId;
import org.tagwire.polling.SimulatedWeb.Habits;
import org.tagwire.polling.SimulatedWeb.Line;
import org.tagwire.polling.SimulatedWeb.Site;
import org.tagwire.polling.SimulatedWeb.Span;
import org.tagwire.polling.SimulatedWeb.Trouble;
import org.tagwire.store.PollPlan;

/**
 * Troubles that have brought down feed readers before, simulated: clocks that jump, long absences,
 * hosts that never answer. {@code -Dtagwire.seed} repeats a run.
 */
class PollingTroublesTest {
  private static final long SEED = Long.getLong("tagwire.seed", new Random().nextLong());
  private static final Span ALWAYS = new Span(0, Long.MAX_VALUE);

  /** Case O017 of the hostile set. */
  @Test
  void keepsItsPaceWhateverTheClockDoes() {
    int feeds = 2_000;
    SimulatedWeb web = Population.of(SEED, feeds, 2);
    Simulation simulation = new Simulation(web, new MemorySources());
    simulation.subscribe();
    simulation.rules.watchesForStalls = true;
    jump(simulation, 3, Duration.ofDays(365));
    jump(simulation, 6, Duration.ofDays(-365));
    jump(simulation, 12, Duration.ofDays(-1));
    jump(simulation, 24, Duration.ofHours(1));
    jump(simulation, 26, Duration.ofHours(-1));
    for (int i = 0; i < 120; i++) {
      jump(simulation, 30 + i / 60.0, Duration.ofSeconds(-10));
      jump(simulation, 34 + i / 60.0, Duration.ofMinutes(20));
    }
    simulation.run(SimulatedWeb.hours(48));

    simulation.rules.assertKept();
    double calm =
        simulation.rules.perMinute(new Span(SimulatedWeb.hours(1), SimulatedWeb.hours(3)));
    for (int hour = 3; hour < 48; hour++) {
      Span span = new Span(SimulatedWeb.hours(hour), SimulatedWeb.hours(hour + 1));
      assertThat(simulation.rules.perMinute(span) * 60)
          .as("polls in hour %d, seed %d", hour, SEED)
          .isBetween(1.0, calm * 60 + 2 * feeds);
    }
  }

  private static void jump(Simulation simulation, double hour, Duration by) {
    simulation.at(SimulatedWeb.hours(hour), () -> simulation.jump(by));
  }

  /** Case O018 of the hostile set. */
  @Test
  void comesBackGentlyAfterAWeekOffline() {
    SimulatedWeb web = Population.of(SEED, 10_000, 1);
    web.feeds.forEach(feed -> feed.site.troubles.clear());
    MemorySources sources = new MemorySources();
    Simulation simulation = new Simulation(web, sources);
    simulation.subscribe();
    SplittableRandom random = new SplittableRandom(SEED);
    assertThat(web.feeds).hasSize(10_000);
    int[] intervals = new int[web.feeds.size()];
    for (int i = 0; i < intervals.length; i++) {
      intervals[i] = 15 + random.nextInt(24 * 60 - 15);
      Duration interval = Duration.ofMinutes(intervals[i]);
      var due =
          SimulatedWeb.BEGINNING.minus(Duration.ofDays(7)).plusSeconds(random.nextInt(86_400));
      sources.plan(
          new SourceId(i + 1), new PollPlan(due, interval, null, null, 0, null, PollHints.NONE));
    }
    simulation.rules.turmoils.add(new Span(0, SimulatedWeb.hours(3)));
    simulation.run(SimulatedWeb.hours(2));

    simulation.rules.assertKept();
    long[] first =
        IntStream.range(0, intervals.length).mapToLong(simulation.rules::firstAsked).toArray();
    assertThat(Arrays.stream(first).max().orElse(0)).isGreaterThan(SimulatedWeb.hours(1));
    assertThat(Arrays.stream(first).filter(at -> at < SimulatedWeb.hours(1.25)).count())
        .as("asked within 75 minutes, seed %d", SEED)
        .isGreaterThan(9_700);
    assertThat(simulation.rules.busiestMinute(new Span(0, SimulatedWeb.hours(1))))
        .as("seed %d", SEED)
        .isLessThan(2 * 10_000 / 66);
    assertThat(meanFirst(first, intervals, 15, 120))
        .isLessThan(meanFirst(first, intervals, 720, 1_440));
  }

  private static double meanFirst(long[] first, int[] intervals, int from, int to) {
    return IntStream.range(0, first.length)
        .filter(i -> intervals[i] >= from && intervals[i] < to)
        .mapToLong(i -> first[i])
        .average()
        .orElse(0);
  }

  /** Case O025 of the hostile set. */
  @Test
  void leavesTheOthersFreshWhenAHostWithThousandsOfFeedsNeverAnswers() {
    int others = 10_000;
    double alone = timesAsked(slowHost(others, 0), others);
    double beside = timesAsked(slowHost(others, 5_000), others);

    assertThat(beside).as("seed %d", SEED).isCloseTo(alone, withinPercentage(5));
  }

  private static Simulation slowHost(int others, int slow) {
    SimulatedWeb web = new SimulatedWeb(SEED);
    for (int i = 0; i < others; i++) {
      Line domain = new Line("domain d" + i / 3);
      web.feed(
          web.site(domain, new Line("address " + i / 3), 200), Habits.plain(SimulatedWeb.hours(2)));
    }
    Line domain = new Line("domain slow");
    Site hole = web.site(domain, new Line("address slow"), 200);
    hole.troubles.add(new Trouble(Trouble.What.DEAD, ALWAYS, null));
    for (int i = 0; i < slow; i++) {
      web.feed(hole, Habits.plain(SimulatedWeb.hours(2)));
    }
    Simulation simulation = new Simulation(web, new MemorySources());
    simulation.subscribe();
    simulation.rules.turmoils.add(new Span(0, SimulatedWeb.hours(1)));
    simulation.run(SimulatedWeb.hours(8));
    assertThat(simulation.rules.broken).isEmpty();
    return simulation;
  }

  private static double timesAsked(Simulation simulation, int feeds) {
    return IntStream.range(0, feeds).map(simulation.rules::timesAsked).average().orElse(0);
  }

  /** Case N032 of the hostile set. */
  @Test
  void leavesAloneOnlyTheOneAddressThatIsBusy() {
    SimulatedWeb web = new SimulatedWeb(SEED);
    Site site = web.site(new Line("domain d"), new Line("address d"), 200);
    for (int i = 0; i < 41; i++) {
      web.feed(site, Habits.plain(SimulatedWeb.hours(0.5)));
    }
    web.feeds
        .getFirst()
        .troubles
        .add(new Trouble(Trouble.What.BUSY, ALWAYS, Duration.ofSeconds(1_500)));
    Simulation simulation = new Simulation(web, new MemorySources());
    simulation.subscribe();
    simulation.run(SimulatedWeb.hours(24));

    simulation.rules.assertKept();
    assertThat(simulation.rules.timesAsked(0)).isLessThan(10);
    assertThat(IntStream.range(1, 41).map(simulation.rules::timesAsked))
        .as("seed %d", SEED)
        .allMatch(times -> times > 40);
  }

  /** A host that answers 429 with a day to wait is tried once an hour, and by one feed only. */
  @Test
  void triesAHostThatHadTooManyRequestsOnceAnHour() {
    SimulatedWeb web = new SimulatedWeb(SEED);
    Site site = web.site(new Line("domain d"), new Line("address d"), 200);
    for (int i = 0; i < 300; i++) {
      web.feed(site, Habits.plain(SimulatedWeb.hours(0.5)));
    }
    site.troubles.add(
        new Trouble(
            Trouble.What.TOO_MANY,
            new Span(SimulatedWeb.hours(2), SimulatedWeb.hours(12)),
            Duration.ofHours(24)));
    Simulation simulation = new Simulation(web, new MemorySources());
    simulation.subscribe();
    simulation.run(SimulatedWeb.hours(24));

    simulation.rules.assertKept();
    Span held = new Span(SimulatedWeb.hours(2) + 60_000, SimulatedWeb.hours(12));
    assertThat(simulation.rules.perMinute(held) * 600).as("seed %d", SEED).isBetween(5.0, 10.0);
    assertThat(simulation.rules.perMinute(new Span(SimulatedWeb.hours(14), SimulatedWeb.hours(24))))
        .isGreaterThan(5);
  }
}
