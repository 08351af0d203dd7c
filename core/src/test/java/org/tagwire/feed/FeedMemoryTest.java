package org.tagwire.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Reads the greatest documents in a process that has no more memory than is promised: the document
 * (16 MiB), 64 MiB more, and the 12 MiB that the classes, the tables and the young generation take
 * before the first of them. What lives at the worst moment decides, not what was ever allocated.
 */
class FeedMemoryTest {
  private static final int MEBIBYTES = 16 + 64 + 12;

  @Test
  void readsTheGreatestDocumentsInSixtyFourMebibytes() throws Exception {
    String output = run("-Xmx" + MEBIBYTES + "m");

    assertThat(output.lines().map(line -> line.split(" ")[0]))
        .as(output)
        .containsExactlyElementsOf(GreatestFeeds.kinds().keySet());
  }

  private static String run(String heap) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        Stream.of("surefire.test.class.path", "java.class.path")
            .map(System::getProperty)
            .filter(path -> path != null)
            .findFirst()
            .orElseThrow();
    List<String> command =
        Arrays.asList(
            java,
            "-XX:+UseSerialGC",
            "-Xmn6m",
            heap,
            "-cp",
            classes,
            GreatestFeeds.class.getName());
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
