package org.tagwire.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Category;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Vector;

class CategoriserTest {
  private static final Categoriser CATEGORISER = new Categoriser();

  @ParameterizedTest
  @CsvSource({
    "Showbiz,ENTERTAINMENT", "Arts & Entertainment,ENTERTAINMENT", "Wirtschaft,BUSINESS",
        "politique,POLITICS", "deportes,SPORT",
    "رياضة,SPORT", "健康,HEALTH", "Climate Change,ENVIRONMENT", "أسلوب حياة,LIFESTYLE",
        "Наука,SCIENCE"
  })
  void takesThePublishersSectionInManyLanguages(String section, Category category) {
    assertThat(categorise("https://example.org/a/b", List.of(section), "A headline", "").category())
        .isEqualTo(category);
  }

  @Test
  void readsTheAddressButNotTheArticlesOwnName() {
    assertThat(
            categorise(
                    "https://example.org/sport/tennis/2025/quill-wins", List.of(), "Quill wins", "")
                .category())
        .isEqualTo(Category.SPORT);
    assertThat(
            categorise("https://example.org/2025/weather", List.of(), "Quill speaks", "")
                .category())
        .isEqualTo(Category.GENERAL);
    assertThat(categorise("not an address", List.of(), "Quill speaks", "").category())
        .isEqualTo(Category.GENERAL);
  }

  @Test
  void readsTheWordsWhereThePublisherSaysNothing() {
    assertThat(
            words(
                "Striker scores twice as Vantis beat Orsolo in cup match",
                "The coach praised his players after the victory."))
        .isEqualTo(Category.SPORT);
    assertThat(
            words(
                "Police arrest suspect after robbery",
                "Detectives said the suspect was charged with burglary and held in jail."))
        .isEqualTo(Category.CRIME);
    assertThat(
            words(
                "Vantis bank reports record profit",
                "Shares rose as investors welcomed the quarterly revenue."))
        .isEqualTo(Category.BUSINESS);
    assertThat(words("الممثلة ليان الخطيب في فيلم جديد", "يعرض فيلم جديد في مهرجان السينما"))
        .isEqualTo(Category.ENTERTAINMENT);
  }

  @Test
  void abstainsWhereNothingStandsOut() {
    assertThat(words("Something happened", "It did so again.")).isEqualTo(Category.GENERAL);
    assertThat(words(" ", "")).isEqualTo(Category.GENERAL);
  }

  @Test
  void takesTheTagsOnlyWhereTheyAgree() {
    assertThat(tagged("Football", "Quill").category()).isEqualTo(Category.SPORT);
    assertThat(tagged("Football", "Quill").reason()).contains("Football");
    assertThat(tagged("Football", "Politics").category()).isEqualTo(Category.GENERAL);
  }

  @Test
  void learnsFromSectionsAndNeverFromItsOwnGuesses() {
    Learned learned = new Learned();
    for (int i = 0; i < 5; i++) {
      learned.learn(view(ADDRESS, "Science", "Quorble measured again by the Ellin observatory"));
      learned.learn(view(ADDRESS, "Sport", "Dorrin beats Ellin by two"));
    }
    CategoryView view = view(ELSEWHERE, "", "Quorble found");
    assertThat(CATEGORISER.categorise(view, Knowledge.NONE).category()).isEqualTo(Category.GENERAL);
    assertThat(CATEGORISER.categorise(view, learned).category()).isEqualTo(Category.SCIENCE);
    assertThat(CATEGORISER.observation(view)).isEqualTo(Observation.NONE);
  }

  @Test
  void learnsWhatAPublisherWritesAbout() {
    Learned learned = new Learned();
    for (int i = 0; i < 30; i++) {
      learned.learn(view(ADDRESS, "Health", "Notice " + i));
    }
    assertThat(CATEGORISER.categorise(view(ADDRESS, "", "Notes of the week"), learned).category())
        .isEqualTo(Category.HEALTH);
    assertThat(
            CATEGORISER
                .categorise(
                    view(ADDRESS, "", "Striker scores twice as Vantis beat Orsolo in cup final"),
                    learned)
                .category())
        .isEqualTo(Category.SPORT);
    assertThat(CATEGORISER.categorise(view(ELSEWHERE, "", "Notes of the week"), learned).category())
        .isNotEqualTo(Category.HEALTH);
  }

  @Test
  void oneOddPublisherDoesNotTeachTheOthersThatFootballIsWeather() {
    Learned learned = new Learned();
    String match = "Striker scores twice as Vantis beat Orsolo in cup final";
    for (int i = 0; i < 50; i++) {
      learned.learn(view(ADDRESS, "Weather", match));
      learned.learn(view("https://fair.example/1", "Sport", "Dorrin beats Ellin by two"));
    }
    assertThat(CATEGORISER.categorise(view(ELSEWHERE, "", match), learned).category())
        .isEqualTo(Category.SPORT);
  }

  @Test
  void saysWhereItsAnswerCameFrom() {
    assertThat(reason(view(ADDRESS, "Sport", "Quill wins")))
        .isEqualTo("the publisher's section Sport");
    assertThat(reason(view("https://example.org/sport/1", "", "Quill wins")))
        .isEqualTo("the address says sport");
    assertThat(reason(view(ADDRESS, "", "Striker scores twice in cup match")))
        .matches("its words: Sport \\d+ %, then [A-Z][a-z ]+ \\d+ %");
    assertThat(reason(view(ADDRESS, "", "Something"))).startsWith("no field stands out");
  }

  @Test
  void aVectorOfAnotherModelIsNoEvidence() {
    ArticleText text = text("", List.of(), "Striker scores twice in cup match", "");
    Vector strange = Vector.of(new float[] {1, 0, 0});
    assertThat(
            CATEGORISER.categorise(
                new CategoryView(Language.ENGLISH, ADDRESS, text, strange), Knowledge.NONE))
        .isEqualTo(
            CATEGORISER.categorise(
                new CategoryView(Language.ENGLISH, ADDRESS, text, null), Knowledge.NONE));
  }

  private static final String ADDRESS = "https://example.org/1";
  private static final String ELSEWHERE = "https://elsewhere.example/1";

  /** Counts as the instance does, without decay. */
  private static final class Learned implements Knowledge {
    private final Map<Scope, Map<String, Double>> counts = new HashMap<>();

    void learn(CategoryView view) {
      CATEGORISER
          .observation(view)
          .sightings()
          .forEach(
              s ->
                  counts
                      .computeIfAbsent(s.scope(), k -> new HashMap<>())
                      .merge(s.what(), s.weight(), Double::sum));
    }

    @Override
    public double count(Scope scope, String what) {
      return counts.getOrDefault(scope, Map.of()).getOrDefault(what, 0.0);
    }
  }

  private static String reason(CategoryView view) {
    return CATEGORISER.categorise(view, Knowledge.NONE).reason();
  }

  private static Categorised tagged(String... tags) {
    ArticleText text = text("", List.of(tags), "Quill speaks", "");
    return CATEGORISER.categorise(
        new CategoryView(Language.ENGLISH, ADDRESS, text, null), Knowledge.NONE);
  }

  private static Category words(String title, String text) {
    return categorise(ADDRESS, List.of(), title, text).category();
  }

  private static CategoryView view(String url, String section, String title) {
    return new CategoryView(Language.ENGLISH, url, text(section, List.of(), title, ""), null);
  }

  private static Categorised categorise(
      String url, List<String> sections, String title, String body) {
    String section = sections.isEmpty() ? "" : sections.getFirst();
    Language language = title.codePointAt(0) >= 0x600 ? Language.ARABIC : Language.ENGLISH;
    return CATEGORISER.categorise(
        new CategoryView(language, url, text(section, List.of(), title, body), null),
        Knowledge.NONE);
  }

  private static ArticleText text(String section, List<String> tags, String title, String body) {
    return new ArticleText(
        title,
        "",
        "",
        body.isBlank() ? List.of() : List.of(Paragraph.of(body)),
        section,
        tags,
        null,
        ArticleText.BodySource.GIVEN);
  }
}
