package org.tagwire.bench;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import net.dankito.readability4j.Readability4J;
import org.jsoup.parser.Parser;
import org.tagwire.extract.PageInput;
import org.tagwire.html.HtmlDecoder;

/**
 * Articles out of pages, beside other extractors. One thread; the contestants read the same pages
 * in turn, round by round, so that they share what else the machine does. Each is given the bytes
 * and does the whole of its work: decoding is ours for all of them.
 */
final class Extraction implements Benchmark {
  private static final String OURS = "Tagwire";
  private static final String URL = "https://gazette.example/news/1";
  private static final int PAGES = 500;
  private static final int WARM_UP = 3;
  private static final int ROUNDS = 5;
  private static final int MANY_ROUNDS = 15;

  @Override
  public String name() {
    return "extract";
  }

  @Override
  public String purpose() {
    return "articles out of pages, beside jsoup, Readability4J and boilerpipe (--pages DIR of *.gz)";
  }

  @Override
  public List<Table> run(Options options) throws IOException {
    Optional<Path> folder = options.findPath("pages");
    List<byte[]> pages = folder.isPresent() ? read(folder.get()) : FictionPages.make(PAGES);
    if (pages.isEmpty()) {
      return List.of(Table.skipped("Articles out of pages", "there is no *.gz in --pages"));
    }
    String before = Machine.load();
    rounds(pages, WARM_UP);
    Map<String, Stopwatch.Lap> laps = rounds(pages, options.deep() ? MANY_ROUNDS : ROUNDS);
    Table.Draft table =
        Table.of("Articles out of pages", "", "pages / CPU s", "CPU ms / page", "ratio");
    double ours = ours(laps);
    for (Map.Entry<String, Stopwatch.Lap> lap : laps.entrySet()) {
      double took = lap.getValue().microseconds();
      table.row(
          lap.getKey(),
          Table.figure(1e6 / took, 0),
          Table.figure(took / 1e3, 2),
          Table.figure(ours / took, 2));
    }
    long bytes = pages.stream().mapToLong(page -> page.length).sum();
    return List.of(
        table
            .note(
                pages.size()
                    + (folder.isPresent() ? " pages given" : " pages made up")
                    + ", "
                    + bytes / pages.size() / 1024
                    + " KB each on average; one thread, its own CPU time; the ratio is of rates")
            .note("load average before: " + before + "; after: " + Machine.load())
            .done());
  }

  /** Each returns the length of the text it has found. */
  private static Map<String, ToIntFunction<byte[]>> contestants() {
    Map<String, ToIntFunction<byte[]>> contestants = new LinkedHashMap<>();
    org.tagwire.extract.ArticleExtractor ours = new org.tagwire.extract.ArticleExtractor();
    contestants.put(
        OURS,
        page ->
            ours.extract(PageInput.of(page, null, URL)).paragraphs().stream()
                .mapToInt(paragraph -> paragraph.text().length())
                .sum());
    contestants.put("jsoup, parse only", page -> Parser.parse(decode(page), URL).childNodeSize());
    contestants.put("Readability4J 1.0.8", Extraction::readability);
    contestants.put("boilerpipe 1.2.3", Extraction::boilerpipe);
    return contestants;
  }

  private static Map<String, Stopwatch.Lap> rounds(List<byte[]> pages, int count) {
    Stopwatch stopwatch = new Stopwatch();
    Map<String, ToIntFunction<byte[]>> contestants = contestants();
    for (int round = 0; round < count; round++) {
      contestants.forEach(
          (name, contestant) ->
              stopwatch.time(name, pages.size(), () -> pages.stream().mapToInt(contestant).sum()));
    }
    return stopwatch.laps();
  }

  private static double ours(Map<String, Stopwatch.Lap> laps) {
    Stopwatch.Lap lap = laps.get(OURS);
    if (lap == null) {
      throw new IllegalStateException(OURS + " was not measured");
    }
    return lap.microseconds();
  }

  /** It throws on some pages; its time until then counts. */
  private static int readability(byte[] page) {
    try {
      String text = new Readability4J(URL, decode(page)).parse().getTextContent();
      return text == null ? 0 : text.length();
    } catch (IllegalStateException broken) {
      return 0;
    }
  }

  private static int boilerpipe(byte[] page) {
    try {
      return ArticleExtractor.getInstance().getText(decode(page)).length();
    } catch (BoilerpipeProcessingException e) {
      throw new IllegalStateException("boilerpipe could not read a page: " + e.getMessage(), e);
    }
  }

  private static String decode(byte[] page) {
    return HtmlDecoder.decode(page, null);
  }

  private static List<byte[]> read(Path folder) throws IOException {
    List<byte[]> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".gz")).sorted().toList()) {
        try (GZIPInputStream in =
            new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
          pages.add(in.readAllBytes());
        }
      }
    }
    return pages;
  }
}
