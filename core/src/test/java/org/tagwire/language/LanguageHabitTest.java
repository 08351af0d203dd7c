package org.tagwire.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;

final class LanguageHabitTest {
  private final Map<String, Double> counts = new HashMap<>();
  private final Knowledge known = (scope, what) -> counts.getOrDefault(scope + " " + what, 0.0);

  @Test
  void knowsNothingOfStrangers() {
    learn("https://lantern.example/a", "en", 4);
    assertThat(LanguageHabit.find("https://lantern.example/b", known)).isEmpty();
  }

  @Test
  void tellsWhatAPublisherUsuallyWritesIn() {
    learn("https://lantern.example/a", "en", 60);
    learn("https://laterne.example/a", "de", 6);
    assertThat(LanguageHabit.find("https://laterne.example/b", known)).contains(new Language("de"));
  }

  @Test
  void asksTheWholeInstanceAboutWhoIsNewHere() {
    learn("https://lantern.example/a", "en", 60);
    assertThat(LanguageHabit.find("https://new.example/b", known)).contains(Language.ENGLISH);
    assertThat(LanguageHabit.find("", known)).contains(Language.ENGLISH);
  }

  @Test
  void saysNothingOfWhoWritesInTwoLanguages() {
    learn("https://both.example/a", "en", 60);
    learn("https://both.example/a", "fr", 30);
    assertThat(LanguageHabit.find("https://both.example/b", known)).isEmpty();
  }

  @Test
  void learnsNothingFromWhatItCannotTell() {
    assertThat(LanguageHabit.observation("https://a.example/", Language.UNDETERMINED).sightings())
        .isEmpty();
  }

  private void learn(String url, String language, int times) {
    for (int i = 0; i < times; i++) {
      LanguageHabit.observation(url, new Language(language))
          .sightings()
          .forEach(s -> counts.merge(s.scope() + " " + s.what(), s.weight(), Double::sum));
    }
  }
}
