package org.tagwire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** From the start of a JVM to its first page, and what memory it holds then. */
final class Start implements Benchmark {
  private static final Duration IDLE = Duration.ofSeconds(5);
  private static final List<String> HOME = List.of("/en/");

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String purpose() {
    return "start to first page, idle memory: a new directory, the same again, and --data DIR";
  }

  @Override
  public List<Table> run(Options options) throws IOException {
    Table.Draft table =
        Table.of(
            "Start and idle memory",
            "data directory",
            "CPU s to first page",
            "wall s",
            "PSS MiB idle",
            "PSS MiB with models");
    Path fresh = Files.createTempDirectory("tagwire-bench");
    try {
      table.row(measure("new", fresh, true, options));
      table.row(measure("the same again, one article", fresh, true, options));
    } finally {
      Child.delete(fresh);
    }
    Optional<Path> data = options.findPath("data");
    if (data.isPresent()) {
      table.row(
          measure(data.get().getFileName() + " (not written to)", data.get(), false, options));
    }
    return List.of(
        table
            .note(
                "first page: the home page, asked for over HTTP as soon as the port is open; no class cache (-XX:AOTCache)")
            .note(
                "idle: "
                    + IDLE.toSeconds()
                    + " s after the first page; with models: after one article was understood, embedding on")
            .done());
  }

  private static String[] measure(String what, Path data, boolean models, Options options)
      throws IOException {
    Out.say("start: " + what);
    long begun = System.nanoTime();
    try (Child child = Child.start(ServingChild.class, options, data.toString())) {
      int port = Integer.parseInt(child.answer().get("port"));
      Load.Account first = Load.run(port, HOME, 1, Duration.ofNanos(1));
      if (first.refused() > 0) {
        throw new IOException("the first page was refused");
      }
      double wall = (System.nanoTime() - begun) / 1e9;
      double cpu = child.cpu().toNanos() / 1e9;
      pause();
      String idle = memory(child);
      String with = "-";
      if (models) {
        child.ask("models");
        pause();
        with = memory(child);
      }
      return new String[] {what, Table.figure(cpu, 2), Table.figure(wall, 2), idle, with};
    }
  }

  private static String memory(Child child) throws IOException {
    return child.memory().map(mib -> Table.figure(mib, 0)).orElse("not told");
  }

  private static void pause() {
    try {
      Thread.sleep(IDLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
