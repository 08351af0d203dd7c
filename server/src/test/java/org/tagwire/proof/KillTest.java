package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tagwire.engines.Engines;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Failpoints.Point;
import org.tagwire.newsstand.Newsstand;
import org.tagwire.newsstand.Options;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;

/**
 * Ends a process at each failpoint, as {@code kill -9} would, and has another go on in the same
 * directory.
 *
 * <p>Each round takes a copy of a directory in which a part of the world has been read, and kills
 * the node that reads the rest at the n-th meeting of the point, n by chance; {@code
 * -Dtagwire.seed} repeats a run. Three rounds a point, ten with {@code -Dtagwire.deep=true}.
 */
final class KillTest {
  private static final Instant START = Instant.parse("2031-05-14T12:00:00Z");

  /**
   * All is due again, however slowly a source is polled; claims of a process that died have ended,
   * too.
   */
  private static final Duration LONG_ENOUGH = Duration.ofDays(3);

  private static final Instant LATER = START.plus(LONG_ENOUGH);
  private static final Instant AFTERWARDS = LATER.plus(LONG_ENOUGH);

  private static final Duration RECOVERY = Duration.ofSeconds(10);

  /** The index merges eight pieces into one; so the doomed node begins just before that. */
  private static final int PIECES = 7;

  private static final int ROUNDS = Boolean.getBoolean("tagwire.deep") ? 10 : 3;
  private static final long SEED = Long.getLong("tagwire.seed", new SecureRandom().nextInt());

  @TempDir private static Path room;

  private static final SettableClock CLOCK = new SettableClock(START);
  private static final Random CHANCE = new Random(SEED);
  private static final Map<Point, Integer> MET = new EnumMap<>(Point.class);
  private static Newsstand stand;
  private static Path base;
  private static Path bare;

  @BeforeAll
  static void readTheFirstPart() throws IOException, InterruptedException {
    stand = Newsstand.open(new Provinces(), Options.at(CLOCK));
    bare = room.resolve("bare");
    Rounds.prepare(bare, stand);
    base = Rounds.copy(bare, room.resolve("base"));
    try (Works works = open(base, START)) {
      Rounds.begin(works, START, PIECES);
    }
    CLOCK.set(LATER);
    count(new Child(Rounds.copy(base, room.resolve("whole")), Point.FETCH_START, 0));
    Child fresh = new Child(Rounds.copy(bare, room.resolve("fresh")), Point.FETCH_START, 0);
    fresh.await();
    MET.put(Point.MIGRATION_STEP, fresh.met().get(Point.MIGRATION_STEP));
    System.out.println(
        "kill test: seed " + SEED + ", " + ROUNDS + " rounds a point, met in a whole run: " + MET);
  }

  private static void count(Child whole) throws IOException, InterruptedException {
    assertThat(whole.await()).as(whole.said()).isZero();
    MET.putAll(whole.met());
    holdsEverything(whole.directory);
  }

  @AfterAll
  static void close() {
    stand.close();
  }

  @Test
  void meetsEveryPoint() {
    assertThat(MET).hasSize(Point.values().length);
    assertThat(MET.values()).allMatch(times -> times > 0);
  }

  @ParameterizedTest
  @EnumSource
  void neitherLosesNorDoublesWhenKilledAt(Point point) throws IOException, InterruptedException {
    assertThat(MET.get(point)).as("times a whole run meets " + point).isPositive();
    for (int round = 1; round <= ROUNDS; round++) {
      int nth = 1 + CHANCE.nextInt(MET.getOrDefault(point, 0));
      Child child = child(point, round, nth);
      if (child.await() == 0 && nth > 1) {
        // Batches differ from run to run: this one met the point less often.
        nth = 1;
        child = child(point, round + ROUNDS, nth);
        child.await();
      }
      assertThat(child.exit).as(child.said()).isEqualTo(137);
      long took = goOn(child.directory);
      System.out.println(
          "killed at " + point.label() + " number " + nth + ", back after " + took + " ms");
      assertThat(Duration.ofMillis(took)).isLessThanOrEqualTo(RECOVERY);
      holdsEverything(child.directory);
    }
  }

  private static Child child(Point point, int round, int nth) throws IOException {
    Path from = point == Point.MIGRATION_STEP ? bare : base;
    return new Child(Rounds.copy(from, room.resolve(point.label() + "-" + round)), point, nth);
  }

  /**
   * Goes on with what the dead node was at. Returns how long it took to stand where that one stood,
   * before anything new is read.
   */
  private static long goOn(Path directory) {
    long begun = System.nanoTime();
    try (Works works = open(directory, AFTERWARDS)) {
      works.settle((done, total) -> {});
      long took = System.nanoTime() - begun;
      Rounds.complete(works, AFTERWARDS);
      return TimeUnit.NANOSECONDS.toMillis(took);
    }
  }

  /** Looks at what is durable, not at what a running node remembers. */
  private static void holdsEverything(Path directory) {
    try (Engines engines = Engines.embedded(directory, Failpoints.NONE, () -> AFTERWARDS)) {
      assertThat(engines.indexNote()).isEmpty();
      assertThat(engines.index().committed()).isEqualTo(engines.store().articles().lastChange());
      new Oracle(engines.store(), engines.index()).holds(Provinces.addresses(stand.dateline()));
    }
  }

  private static Works open(Path directory, Instant now) {
    return Works.open(
        new Works.Surroundings(
            directory,
            SettingsReader.read(directory, Map.of(), Map.of()),
            () -> now,
            Failpoints.NONE));
  }

  /** A process that is going to die. */
  private static final class Child {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final Path directory;
    private final Path out;
    private final Process process;
    private int exit;

    Child(Path directory, Point point, int nth) throws IOException {
      this.directory = directory;
      this.out = directory.resolve("child.out");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(
          List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
      command.addAll(
          List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
      command.addAll(
          List.of(
              "-cp",
              System.getProperty(
                  "surefire.test.class.path", System.getProperty("java.class.path"))));
      command.addAll(
          List.of(
              DoomedNode.class.getName(),
              directory.toString(),
              LATER.toString(),
              point.label(),
              Integer.toString(nth)));
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
    }

    int await() throws InterruptedException {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      exit = process.exitValue();
      return exit;
    }

    String said() throws IOException {
      return Files.readString(out, StandardCharsets.UTF_8);
    }

    Map<Point, Integer> met() throws IOException {
      Map<Point, Integer> met = new EnumMap<>(Point.class);
      for (String pair : said().strip().lines().toList().getLast().split(" ")) {
        String[] parts = pair.split("=");
        met.put(
            Point.valueOf(parts[0].toUpperCase(Locale.ROOT).replace('-', '_')),
            Integer.valueOf(parts[1]));
      }
      return met;
    }
  }
}
