package org.tagwire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every target: its fixtures and mutations of them in every run, Jazzer in the deep one. */
class FuzzTest {
  private static final Path FIXTURES = Path.of("src", "test", "resources", "fuzz");
  private static final long SEED = Long.getLong("tagwire.seed", 20_261_122);

  /** So much CPU time a target may have in every run, and so many mutations at most. */
  private static final Duration SHARE = Duration.ofMillis(1_500);

  private static final int MUTATIONS = 4_000;

  /** No input is long; none may take long, on a machine however busy. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private static final int SECONDS = Integer.getInteger("tagwire.fuzz.seconds", 60);

  @ParameterizedTest
  @EnumSource(Target.class)
  void holdsForEveryFixture(Target target) throws IOException {
    List<Path> fixtures = fixtures(target);
    assertThat(fixtures).as("fixtures of %s", target).isNotEmpty();
    for (Path fixture : fixtures) {
      probe(target, Files.readAllBytes(fixture), fixture.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  void holdsForMutationsOfThem(Target target) throws IOException {
    List<byte[]> known = fixtures(target).stream().map(FuzzTest::bytes).toList();
    Mutations mutations = new Mutations(target, known, SEED);
    long end = cpu() + SHARE.toNanos();
    for (int round = 0; round < MUTATIONS && cpu() < end; round++) {
      byte[] input = mutations.next();
      probe(
          target,
          input,
          "-Dtagwire.seed=" + SEED + ", round " + round + ", in base 64 " + base64(input));
    }
  }

  @ParameterizedTest
  @EnumSource(Target.class)
  @Tag("deep")
  void holdsForWhatJazzerThinksOf(Target target, @TempDir Path folder) throws Exception {
    List<String> command = jazzer(target, folder);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    said.lines()
        .filter(line -> line.startsWith("Done ") || line.startsWith("stat::number"))
        .forEach(line -> System.out.println(target.folder() + ": " + line));
    if (process.exitValue() != 0) {
      fail("Jazzer found something:%n%s%n%s", said, crashes(folder));
    }
  }

  /** Jazzer collects in a folder of its own; our fixtures are where it starts. */
  private static List<String> jazzer(Target target, Path folder) throws IOException {
    Path found = Files.createDirectory(folder.resolve("found"));
    Path words = folder.resolve("words");
    Files.writeString(words, dictionary(target));
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx800m",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Dtagwire.fuzz.target=" + target.folder(),
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        "com.code_intelligence.jazzer.Jazzer",
        "--target_class=" + Jazzed.class.getName(),
        "--instrumentation_includes=org.tagwire.**:com.ctc.wstx.**",
        "-max_total_time=" + SECONDS,
        "-max_len=" + target.longest(),
        "-timeout=60",
        "-dict=" + words,
        "-print_final_stats=1",
        "-artifact_prefix=" + folder + "/",
        found.toString(),
        FIXTURES.resolve(target.folder()).toAbsolutePath().toString());
  }

  private static String dictionary(Target target) {
    StringBuilder dictionary = new StringBuilder();
    for (String word : target.words()) {
      dictionary.append('"');
      for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
        dictionary.append(String.format(Locale.ROOT, "\\x%02X", b));
      }
      dictionary.append("\"\n");
    }
    return dictionary.toString();
  }

  private static String crashes(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(crash|timeout|oom)-.*"))
          .map(file -> file.getFileName() + " in base 64: " + base64(bytes(file)))
          .toList()
          .toString();
    }
  }

  private static void probe(Target target, byte[] input, String which) {
    long before = cpu();
    assertThatCode(() -> target.probe(input))
        .as("%s: %s", target, which)
        .doesNotThrowAnyException();
    assertThat(Duration.ofNanos(cpu() - before)).as(which).isLessThan(LONGEST);
  }

  private static List<Path> fixtures(Target target) throws IOException {
    Path folder = FIXTURES.resolve(target.folder());
    try (Stream<Path> files = Files.list(folder)) {
      return new ArrayList<>(files.sorted().toList());
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base64(byte[] input) {
    return Base64.getEncoder().encodeToString(input);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
