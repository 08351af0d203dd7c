package org.tagwire.bench;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The benchmarks by name. Exit codes: 0, 1 failed, 2 wrong usage. */
public final class Main {
  private static final List<Benchmark> ALL =
      List.of(
          new Micro(),
          new Feeds(),
          new Extraction(),
          new Everything(),
          new Seed(),
          new Clearing(),
          new Pages(),
          new Start(),
          new Soak(),
          new Disk());

  private Main() {}

  /** Runs what is named, or all of it, and prints tables, then the same as Markdown. */
  public static void main(String[] arguments) {
    // Before the first logger: what stages log is no result.
    System.setProperty("logback.configurationFile", "bench-logback.xml");
    if (List.of(arguments).contains("--help")) {
      Out.result(usage());
      return;
    }
    try {
      Options options = Options.parse(arguments);
      run(chosen(options.names()), options, "./dev bench " + String.join(" ", arguments));
    } catch (IllegalArgumentException e) {
      Out.say(e.getMessage() + "\n" + usage());
      System.exit(2);
    } catch (IOException e) {
      Out.say(String.valueOf(e.getMessage()));
      System.exit(1);
    }
  }

  private static void run(List<Benchmark> chosen, Options options, String command)
      throws IOException {
    List<Table> tables = new ArrayList<>();
    for (Benchmark benchmark : chosen) {
      Out.say("measuring " + benchmark.name() + ": " + benchmark.purpose());
      for (Table table : benchmark.run(options)) {
        Out.result(table.plain());
        tables.add(table);
      }
    }
    StringBuilder block = new StringBuilder("For docs/benchmarks.md:\n\n");
    Machine.describe(InstantSource.system().instant(), command)
        .forEach(line -> block.append("- ").append(line).append('\n'));
    tables.forEach(table -> block.append('\n').append(table.markdown()));
    Out.result(block.toString().stripTrailing());
  }

  private static List<Benchmark> chosen(List<String> names) {
    List<Benchmark> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          ALL.stream()
              .filter(benchmark -> benchmark.name().equals(name))
              .findFirst()
              .orElseThrow(
                  () -> new IllegalArgumentException("there is no benchmark '" + name + "'")));
    }
    return names.isEmpty() ? ALL : chosen;
  }

  private static String usage() {
    StringBuilder text =
        new StringBuilder(
            "usage: ./dev bench [NAME…] [--deep] [--profile FILE.jfr] [--jvm FLAGS] [options of the"
                + " benchmarks]\n\n");
    ALL.forEach(
        b -> text.append(String.format(Locale.ROOT, "  %-12s %s%n", b.name(), b.purpose())));
    return text.toString();
  }
}
