package org.tagwire.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.tagwire.extract.ArticleExtractor;
import org.tagwire.extract.ExtractedPage;
import org.tagwire.extract.PageInput;
import org.tagwire.model.Moment;
import org.tagwire.model.Paragraph;
import org.tagwire.sets.SharedSets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The extractor over the development pages: it may become better, not worse. */
class PageQualityTest {
  private static final double BODY = 0.975;
  private static final double SEGMENTS = 0.935;
  private static final double RIGHT_DAYS = 0.92;
  private static final double WRONG_DAYS = 0.06;

  private final JsonMapper json = new JsonMapper();
  private final ArticleExtractor extractor = new ArticleExtractor();

  @Test
  void isAsGoodAsItWas() throws IOException {
    Optional<Path> pages = SharedSets.find("pages");
    if (pages.isEmpty()) {
      return;
    }
    PageMeasure measure = new PageMeasure();
    for (String line : Files.readAllLines(pages.get().resolve("pages.jsonl"))) {
      measure(json.readTree(line), pages.get().resolve("html"), measure);
    }
    System.out.println("development pages: " + measure);
    assertThat(measure.body().f1()).as("body F1").isGreaterThanOrEqualTo(BODY);
    assertThat(measure.segments().f1()).as("segments F1").isGreaterThanOrEqualTo(SEGMENTS);
    assertThat(measure.days().right()).as("right days").isGreaterThanOrEqualTo(RIGHT_DAYS);
    assertThat(measure.days().wrong()).as("wrong days").isLessThanOrEqualTo(WRONG_DAYS);
  }

  @Test
  void runsOfFourWordsAreCountedOncePerOccurrence() {
    PageMeasure measure = new PageMeasure();
    measure
        .body()
        .add(
            "The harbour was closed on Monday, the mayor said.",
            "The harbour was closed on Monday.");
    measure.body().add("Nobody was hurt.", "");

    assertThat(measure.body().pages()).isEqualTo(2);
    assertThat(measure.body().precision()).as("nothing found, nothing wrong").isEqualTo(1);
    assertThat(measure.body().recall()).isCloseTo((3 / 6.0 + 0) / 2, within(1e-9));
    assertThat(measure.body().f1()).isCloseTo(2 * 0.25 / 1.25, within(1e-9));
  }

  @Test
  void segmentsAreFoundWhateverTheWhiteSpace() {
    PageMeasure measure = new PageMeasure();
    measure
        .segments()
        .add(
            List.of(" closed\u00a0on Monday", "nobody was hurt"),
            List.of("Read more", "subscribe"),
            "The harbour was closed\non Monday. Read more");

    assertThat(measure.segments().precision()).isEqualTo(0.5);
    assertThat(measure.segments().recall()).isEqualTo(0.5);
  }

  @Test
  void aDayIsComparedInThePagesOwnOffset() {
    PageMeasure measure = new PageMeasure();
    measure.days().add("2031-05-02", "2031-05-02T00:10:00+05:00");
    measure.days().add("2031-05-02", "2031-05-01");
    measure.days().add("2031-05-02", "");
    measure.days().add("2031-05-02", "2031-05-02");

    assertThat(measure.days().right()).isEqualTo(0.5);
    assertThat(measure.days().wrong()).isCloseTo(1 / 3.0, within(1e-9));
  }

  private void measure(JsonNode page, Path folder, PageMeasure measure) throws IOException {
    byte[] html = unzipped(folder.resolve(page.path("file").asString()));
    ExtractedPage found = extractor.extract(PageInput.of(html, null, page.path("url").asString()));
    String text = found.printed().stream().map(Paragraph::text).collect(Collectors.joining("\n\n"));
    if (page.has("articleBody")) {
      measure.body().add(page.path("articleBody").asString(), text);
    }
    if (page.has("with")) {
      measure.segments().add(texts(page.path("with")), texts(page.path("without")), text);
    }
    String day = page.path("date").asString("");
    if (!day.isEmpty()) {
      measure.days().add(day, found.findPublished().map(Moment::iso).orElse(""));
    }
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  private static byte[] unzipped(Path file) throws IOException {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      return in.readAllBytes();
    }
  }
}
