package org.tagwire.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.category.Categoriser;
import org.tagwire.category.CategoryView;
import org.tagwire.embedding.Embedder;
import org.tagwire.embedding.OnnxEmbedder;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Category;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Paragraph;
import org.tagwire.sets.SharedSets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of texts whose publisher says nothing: they may become better, not worse. */
class FieldQualityTest {
  private static final Categoriser CATEGORISER = new Categoriser();
  private static final Embedder MEANING = new OnnxEmbedder();

  /** One text of five, for a run that everybody waits for. */
  private static final int SAMPLE = 5;

  private final JsonMapper json = new JsonMapper();

  @AfterAll
  static void free() {
    MEANING.close();
  }

  @Test
  void tellsTheFieldsOfOurOwnNewsByMeaningAndWords() {
    FieldMeasure measure = own("en"::equals, MEANING);
    System.out.println("own headlines by meaning and words: " + measure);
    assertThat(measure.right()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void tellsTheFieldsOfOurOwnNewsByWordsAlone() {
    FieldMeasure measure = own("en"::equals, Embedder.none());
    System.out.println("own headlines by words alone: " + measure);
    assertThat(measure.right()).isGreaterThanOrEqualTo(0.78);
  }

  @Test
  void tellsTheFieldsOfOurOwnNewsInOtherLanguages() {
    FieldMeasure measure = own(language -> !language.equals("en"), MEANING);
    System.out.println("own headlines in other languages: " + measure);
    assertThat(measure.right()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void isAsGoodAsItWasOnASample() throws IOException {
    Map<String, FieldMeasure> sets = collections(MEANING, SAMPLE);
    assertFloor(sets, "bbc", 0.90, 0.95);
    assertFloor(sets, "agnews", 0.81, 0.95);
    assertFloor(sets, "huffpost", 0.73, 0.90);
  }

  @Test
  @Tag("deep")
  void isAsGoodAsItWas() throws IOException {
    Map<String, FieldMeasure> sets = collections(MEANING, 1);
    assertFloor(sets, "bbc", 0.91, 0.98);
    assertFloor(sets, "agnews", 0.835, 0.98);
    assertFloor(sets, "huffpost", 0.76, 0.95);
  }

  @Test
  void isAsGoodAsItWasWithoutASentenceModel() throws IOException {
    Map<String, FieldMeasure> sets = collections(Embedder.none(), 1);
    assertFloor(sets, "bbc", 0.91, 0.95);
    assertFloor(sets, "agnews", 0.77, 0.93);
    assertFloor(sets, "huffpost", 0.67, 0.90);
  }

  @ParameterizedTest
  @CsvSource({"tech,technology,true", "Sci/Tech,science,true", "WORLD NEWS,politics,false"})
  void knowsWhatALabelMayMean(String label, String field, boolean meant) {
    assertThat(FieldMeasure.meanings(label).contains(field)).isEqualTo(meant);
  }

  private static void assertFloor(
      Map<String, FieldMeasure> sets, String name, double right, double answered) {
    FieldMeasure measure = sets.get(name);
    if (measure != null) {
      System.out.println(name + ": " + measure);
      assertThat(measure.right()).as("right of " + name).isGreaterThanOrEqualTo(right);
      assertThat(measure.answered()).as("answered of " + name).isGreaterThanOrEqualTo(answered);
    }
  }

  private Map<String, FieldMeasure> collections(Embedder embedder, int every) throws IOException {
    Optional<Path> file = SharedSets.find("categories");
    Map<String, FieldMeasure> sets = new TreeMap<>();
    if (file.isEmpty()) {
      return sets;
    }
    int line = 0;
    for (String text : Files.readAllLines(file.get().resolve("categories.jsonl"))) {
      JsonNode item = json.readTree(text);
      Set<String> meant = FieldMeasure.meanings(item.path("category").asString());
      if (line++ % every == 0 && !meant.isEmpty()) {
        Category found =
            field("en", item.path("title").asString(), item.path("text").asString(), embedder);
        sets.computeIfAbsent(item.path("set").asString(), s -> new FieldMeasure())
            .add(meant, found);
      }
    }
    return sets;
  }

  private static FieldMeasure own(Predicate<String> language, Embedder embedder) {
    FieldMeasure measure = new FieldMeasure();
    for (String line : lines()) {
      String[] parts = line.split(" \\| ");
      if (language.test(parts[0])) {
        measure.add(Set.of(parts[1]), field(parts[0], parts[2], parts[3], embedder));
      }
    }
    return measure;
  }

  private static Category field(String language, String title, String body, Embedder embedder) {
    List<Paragraph> paragraphs =
        body.isBlank() ? List.of() : List.of(Paragraph.of(body.strip().replaceAll("\\s+", " ")));
    ArticleText text =
        new ArticleText(
            title, "", "", paragraphs, "", List.of(), null, ArticleText.BodySource.GIVEN);
    CategoryView view =
        new CategoryView(
            new Language(language),
            "",
            text,
            embedder.embed(title + ". " + text.plain()).orElse(null));
    return CATEGORISER.categorise(view, Knowledge.NONE).category();
  }

  private static List<String> lines() {
    try (InputStream in = FieldQualityTest.class.getResourceAsStream("fields.txt")) {
      return new String(
              java.util.Objects.requireNonNull(in, "fields.txt").readAllBytes(),
              StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
