package org.tagwire.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tagwire.language.LanguageDetector;
import org.tagwire.model.Language;
import org.tagwire.sets.SharedSets;

/** The language detector over the development sentences: it may become better, not worse. */
class LanguageQualityTest {
  private static final double TEXT_ALONE = 0.955;
  private static final double DECLARED = 0.99;
  private static final int EVERY = 5;

  /** Languages of the sentences that the detector does not know. */
  private static final Set<String> UNKNOWN = Set.of("lg", "om", "sn", "st", "tn", "ts", "xh", "yo");

  private final LanguageDetector detector = new LanguageDetector();

  @Test
  void isAsGoodAsItWas() throws IOException {
    Optional<Path> folder = SharedSets.find("language");
    if (folder.isEmpty()) {
      return;
    }
    List<String> lines = sample(folder.get().resolve("sentences.tsv.gz"));
    double alone = right(lines, false);
    double declared = right(lines, true);
    System.out.printf(
        "development sentences: %d, right %.4f from text alone, %.4f declared%n",
        lines.size(), alone, declared);
    assertThat(alone).as("text alone").isGreaterThanOrEqualTo(TEXT_ALONE);
    assertThat(declared).as("declared").isGreaterThanOrEqualTo(DECLARED);
  }

  private double right(List<String> lines, boolean declared) {
    long right =
        lines.stream()
            .filter(
                line -> {
                  Language language = new Language(code(line));
                  String text = line.substring(line.indexOf('\t') + 1);
                  return detector
                      .detect(text, declared ? Optional.of(language) : Optional.empty())
                      .language()
                      .equals(language);
                })
            .count();
    return right / (double) lines.size();
  }

  private static List<String> sample(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(line -> !UNKNOWN.contains(code(line))).toList();
      return java.util.stream.IntStream.range(0, lines.size())
          .filter(i -> i % EVERY == 0)
          .mapToObj(lines::get)
          .toList();
    }
  }

  private static String code(String line) {
    return line.substring(0, line.indexOf('\t'));
  }
}
