package org.tagwire.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tagwire.hashtag.Piece;
import org.tagwire.hashtag.Tagger;
import org.tagwire.model.Grade;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.sets.SharedSets;

/**
 * The chips of Arabic pieces against what a reader wanted, who had not seen them: the newsroom's
 * articles always, sentences of the development set {@code language} where it is present.
 */
class ArabicTagsTest {
  private static final double PRECISION = 0.90;

  private final Tagger tagger = new Tagger();
  private final Map<String, Set<String>> judged = judged();
  private int chips;
  private int wanted;

  @Test
  void givesArabicArticlesTheChipsAReaderWants() throws IOException {
    readNewsroom();
    assertThat(chips).as("chips of the newsroom").isGreaterThanOrEqualTo(15);
    assertPrecision("newsroom");
    Optional<Path> folder = SharedSets.find("language");
    if (folder.isPresent()) {
      readSentences(folder.get().resolve("sentences.tsv.gz"));
      assertPrecision("newsroom and sentences");
    }
  }

  private void readNewsroom() throws IOException {
    for (Path file : newsroom()) {
      for (String article : ("\n" + Files.readString(file)).split("\n=== ", -1)) {
        readArticle(article);
      }
    }
  }

  private void readSentences(Path file) throws IOException {
    try (BufferedReader lines = unzipped(file)) {
      List<String> all = lines.lines().toList();
      for (int i = 0; i < all.size(); i++) {
        Set<String> verdict = judged.get("sentence:" + (i + 1));
        if (verdict != null) {
          String text = all.get(i).substring(all.get(i).indexOf('\t') + 1);
          count(new Piece("", List.of(text), List.of(), Language.ARABIC, List.of()), verdict);
        }
      }
    }
  }

  private void assertPrecision(String what) {
    double precision = wanted / (double) chips;
    System.out.printf(
        Locale.ROOT, "Arabic chips, %s: %d of %d wanted, %.3f%n", what, wanted, chips, precision);
    assertThat(precision).as(what).isGreaterThanOrEqualTo(PRECISION);
  }

  private void readArticle(String article) {
    String[] parts = article.split("\n\n", 2);
    Map<String, String> head = new HashMap<>();
    parts[0]
        .lines()
        .filter(line -> line.indexOf(": ") > 0)
        .forEach(
            line ->
                head.put(
                    line.substring(0, line.indexOf(':')), line.substring(line.indexOf(' ') + 1)));
    Set<String> verdict = judged.get("newsroom:" + head.getOrDefault("slug", ""));
    if (verdict != null && parts.length > 1) {
      List<String> tags = Arrays.stream(head.getOrDefault("tags", "").split(", ", -1)).toList();
      List<String> body =
          parts[1]
              .lines()
              .filter(l -> !l.isBlank())
              .map(l -> l.replaceFirst("^(> |## )", ""))
              .toList();
      count(
          new Piece(head.getOrDefault("title", ""), body, tags, Language.ARABIC, List.of()),
          verdict);
    }
  }

  private void count(Piece piece, Set<String> verdict) {
    for (Tagging tag : tagger.tag(piece, Knowledge.NONE).tags()) {
      if (tag.grade() == Grade.ABOUT) {
        chips++;
        boolean right = verdict.contains(hash(tag.key()));
        wanted += right ? 1 : 0;
        if (!right) {
          System.out.println("not wanted: #" + tag.key());
        }
      }
    }
  }

  private static String hash(TagKey key) {
    String loose =
        key.withoutJoiners().replaceAll("[أإآٱ]", "ا").replace('ى', 'ي').replace('ة', 'ه');
    CRC32 crc = new CRC32();
    crc.update(loose.getBytes(StandardCharsets.UTF_8));
    return String.format(Locale.ROOT, "%08x", crc.getValue());
  }

  private static List<Path> newsroom() throws IOException {
    Path root = Path.of("../newsstand/src/main/resources/newsroom");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(f -> f.getParent().getFileName().toString().matches("stories|singles"))
          .sorted()
          .toList();
    }
  }

  private static Map<String, Set<String>> judged() {
    try (InputStream in = ArabicTagsTest.class.getResourceAsStream("judged/arabic.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .collect(Collectors.toMap(p -> p[0], p -> Set.of(p[1].split(" ", -1))));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static BufferedReader unzipped(Path file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
  }
}
