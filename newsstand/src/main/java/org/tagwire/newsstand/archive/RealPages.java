package org.tagwire.newsstand.archive;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tagwire.newsstand.site.Dateline;
import org.tagwire.newsstand.site.Site;
import org.tagwire.newsstand.site.World;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stored web pages as a world: each page's host is a publisher with an RSS feed of titles and
 * links, so that everything else must be found on the page. A page without a web address lives on
 * {@code unaddressed.example}. Immutable; pages are read from their files when asked for.
 */
public final class RealPages implements World {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<StoredPage> pages;

  private RealPages(List<StoredPage> pages) {
    this.pages = List.copyOf(pages);
  }

  /**
   * Reads the list of pages.
   *
   * @param folder with {@code pages.jsonl} (fields {@code file} and {@code url}) and the gzip files
   *     in {@code html/}
   */
  public static RealPages open(Path folder) throws IOException {
    Path html = folder.resolve("html");
    List<StoredPage> pages = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(folder.resolve("pages.jsonl"))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode entry = JSON.readTree(line);
        String file = entry.required("file").asString();
        pages.add(new StoredPage(html.resolve(file), address(entry, file)));
      }
    }
    return new RealPages(pages);
  }

  /** How many pages there are. */
  public int size() {
    return pages.size();
  }

  @Override
  public List<Site> sites(Dateline dateline) {
    return ArchiveSite.byHost(pages, "pages", dateline);
  }

  private static WebAddress address(JsonNode entry, String file) {
    String name = "/" + WebAddress.encode(file.replaceFirst("\\.gz$", ""));
    return WebAddress.parse(entry.required("url").asString())
        .orElseGet(() -> new WebAddress("unaddressed.example", name));
  }
}
