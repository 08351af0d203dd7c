package org.tagwire.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What benchmarks say: tables on standard output, the rest on standard error; children answer their parents. */
final class Out {
  private static final PrintStream RESULT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final PrintStream REMARKS = new PrintStream(System.err, true, StandardCharsets.UTF_8);

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

  /** Returns the CPU time of this process in nanoseconds: all its threads, from its start. */
  static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
