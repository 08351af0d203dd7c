package org.tagwire.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Bytes on disk for each article, by part. */
final class Disk implements Benchmark {
  @Override
  public String name() {
    return "disk";
  }

  @Override
  public String purpose() {
    return "bytes an article by part, of any data directory that no server has open (--data DIR)";
  }

  @Override
  public List<Table> run(Options options) throws IOException {
    Optional<Path> data = options.findPath("data").filter(Files::isDirectory);
    if (data.isEmpty()) {
      return List.of(
          Table.skipped(
              "Disk",
              "say which data directory with --data DIR; 'seed' makes one, 'feeds' tells its own"));
    }
    try (Child child = Child.start(PollingChild.class, options, data.get().toString())) {
      return List.of(table("Disk of " + data.get().getFileName(), child.ask("sizes")));
    }
  }

  /** Makes a table of what a {@link PollingChild} says. */
  static Table table(String title, Map<String, String> said) {
    Map<String, Long> parts = new TreeMap<>();
    said.forEach((part, bytes) -> parts.put(part, Long.parseLong(bytes)));
    long count = Math.max(1, Optional.ofNullable(parts.remove("count")).orElse(1L));
    long sum = parts.values().stream().mapToLong(Long::longValue).sum();
    Table.Draft table = Table.of(title, "part", "MiB", "bytes / article");
    parts.forEach(
        (part, bytes) ->
            table.row(
                part, Table.figure(bytes / 1048576.0, 1), Table.figure((double) bytes / count, 0)));
    return table
        .row("all", Table.figure(sum / 1048576.0, 1), Table.figure((double) sum / count, 0))
        .note(count + " articles; the write-ahead log is not counted")
        .done();
  }
}
