package org.tagwire.architecture;

import static java.util.Map.entry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which package may use which: the table of the design, once.
 *
 * <p>Names are relative to {@code org.tagwire}. A package without a line of its own stands under
 * the longest line that begins its name, and may use whatever stands under the same line.
 */
final class Arrows {

  private static final String[] WORDS = {"model", "url", "text", "dates", "html", "rights"};
  private static final String[] STAGES = {
    "feed", "extract", "language", "hashtag", "category", "copies", "story", "watch"
  };
  private static final String[] PORTS = {"store", "index", "shards"};
  private static final String[] ADAPTERS = {"store.sqlite", "index.lucene", "shards.local"};

  private static final Map<String, Set<String>> TABLE =
      Map.ofEntries(
          entry("model", Set.of()),
          entry("url", Set.of("model")),
          entry("text", Set.of("model")),
          entry("dates", Set.of("model")),
          entry("html", Set.of("model", "url")),
          entry("rights", Set.of("model", "text", "dates")),
          entry("fetch", Set.of("model", "url", "rights")),
          entry("discovery", Set.of("model", "url", "rights", "fetch")),
          entry("picture", Set.of("model", "url", "fetch")),
          entry("embedding", Set.of("model")),
          entry("names", Set.of("model", "text")),
          entry("feed", union(WORDS, "embedding")),
          entry("extract", union(WORDS, "embedding")),
          entry("language", union(WORDS, "embedding")),
          entry("hashtag", union(WORDS, "embedding", "names")),
          entry("category", union(WORDS, "embedding")),
          entry("copies", union(WORDS, "embedding")),
          entry("story", union(WORDS, "embedding")),
          entry("watch", union(WORDS, "embedding")),
          entry("store", Set.of("model")),
          entry("index", Set.of("model")),
          entry("shards", Set.of("model")),
          entry("store.sqlite", Set.of("model", "store")),
          entry("index.lucene", Set.of("model", "index")),
          entry("shards.local", Set.of("model", "shards")),
          entry("websub", Set.of("model", "url", "fetch", "store")),
          entry("engines", union(PORTS, ADAPTERS, "model")),
          entry("polling", Set.of("model", "url", "fetch", "feed", "store")),
          entry(
              "ingest", union(WORDS, STAGES, PORTS, "fetch", "discovery", "embedding", "polling")),
          entry("trend", Set.of("model")),
          entry("doctor", Set.of("model", "url", "store")),
          entry("search", Set.of("model", "text")),
          entry("query", union(PORTS, "model", "url", "text", "rights", "trend", "search")),
          entry(
              "server",
              union(
                  WORDS,
                  STAGES,
                  PORTS,
                  "fetch",
                  "discovery",
                  "picture",
                  "websub",
                  "embedding",
                  "engines",
                  "polling",
                  "ingest",
                  "trend",
                  "doctor",
                  "search",
                  "query",
                  "newsstand")),
          entry("newsstand", Set.of()));

  private Arrows() {}

  /** Finds the line a package stands under; empty when the table does not know it. */
  static Optional<String> findLine(String pack) {
    return TABLE.keySet().stream()
        .filter(line -> pack.equals(line) || pack.startsWith(line + "."))
        .max(Comparator.comparingInt(String::length));
  }

  /** Says whether the table lets {@code from} use {@code to}; unknown packages may do nothing. */
  static boolean allow(String from, String to) {
    var source = findLine(from);
    var target = findLine(to);
    if (source.isEmpty() || target.isEmpty()) {
      return false;
    }
    return source.equals(target)
        || TABLE.getOrDefault(source.get(), Set.of()).contains(target.get());
  }

  private static Set<String> union(String[] group, String... more) {
    var all = new HashSet<>(Arrays.asList(group));
    all.addAll(Arrays.asList(more));
    return Set.copyOf(all);
  }

  private static Set<String> union(String[] group, String[] second, String... more) {
    var all = new HashSet<>(union(group, second));
    all.addAll(Arrays.asList(more));
    return Set.copyOf(all);
  }

  private static Set<String> union(
      String[] group, String[] second, String[] third, String... more) {
    var all = new HashSet<>(union(group, second));
    all.addAll(union(third, more));
    return Set.copyOf(all);
  }
}
