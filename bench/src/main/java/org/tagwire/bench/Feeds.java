package org.tagwire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Feeds in, articles stored and searchable; then the same feeds unchanged, and with one new item
 * each.
 */
final class Feeds implements Benchmark {
  private static final int SMALL = 1_000;
  private static final int LARGE = 5_000;
  private static final int ROUNDS = 3;

  @Override
  public String name() {
    return "feeds";
  }

  @Override
  public String purpose() {
    return "feeds in: stored and searchable; unchanged polls; beside newsboat (--rig FILE, --feeds"
        + " N)";
  }

  @Override
  public List<Table> run(Options options) throws IOException {
    Optional<Path> program = Rig.find(options);
    if (program.isEmpty()) {
      return List.of(
          Table.skipped(
              "Feeds in", "there is no rig; say where it is with --rig FILE or TAGWIRE_RIG"));
    }
    List<Table> tables =
        new ArrayList<>(run(program.get(), options.number("feeds", SMALL), options));
    if (options.deep()) {
      tables.addAll(run(program.get(), LARGE, options));
    }
    return tables;
  }

  private static List<Table> run(Path program, int feeds, Options options) throws IOException {
    Path folder = Files.createTempDirectory("tagwire-bench");
    try (Rig rig = Rig.open(program, feeds)) {
      String opml = rig.opml();
      Path subscriptions = Files.writeString(folder.resolve("feeds.opml"), opml);
      Path data = Files.createDirectory(folder.resolve("data"));
      Files.writeString(data.resolve("settings.toml"), settings(rig));
      List<Table> tables = new ArrayList<>();
      String before = Machine.load();
      Map<String, String> first;
      try (Child child = Child.start(PollingChild.class, options, data.toString())) {
        child.ask("import " + subscriptions);
        first = child.ask("poll");
        tables.add(refreshed(rig, child, feeds));
        tables.add(
            Disk.table("Disk after " + feeds + " feeds, nothing understood", child.ask("sizes")));
      }
      tables.addFirst(stored(feeds, first, Newsboat.reload(opml, folder), before));
      return tables;
    } finally {
      Child.delete(folder);
    }
  }

  /** What all aggregators do: no page is fetched and nothing understood. */
  private static String settings(Rig rig) {
    return String.format(
        Locale.ROOT,
        """
        understand = "off"
        fetch-pages = "off"
        embedding = "off"
        own-host-gap = "0"
        allow-networks = ["127.0.0.0/8:%d-%d"]
        """,
        rig.port(),
        rig.port());
  }

  private static Table stored(
      int feeds, Map<String, String> first, Optional<Newsboat.Account> other, String before) {
    double cpu = seconds(first.getOrDefault("cpu", "0"));
    double rate = Double.parseDouble(first.getOrDefault("articles", "0")) / cpu;
    Table.Draft table =
        Table.of(
            "Feeds in, " + feeds + " feeds",
            "",
            "entries",
            "CPU s",
            "entries / CPU s",
            "wall s",
            "ratio");
    table.row(
        "Tagwire, from the start of its JVM",
        first.getOrDefault("articles", "0"),
        Table.figure(cpu, 1),
        Table.figure(rate, 0),
        Table.figure(seconds(first.getOrDefault("wall", "0")), 1),
        "1.00");
    other.ifPresentOrElse(
        n ->
            table.row(
                "newsboat",
                Long.toString(n.entries()),
                Table.figure(n.cpuSeconds(), 1),
                Table.figure(n.entries() / n.cpuSeconds(), 0),
                Table.figure(n.wallSeconds(), 1),
                Table.figure(n.entries() / n.cpuSeconds() / rate, 2)),
        () -> table.note("newsboat is not installed here: not compared"));
    return table
        .note(
            "of the CPU time "
                + spent(first, "jit")
                + " s were the JIT's and "
                + spent(first, "gc")
                + " s the collector's")
        .note(
            "in the index: "
                + first.getOrDefault("found", "0")
                + "; failing sources: "
                + first.getOrDefault("failing", "0")
                + "; load average before: "
                + before)
        .done();
  }

  private static String spent(Map<String, String> account, String what) {
    return Table.figure(Double.parseDouble(account.get(what)), 1);
  }

  private static Table refreshed(Rig rig, Child child, int feeds) throws IOException {
    Table.Draft table =
        Table.of(
            "Polls that bring nothing, and little, " + feeds + " feeds",
            "",
            "answers",
            "CPU s",
            "CPU ms / poll",
            "articles then");
    for (int round = 1; round <= ROUNDS; round++) {
      row(table, "unchanged, round " + round, "feed304", rig, child);
    }
    rig.publish(1);
    row(table, "one new item a feed", "feed200", rig, child);
    return table.note("answers counted at the rig: 304, and 200 for the last row").done();
  }

  private static void row(Table.Draft table, String what, String counter, Rig rig, Child child)
      throws IOException {
    long before = rig.counted(counter);
    Map<String, String> refresh = child.ask("refresh");
    long polls = rig.counted(counter) - before;
    double cpu = seconds(refresh.getOrDefault("cpu", "0"));
    table.row(
        what,
        Long.toString(polls),
        Table.figure(cpu, 2),
        Table.figure(1e3 * cpu / Math.max(1, polls), 3),
        refresh.getOrDefault("articles", "0"));
  }

  private static double seconds(String nanos) {
    return Double.parseDouble(nanos) / 1e9;
  }
}
