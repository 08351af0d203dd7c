package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Feeds of 16 MiB, each read in a process that has 64 MiB beside the feed itself. */
class LongFeedsTest {
  /** The feed, a JVM with our classes, and what reading may cost. */
  private static final int MEGABYTES = 16 + 10 + 64;

  private static final double CPU_SECONDS = 2;

  @Test
  void costLittleWhateverIsInThem() throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    List<String> lines = said.lines().filter(line -> line.startsWith(LongFeeds.ANSWER)).toList();
    assertThat(lines).as(said).hasSize(LongFeeds.values().length);
    for (String line : lines) {
      double seconds = Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1));
      assertThat(seconds).as(line).isLessThan(CPU_SECONDS);
    }
  }

  private static List<String> command() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmn5m",
        "-Xmx" + MEGABYTES + "m",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        LongFeeds.class.getName());
  }
}
