package org.tagwire.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What benchmarks say: tables on standard output, the rest on standard error; children answer their
 * parents.
 */
final class Out {
  private static final PrintStream RESULT =
      new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final PrintStream REMARKS =
      new PrintStream(System.err, true, StandardCharsets.UTF_8);

  /** What Linux counts CPU time in for programs, since ever. */
  private static final double TICKS = 100;

  private Out() {}

  static void result(String text) {
    RESULT.println(text);
  }

  static void say(String text) {
    REMARKS.println(text);
  }

  /** Answers the parent in a line. */
  static void answer(Map<String, ?> values) {
    RESULT.println(
        "= "
            + new TreeMap<>(values)
                .entrySet().stream()
                    .map(e -> e.getKey() + "=" + e.getValue())
                    .collect(Collectors.joining(" ")));
  }

  /**
   * Returns the CPU seconds of those of this process's threads whose names begin so, where the
   * system tells.
   */
  static double cpuOfThreads(String beginning) {
    double ticks = 0;
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      for (Path thread : threads.toList()) {
        String stat = Files.readString(thread.resolve("stat"), StandardCharsets.UTF_8);
        String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        ticks +=
            name.startsWith(beginning)
                ? Double.parseDouble(fields[11]) + Double.parseDouble(fields[12])
                : 0;
      }
    } catch (IOException e) {
      return Double.NaN;
    }
    return ticks / TICKS;
  }

  /** Returns the CPU time of this process in nanoseconds: all its threads, from its start. */
  static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
