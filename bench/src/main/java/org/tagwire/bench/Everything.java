package org.tagwire.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tagwire.newsstand.Newsstand;
import org.tagwire.newsstand.archive.RealPages;
import org.tagwire.newsstand.archive.RealStream;
import org.tagwire.newsstand.newsroom.Newsroom;
import org.tagwire.newsstand.press.Press;
import org.tagwire.newsstand.site.World;

/** Everything on, pages and understanding and embedding, from a newsstand; then stage by stage. */
final class Everything implements Benchmark {
  private static final Map<String, String> STAGES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("1-extract", "extract (articles with a page)"),
              Map.entry("2-language", "language"),
              Map.entry("3-tags", "hashtags"),
              Map.entry("4-embedding", "embedding"),
              Map.entry("5-category", "category"),
              Map.entry("6-print", "print for copies"),
              Map.entry("7-copies", "copies"),
              Map.entry("8-story", "story"),
              Map.entry("9-accept", "store: accept"),
              Map.entry("A-place", "store: place"),
              Map.entry("B-index", "index (own thread; merges not counted)")));

  @Override
  public String name() {
    return "everything";
  }

  @Override
  public String purpose() {
    return "everything on, from the fictional newsstand, or real sets (--pages DIR, --stream DIR); each stage";
  }

  @Override
  public List<Table> run(Options options) throws IOException {
    List<Table> tables =
        new ArrayList<>(run("fictional newsroom", new Press(Newsroom.shipped()), options));
    Optional<Path> pages = options.findPath("pages");
    if (pages.isPresent()) {
      tables.addAll(run("real pages", RealPages.open(pages.get()), options));
    }
    Optional<Path> stream = options.findPath("stream");
    if (stream.isPresent()) {
      tables.addAll(run("real stream", RealStream.open(stream.get()), options));
    }
    return tables;
  }

  private static List<Table> run(String title, World world, Options options) throws IOException {
    Path folder = Files.createTempDirectory("tagwire-bench");
    try (Newsstand stand =
        Newsstand.open(world, org.tagwire.newsstand.Options.at(InstantSource.system()))) {
      Path data = Files.createDirectory(folder.resolve("data"));
      Files.writeString(data.resolve("settings.toml"), settings(stand));
      Path opml = Files.writeString(folder.resolve("feeds.opml"), opml(stand));
      List<Table> tables = new ArrayList<>();
      try (Child child = Child.start(PollingChild.class, options, data.toString())) {
        child.ask("import " + opml);
        tables.add(journey(title, child.ask("poll"), child));
        tables.add(Disk.table("Disk, " + title, child.ask("sizes")));
      }
      try (Child child =
          Child.start(StageChild.class, options, data.toString(), folder.toString())) {
        tables.add(1, stages(title, child.answer()));
      }
      return tables;
    } finally {
      Child.delete(folder);
    }
  }

  private static Table journey(String title, Map<String, String> poll, Child child)
      throws IOException {
    double articles = Double.parseDouble(poll.getOrDefault("articles", "0"));
    double cpu = Double.parseDouble(poll.get("cpu")) / 1e9;
    double wall = Double.parseDouble(poll.get("wall")) / 1e9;
    return Table.of(
            "Everything on, " + title,
            "articles",
            "CPU s",
            "CPU ms / article",
            "articles / CPU s",
            "articles/s",
            "PSS MiB then")
        .row(
            poll.getOrDefault("articles", "0"),
            Table.figure(cpu, 1),
            Table.figure(1e3 * cpu / articles, 1),
            Table.figure(articles / cpu, 1),
            Table.figure(articles / wall, 1),
            child.memory().map(m -> Table.figure(m, 0)).orElse("not told"))
        .note(
            "from the start of the JVM, loading of models included; failing sources: "
                + poll.get("failing"))
        .done();
  }

  private static Table stages(String title, Map<String, String> laps) {
    Table.Draft table =
        Table.of(
            "Stages, " + title,
            "stage",
            "articles",
            "CPU µs / article, first round",
            "second round");
    double[] sum = new double[2];
    STAGES.forEach(
        (key, name) -> {
          String[] first = laps.getOrDefault(key + "#1", "0/0").split("/");
          String[] second = laps.getOrDefault(key + "#2", "0/0").split("/");
          sum[0] += Double.parseDouble(first[0]);
          sum[1] += Double.parseDouble(second[0]);
          table.row(
              name,
              first[1],
              Table.figure(Double.parseDouble(first[0]), 0),
              Table.figure(Double.parseDouble(second[0]), 0));
        });
    return table
        .row("all", "", Table.figure(sum[0], 0), Table.figure(sum[1], 0))
        .note(
            "CPU time of the calling thread; the first round has the warm-up (the JIT's own threads not counted), the second does not")
        .done();
  }

  private static String settings(Newsstand stand) {
    String names =
        stand.hosts().entrySet().stream()
            .map(host -> "\"" + host.getKey() + "\" = \"" + address(host.getValue()) + "\"")
            .collect(Collectors.joining("\n"));
    return String.format(
        Locale.ROOT,
        """
        own-host-gap = "0"
        own-poll-floor = "1s"
        parallel-polls = 16
        allow-networks = ["127.0.0.0/8:%d-%d"]
        [host-names]
        %s
        """,
        stand.port(),
        stand.port(),
        names);
  }

  private static String address(InetAddress address) {
    return address.getHostAddress();
  }

  private static String opml(Newsstand stand) {
    String feeds =
        stand.subscriptions().stream()
            .map(
                s ->
                    "<outline type=\"rss\" text=\""
                        + escaped(s.publisher())
                        + "\" xmlUrl=\""
                        + escaped(s.address().toString())
                        + "\"/>")
            .collect(Collectors.joining("\n"));
    return "<opml version=\"2.0\"><body>\n" + feeds + "\n</body></opml>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
