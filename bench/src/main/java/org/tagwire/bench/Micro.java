package org.tagwire.bench;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The parts by themselves, under JMH, each in a JVM of its own. */
final class Micro implements Benchmark {
  private static final int ROUNDS = 4;
  private static final int MANY_ROUNDS = 10;
  private static final TimeValue ROUND = TimeValue.seconds(1);

  @Override
  public String name() {
    return "jmh";
  }

  @Override
  public String purpose() {
    return "feeds, bodies, dates, addresses by themselves under JMH, beside ROME and Woodstox"
        + " (--only PATTERN)";
  }

  @Override
  public List<Table> run(Options options) throws IOException {
    int rounds = options.deep() ? MANY_ROUNDS : ROUNDS;
    ChainedOptionsBuilder jmh =
        new OptionsBuilder()
            .include(options.find("only").orElse(".*"))
            .forks(1)
            .threads(1)
            .warmupIterations(rounds)
            .warmupTime(ROUND)
            .measurementIterations(rounds)
            .measurementTime(ROUND)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .jvmArgs(Child.flags(options).toArray(String[]::new));
    try {
      return List.of(table(new Runner(jmh.build()).run()));
    } catch (RunnerException e) {
      throw new IOException("JMH: " + e.getMessage(), e);
    }
  }

  private static Table table(Collection<RunResult> results) {
    Table.Draft table =
        Table.of(
            "Parts, one thread",
            "",
            "MB / CPU s",
            "with collector and compiler",
            "bytes allocated / byte",
            "CPU µs / call");
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      double bytes = sum(result, "bytes");
      double thread = sum(result, "threadNanos");
      double calls = sum(result, "calls");
      table.row(
          name.substring(name.lastIndexOf('.') + 1),
          Table.figure(1e3 * bytes / thread, 1),
          Table.figure(1e3 * bytes / sum(result, "processNanos"), 1),
          Table.figure(sum(result, "allocated") / bytes, 1),
          Table.figure(thread / calls / 1e3, 2));
    }
    return table.note("load average after: " + Machine.load()).done();
  }

  private static double sum(RunResult result, String counter) {
    Result<?> counted = result.getSecondaryResults().get(counter);
    if (counted == null) {
      throw new IllegalStateException("JMH did not report the counter " + counter);
    }
    return counted.getScore();
  }
}
