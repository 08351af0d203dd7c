package org.tagwire.newsstand.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.tagwire.newsstand.site.Dateline;
import org.tagwire.newsstand.site.Site;
import org.tagwire.newsstand.site.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A stream of dated articles as a world: hosts are publishers with full-text feeds and simple
 * pages. An article is there from the first instant of its day, so a clock set into the stream's
 * time makes it flow. Articles without a web address are left out. Immutable, and held in memory.
 */
public final class RealStream implements World {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<StreamArticle> articles;

  private RealStream(List<StreamArticle> articles) {
    this.articles = List.copyOf(articles);
  }

  /**
   * Reads all files {@code stream*.jsonl.gz} of a folder.
   *
   * @param folder with JSON lines of published (a day), publisher, byline, title, text and url
   */
  public static RealStream open(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> entries = Files.list(folder)) {
      files =
          entries
              .filter(file -> file.getFileName().toString().matches("stream.*\\.jsonl\\.gz"))
              .sorted()
              .toList();
    }
    if (files.isEmpty()) {
      throw new IOException("no stream*.jsonl.gz in " + folder);
    }
    List<StreamArticle> articles = new ArrayList<>();
    for (Path file : files) {
      read(file, articles);
    }
    return new RealStream(articles);
  }

  /** How many articles there are. */
  public int size() {
    return articles.size();
  }

  @Override
  public List<Site> sites(Dateline dateline) {
    return ArchiveSite.byHost(articles, "stream", dateline);
  }

  private static void read(Path file, List<StreamArticle> articles) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode entry = JSON.readTree(line);
        WebAddress.parse(entry.required("url").asString())
            .map(address -> StreamArticle.of(entry, address))
            .ifPresent(articles::add);
      }
    }
  }
}
