package org.tagwire.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where and when something was measured. */
final class Machine {
  private Machine() {}

  /** Returns one line a fact, for the head of a report. */
  static List<String> describe(Instant now, String command) {
    return List.of(
        "machine: "
            + processor()
            + ", "
            + Runtime.getRuntime().availableProcessors()
            + " processors, "
            + memory(),
        "system: " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
        "java: "
            + System.getProperty("java.vm.name")
            + " "
            + System.getProperty("java.runtime.version"),
        "command: " + command,
        "date: " + now.truncatedTo(ChronoUnit.MINUTES),
        "load average: " + load());
  }

  /** Returns the load averages of the last 1, 5 and 15 minutes. */
  static String load() {
    return line(Path.of("/proc/loadavg"), "")
        .map(text -> String.join(" ", List.of(text.split(" ")).subList(0, 3)))
        .orElseGet(
            () ->
                Table.figure(
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(), 2));
  }

  private static String processor() {
    return line(Path.of("/proc/cpuinfo"), "model name")
        .map(Machine::value)
        .orElse(System.getProperty("os.arch"));
  }

  private static String memory() {
    return line(Path.of("/proc/meminfo"), "MemTotal").map(Machine::value).orElse("memory unknown");
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  private static Optional<String> line(Path file, String beginning) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
      return lines.filter(line -> line.startsWith(beginning)).findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
