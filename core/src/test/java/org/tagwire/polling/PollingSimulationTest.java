package org.tagwire.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Failpoints;
import org.tagwire.polling.SimulatedWeb.Span;
import org.tagwire.store.SourceStore;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

/**
 * Days of polling in seconds: every rule of politeness is checked at every request.
 *
 * <p>{@code -Dtagwire.seed} repeats a run. Two thousand sources for a day in every run, fifty
 * thousand for a week with {@code -Dtagwire.deep=true}.
 */
class PollingSimulationTest {
  private static final long SEED = Long.getLong("tagwire.seed", new Random().nextLong());
  private static final long MOST_POLLS = 8_000_000;
  private static final Duration MOST_CPU = Duration.ofMinutes(3);

  @Test
  void keepsEveryRuleForTwoThousandSourcesADay() {
    SimulatedWeb web = Population.of(SEED, 2_000, 1);
    web.outages.add(new Span(SimulatedWeb.hours(8), SimulatedWeb.hours(11)));
    days(web, new MemorySources(), 1);
  }

  @Test
  void keepsEveryRuleWithTheScheduleInTheDatabase(@TempDir Path directory) {
    SimulatedWeb web = Population.of(SEED, 500, 1);
    InstantSource fixed = InstantSource.fixed(SimulatedWeb.BEGINNING);
    try (Store store = SqliteStore.open(directory, Failpoints.NONE, fixed)) {
      Simulation simulation = new Simulation(web, store.sources());
      simulation.subscribe();
      settling(simulation, 0, 1);
      simulation.restart(SimulatedWeb.hours(2), Duration.ofMinutes(2));
      settling(simulation, 2, 1);
      simulation.run(SimulatedWeb.hours(4));
      simulation.rules.assertKept();
    }
  }

  @Test
  @Tag("deep")
  void keepsEveryRuleForFiftyThousandSourcesAWeek() {
    SimulatedWeb web = Population.of(SEED, 50_000, 7);
    web.outages.add(new Span(SimulatedWeb.hours(50), SimulatedWeb.hours(74)));
    web.outages.add(new Span(SimulatedWeb.hours(110), SimulatedWeb.hours(111)));
    days(web, new MemorySources(), 7);
  }

  private static void days(SimulatedWeb web, SourceStore sources, int days) {
    long cpu = cpu();
    Simulation simulation = new Simulation(web, sources);
    simulation.subscribe();
    simulation.restart(SimulatedWeb.hours(15), Duration.ofMinutes(2));
    settling(simulation, 0, 2);
    settling(simulation, 15, 1);
    for (Span outage : web.outages) {
      simulation.rules.turmoils.add(new Span(outage.from(), outage.to() + SimulatedWeb.hours(1)));
    }
    simulation.run(SimulatedWeb.hours(24 * days));
    Duration took = Duration.ofNanos(cpu() - cpu);
    System.out.println(
        "polling simulated: "
            + simulation.rules
            + "; "
            + took.toMillis()
            + " ms of CPU, seed "
            + SEED);
    simulation.rules.assertKept();
    assertThat(simulation.rules.records).isLessThanOrEqualTo(MOST_POLLS);
    assertThat(took).isLessThan(MOST_CPU);
    for (Span outage : web.outages) {
      assertNoBurst(simulation.rules, outage);
    }
  }

  private static void settling(Simulation simulation, double from, double hours) {
    simulation.rules.turmoils.add(
        new Span(SimulatedWeb.hours(from), SimulatedWeb.hours(from + hours)));
  }

  private static void assertNoBurst(Rulebook rules, Span outage) {
    Span before = new Span(outage.from() - SimulatedWeb.hours(3), outage.from());
    Span after = new Span(outage.to(), outage.to() + SimulatedWeb.hours(2));
    assertThat(rules.busiestMinute(after))
        .as("busiest minute after an outage, seed %d", SEED)
        .isLessThan(2 * rules.busiestMinute(before));
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
