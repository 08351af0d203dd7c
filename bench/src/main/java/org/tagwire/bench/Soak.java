package org.tagwire.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Whether memory, threads and files stay as they are: pages of all kinds, open live pages and news
 * coming in, for so many minutes.
 */
final class Soak implements Benchmark {
  private static final int MINUTES = 5;
  private static final int SHARE = 20;
  private static final int READERS = 4;
  private static final int LISTENERS = 50;
  private static final int SECONDS_A_ROW = 30;
  private static final int SECONDS_A_STORY = 10;
  private static final String HOME = "/en/";

  @Override
  public String name() {
    return "soak";
  }

  @Override
  public String purpose() {
    return "mixed load for a while (--minutes N, --rate PERCENT of the time, --data DIR, written to): heap,"
        + " threads, files";
  }

  @Override
  public List<Table> run(Options options) throws IOException {
    Optional<Path> given = options.findPath("data");
    if (given.isPresent()) {
      return List.of(measure(given.get(), options));
    }
    Path made = Files.createTempDirectory("tagwire-bench");
    try {
      return List.of(
          Seed.fill(made, options.number("articles", Seed.ARTICLES)), measure(made, options));
    } finally {
      Child.delete(made);
    }
  }

  private static Table measure(Path data, Options options) throws IOException {
    Path list = Files.createTempFile("tagwire-bench", ".paths");
    try (Child child = Child.start(ServingChild.class, options, data.toString())) {
      int port = Integer.parseInt(child.answer().get("port"));
      child.ask("paths " + list);
      try (Listeners listeners = Listeners.open(port, HOME, LISTENERS)) {
        return rows(child, port, mixed(list), listeners, options);
      }
    } finally {
      Files.delete(list);
    }
  }

  /** Returns the addresses of all kinds of pages, mixed the same way each time. */
  private static List<String> mixed(Path list) throws IOException {
    List<String> paths = new ArrayList<>();
    for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
      paths.add(line.substring(line.indexOf(' ') + 1));
    }
    Collections.shuffle(paths, new Random(6));
    return paths;
  }

  private static Table rows(
      Child child, int port, List<String> paths, Listeners listeners, Options options)
      throws IOException {
    int minutes = options.number("minutes", MINUTES);
    Duration busy = Duration.ofMillis(10L * Math.min(100, options.number("rate", SHARE)));
    Table.Draft table =
        Table.of(
            "Memory under mixed load",
            "minute",
            "heap after collection, MiB",
            "outside the heap, MiB",
            "threads",
            "files",
            "pages so far",
            "live pages told");
    List<double[]> heap = new ArrayList<>();
    long pages = 0;
    for (int second = 0; second <= minutes * 60; second++) {
      if (second % SECONDS_A_ROW == 0) {
        Map<String, String> state = child.ask("state");
        double used = Double.parseDouble(state.getOrDefault("heap", "0"));
        heap.add(new double[] {second / 60.0, used});
        table.row(
            Table.figure(second / 60.0, 1),
            Table.figure(used, 1),
            state.getOrDefault("direct", ""),
            state.getOrDefault("threads", ""),
            state.getOrDefault("files", ""),
            Long.toString(pages),
            Integer.toString(listeners.told()));
      }
      if (second % SECONDS_A_STORY == 0) {
        child.ask("models");
      }
      pages += second(port, paths, busy, second);
    }
    return table
        .note(
            "heap after the first third: "
                + Table.figure(slope(heap.subList(heap.size() / 3, heap.size())) * 1024, 0)
                + " KiB a minute by least squares; "
                + READERS
                + " readers as fast as they can "
                + busy.toMillis()
                + " ms of every second, "
                + LISTENERS
                + " open live pages, an article every "
                + SECONDS_A_STORY
                + " s")
        .done();
  }

  private static long second(int port, List<String> paths, Duration busy, int second)
      throws IOException {
    long begun = System.nanoTime();
    int from = second * 997 % paths.size();
    List<String> turned = new ArrayList<>(paths.subList(from, paths.size()));
    turned.addAll(paths.subList(0, from));
    long pages = Load.run(port, turned, READERS, busy).pages();
    try {
      Thread.sleep(Math.max(0, 1_000 - Duration.ofNanos(System.nanoTime() - begun).toMillis()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted under load", e);
    }
    return pages;
  }

  private static double slope(List<double[]> points) {
    double x = points.stream().mapToDouble(p -> p[0]).average().orElse(0);
    double y = points.stream().mapToDouble(p -> p[1]).average().orElse(0);
    double up = points.stream().mapToDouble(p -> (p[0] - x) * (p[1] - y)).sum();
    double across = points.stream().mapToDouble(p -> (p[0] - x) * (p[0] - x)).sum();
    return across == 0 ? 0 : up / across;
  }
}
