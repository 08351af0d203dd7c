package org.tagwire.category;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.model.Category;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;

class CategoriserTest {
  private static final Categoriser CATEGORISER = new Categoriser();

  @ParameterizedTest
  @CsvSource({
    "Showbiz,ENTERTAINMENT", "Arts & Entertainment,ENTERTAINMENT", "Wirtschaft,BUSINESS", "politique,POLITICS", "deportes,SPORT",
    "رياضة,SPORT", "健康,HEALTH", "Climate Change,ENVIRONMENT", "أسلوب حياة,LIFESTYLE", "Наука,SCIENCE"
  })
  void takesThePublishersSectionInManyLanguages(String section, Category category) {
    assertThat(categorise("https://example.org/a/b", List.of(section), "A headline", "").category()).isEqualTo(category);
  }

  @Test
  void readsTheAddressButNotTheArticlesOwnName() {
    assertThat(categorise("https://example.org/sport/tennis/2025/quill-wins", List.of(), "Quill wins", "").category())
        .isEqualTo(Category.SPORT);
    assertThat(categorise("https://example.org/2025/weather", List.of(), "Quill speaks", "").category())
        .isEqualTo(Category.GENERAL);
    assertThat(categorise("not an address", List.of(), "Quill speaks", "").category()).isEqualTo(Category.GENERAL);
  }

  @Test
  void readsTheWordsWhereThePublisherSaysNothing() {
    assertThat(words("Striker scores twice as Vantis beat Orsolo in cup match", "The coach praised his players after the victory."))
        .isEqualTo(Category.SPORT);
    assertThat(words("Police arrest suspect after robbery", "Detectives said the suspect was charged with burglary and held in jail."))
        .isEqualTo(Category.CRIME);
    assertThat(words("Vantis bank reports record profit", "Shares rose as investors welcomed the quarterly revenue."))
        .isEqualTo(Category.BUSINESS);
    assertThat(words("الممثلة ليان الخطيب في فيلم جديد", "يعرض فيلم جديد في مهرجان السينما")).isEqualTo(Category.ENTERTAINMENT);
  }

  @Test
  void abstainsWhereNothingStandsOut() {
    assertThat(words("Something happened", "It did so again.")).isEqualTo(Category.GENERAL);
    assertThat(words("", "")).isEqualTo(Category.GENERAL);
  }

  @Test
  void learnsFromSectionsAndNeverFromItsOwnGuesses() {
    Map<Knowledge.Scope, Map<String, Double>> learned = new HashMap<>();
    for (int i = 0; i < 5; i++) {
      Observation seen =
          categorise("", List.of("Science"), "Quorble measured again by the Ellin observatory", "").observation();
      seen.sightings().forEach(s -> learned.computeIfAbsent(s.scope(), k -> new HashMap<>()).merge(s.what(), s.weight(), Double::sum));
    }
    Knowledge knowledge = (scope, what) -> learned.getOrDefault(scope, Map.of()).getOrDefault(what, 0.0);
    CategoryView view = new CategoryView(Language.ENGLISH, "", List.of(), "Quorble found", "");
    assertThat(CATEGORISER.categorise(view, Knowledge.NONE).category()).isEqualTo(Category.GENERAL);
    Categorised guessed = CATEGORISER.categorise(view, knowledge);
    assertThat(guessed.category()).isEqualTo(Category.SCIENCE);
    assertThat(guessed.observation()).isEqualTo(Observation.NONE);
  }

  private static Category words(String title, String text) {
    return categorise("https://example.org/1", List.of(), title, text).category();
  }

  private static Categorised categorise(String url, List<String> sections, String title, String text) {
    return CATEGORISER.categorise(new CategoryView(Language.ENGLISH, url, sections, title, text), Knowledge.NONE);
  }
}
