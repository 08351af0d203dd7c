package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.about;
import static org.tagwire.model.Samples.article;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Hashtag;
import org.tagwire.model.Publisher;

/** Names that are found while they are typed, whatever the engine. */
public abstract class BeginningContract extends StoreContract {
  private List<String> beginning(String typed) {
    return store.tags().beginning(typed, Audience.PUBLIC, 8).stream().map(Hashtag::name).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ada, Ada Quill",
    "QUILL, Ada Quill",
    "ada qui, Ada Quill",
    "adaqui, Ada Quill",
    "zoe, Zoë Vale",
    "zo\u00eb v, Zoë Vale",
    "o'b, Nora O’Brien",
    "جائزة, جائزة الميناء",
    "الميناء, جائزة الميناء",
    "جائزه, جائزة الميناء",
    "東京, 東京都知事",
    "知事, 東京都知事",
  })
  void findsANameByTheBeginningOfAnyWord(String typed, String name) {
    publish(
        article("https://a.example/1").tags(about("Ada Quill"), about("Zoë Vale")),
        article("https://a.example/2").tags(about("جائزة الميناء"), about("東京都知事")),
        article("https://a.example/3").tags(about("Nora O’Brien"), about("Harbour")));
    assertThat(beginning(typed)).containsExactly(name);
  }

  @Test
  void whoIsWrittenAboutMoreStandsFirst() {
    publish(
        article("https://a.example/1").tags(about("Harbour Bridge")),
        article("https://a.example/2").tags(about("Harbour Master")),
        article("https://a.example/3").tags(about("Harbour Master")));
    assertThat(beginning("harb")).containsExactly("Harbour Master", "Harbour Bridge");
    assertThat(beginning("x")).isEmpty();
    assertThat(beginning("%")).isEmpty();
    assertThat(beginning("")).isEmpty();
  }

  @Test
  void strangersAreToldOfNoTagOfPrivateArticlesAlone() {
    publish(article("https://a.example/1").isPrivate().tags(about("Ada Quill")));
    assertThat(beginning("ada")).isEmpty();
    assertThat(store.tags().beginning("ada", Audience.OWNER, 8)).hasSize(1);
  }

  @Test
  void publishersAreFoundByNameAndDomain() {
    Publisher orrery = Publisher.of(new Domain("orrery.example"));
    store
        .sources()
        .learn(
            List.of(
                new Publisher(
                    orrery.domain(),
                    "The Daily Almanac",
                    orrery.homePage(),
                    orrery.country(),
                    orrery.language())));
    for (String typed : List.of("daily", "alman", "the da", "orrery", "orrery.ex")) {
      assertThat(store.sources().publishers(typed, 5))
          .as(typed)
          .extracting(Publisher::name)
          .containsExactly("The Daily Almanac");
    }
    assertThat(store.sources().publishers("night", 5)).isEmpty();
  }
}
