package org.tagwire.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pages out: CPU time and waiting time of each kind, asked for over HTTP without any cache. */
final class Pages implements Benchmark {
  /** A round of warming up; what the first thousands of pages cost is no measure. */
  private static final Duration ROUND = Duration.ofSeconds(3);

  private static final int FEWEST_PAGES = 20_000;
  private static final int MOST_ROUNDS = 30;

  /** Warm is a server that has become hardly any faster than it was a round ago. */
  private static final double WARM = 0.97;

  private static final Duration TIME = Duration.ofSeconds(5);
  private static final int MANY = 16;
  private static final Map<String, String> KINDS =
      Map.of(
          "full", "hashtag page of 30 cards",
          "any", "hashtag page of any tag",
          "api", "the same by the API",
          "rss", "the same as RSS",
          "search", "search for two words",
          "home", "home",
          "article", "article page");

  @Override
  public String name() {
    return "page";
  }

  @Override
  public String purpose() {
    return "pages of a seeded directory (--data DIR, else one is made; --articles N; --only KIND,KIND), over HTTP on loopback";
  }

  @Override
  public List<Table> run(Options options) throws IOException {
    Optional<Path> given = options.findPath("data");
    if (given.isPresent()) {
      return List.of(measure(given.get(), options));
    }
    Path made = Files.createTempDirectory("tagwire-bench");
    try {
      Table seeded = Seed.fill(made, options.number("articles", Seed.ARTICLES));
      return List.of(seeded, measure(made, options));
    } finally {
      Child.delete(made);
    }
  }

  private static Table measure(Path data, Options options) throws IOException {
    Path list = Files.createTempFile("tagwire-bench", ".paths");
    try (Child child = Child.start(ServingChild.class, options, data.toString())) {
      int port = Integer.parseInt(child.answer().get("port"));
      Map<String, String> size = child.ask("paths " + list);
      Map<String, List<String>> paths = paths(list);
      options.find("only").ifPresent(kinds -> paths.keySet().retainAll(List.of(kinds.split(","))));
      Table.Draft table =
          Table.of(
              "Pages, " + size.get("articles") + " articles",
              "page",
              "CPU µs",
              "p50 ms, 1",
              "p99 ms, 1",
              "CPU µs, " + MANY,
              "p50 ms, " + MANY,
              "p99 ms, " + MANY,
              "pages/s, " + MANY,
              "KB");
      for (Map.Entry<String, List<String>> kind : paths.entrySet()) {
        table.row(row(kind.getKey(), kind.getValue(), port, child));
      }
      return table
          .note(
              "CPU of the whole server process, per page, warmed up a kind until a round of "
                  + ROUND.toSeconds()
                  + " s is hardly faster than the last; no gzip, no If-None-Match")
          .note(
              "asked in turn: "
                  + size.get("full")
                  + " tags with 30 or more articles; "
                  + size.get("tags")
                  + " tags in all; the readers share the processors with the server")
          .done();
    } finally {
      Files.delete(list);
    }
  }

  private static String[] row(String kind, List<String> paths, int port, Child child)
      throws IOException {
    warm(paths, port, child);
    List<String> cells = new ArrayList<>(List.of(KINDS.getOrDefault(kind, kind)));
    measured(cells, paths, port, 1, child);
    Load.Account last = measured(cells, paths, port, MANY, child);
    cells.add(Table.figure(last.pages() / (last.wallNanos() / 1e9), 0));
    String refused = last.refused() == 0 ? "" : " (" + last.refused() + " not 200)";
    cells.add(Table.figure(last.bytes() / 1024.0 / last.pages(), 1) + refused);
    return cells.toArray(String[]::new);
  }

  private static void warm(List<String> paths, int port, Child child) throws IOException {
    double last = Double.MAX_VALUE;
    long pages = 0;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      long before = cpu(child);
      Load.Account account = Load.run(port, paths, 2, ROUND);
      double now = (double) (cpu(child) - before) / account.pages();
      pages += account.pages();
      if (pages >= FEWEST_PAGES && now > WARM * last) {
        return;
      }
      last = now;
    }
  }

  private static Load.Account measured(
      List<String> cells, List<String> paths, int port, int readers, Child child)
      throws IOException {
    long before = cpu(child);
    Load.Account account = Load.run(port, paths, readers, TIME);
    cells.add(Table.figure((cpu(child) - before) / 1e3 / account.pages(), 0));
    cells.add(Table.figure(account.milliseconds(0.5), 2));
    cells.add(Table.figure(account.milliseconds(0.99), 2));
    return account;
  }

  private static long cpu(Child child) throws IOException {
    return Long.parseLong(child.ask("cpu").get("cpu"));
  }

  private static Map<String, List<String>> paths(Path list) throws IOException {
    Map<String, List<String>> paths = new LinkedHashMap<>();
    for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
      String[] parts = line.split(" ", 2);
      paths.computeIfAbsent(parts[0], kind -> new ArrayList<>()).add(parts[1]);
    }
    return paths;
  }
}
