package org.tagwire.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Condition;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.Mark;
import org.tagwire.model.RankQuery;

/** What every search index promises of the best matches and of what it marks in a text. */
public abstract class RankingContract {
  private static final Instant LATE = Clipping.DAWN.plusSeconds(90L * 86_400);

  private SearchIndex index;

  /** Opens an empty index. */
  protected abstract SearchIndex open();

  @BeforeEach
  void openIndex() {
    index = open();
  }

  @AfterEach
  void closeIndex() {
    index.close();
  }

  private void put(Clipping... clippings) {
    index.apply(Arrays.stream(clippings).<IndexChange>map(Clipping::put).toList());
    index.refresh();
  }

  private static Filter where(Condition condition) {
    return Filter.ALL.and(condition);
  }

  private static Condition word(String text) {
    return new Condition.Word(text, false);
  }

  private List<ArticleId> best(Filter filter, Audience audience, int from, int size) {
    return index.best(new RankQuery(filter, audience, LATE, from, size)).stream()
        .map(l -> l.card().id())
        .toList();
  }

  private List<ArticleId> best(Condition condition) {
    return best(where(condition), Audience.PUBLIC, 0, 50);
  }

  private static List<ArticleId> named(String... names) {
    return Arrays.stream(names).map(Clipping::idOf).toList();
  }

  private static Clipping day(String name, int day) {
    return Clipping.of(name).at(Clipping.DAWN.plusSeconds(86_400L * day));
  }

  @Test
  void aWordInTheHeadlineWeighsMoreThanOneInTheText() {
    put(
        day("text", 11).saying("Council meets", "A storm was mentioned, then the budget."),
        day("headline", 10).saying("Storm over the harbour", "Boats stayed in."),
        day("neither", 12).saying("Council meets", "The budget."));
    assertThat(best(word("storm"))).isEqualTo(named("headline", "text"));
  }

  @Test
  void aRareWordWeighsMoreThanACommonOne() {
    for (int i = 0; i < 30; i++) {
      put(day("common" + i, 1).saying("Council", "harbour news"));
    }
    put(
        day("rare", 9).saying("Council", "a narwhal was seen"),
        day("both", 5).saying("Council", "a narwhal in the harbour"));
    Condition either = new Condition.Any(List.of(word("narwhal"), word("harbour")));
    assertThat(best(where(either), Audience.PUBLIC, 0, 2)).isEqualTo(named("both", "rare"));
  }

  @Test
  void relevanceFadesWithAge() {
    put(
        day("old", 0).saying("Storm over the harbour", "Boats stayed in."),
        day("new", 80).saying("Storm over the harbour", "Boats stayed in."),
        day("newest", 89).saying("Council meets", "A storm was mentioned."));
    assertThat(best(word("storm"))).isEqualTo(named("new", "newest", "old"));
  }

  @Test
  void pagesFitTogetherThoughNewerArticlesComeIn() {
    for (int i = 0; i < 20; i++) {
      put(day("a" + i, i).saying(i % 3 == 0 ? "Storm" : "Sea", "storm and sea " + i));
    }
    Filter storm = where(word("storm"));
    List<ArticleId> whole = best(storm, Audience.PUBLIC, 0, 20);
    List<ArticleId> paged = new ArrayList<>(best(storm, Audience.PUBLIC, 0, 7));
    put(Clipping.of("late").at(LATE.plusSeconds(1)).saying("Storm storm", "storm"));
    paged.addAll(best(storm, Audience.PUBLIC, 7, 7));
    put(Clipping.of("later").at(LATE.plusSeconds(2)).saying("Storm", "storm storm storm"));
    paged.addAll(best(storm, Audience.PUBLIC, 14, 7));
    assertThat(paged).isEqualTo(whole).hasSize(20);
  }

  @Test
  void copiesAreFoldedAndWhatIsWithheldStaysSo() {
    put(
        day("first", 3).saying("Storm", "storm").about("Pia Lund"),
        day("copy", 4).saying("Storm", "storm").copyOf("first"),
        day("secret", 4).saying("Storm storm", "storm").secret(),
        day("unlisted", 4).saying("Storm storm", "storm").unlisted());
    assertThat(best(word("storm"))).isEqualTo(named("first"));
    assertThat(best(where(word("storm")), Audience.OWNER, 0, 50)).hasSize(3);
    assertThat(best(where(new Condition.Not(word("lighthouse"))), Audience.PUBLIC, 0, 50))
        .isEqualTo(named("first"));
  }

  @Test
  void aQuestionWithoutWordsIsAnsweredNewestFirst() {
    put(day("a", 1).in(Language.ARABIC), day("b", 2).in(Language.ARABIC), day("c", 3));
    assertThat(best(new Condition.Written(Language.ARABIC))).isEqualTo(named("b", "a"));
    assertThat(best(word("nothing-like-it"))).isEmpty();
  }

  private List<String> marked(Condition condition, String text) {
    return index.highlights(condition, text).stream()
        .peek(mark -> assertThat(mark.kind()).isEqualTo(Mark.Kind.HIGHLIGHT))
        .map(mark -> text.substring(mark.from(), mark.to()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "storm      | A Storm, a STORM’s end; brainstorm | Storm;STORM",
        "cafe       | Zoë’s Café                         | Café",
        "COVID-19   | covid 19 and COVID 20              | covid 19",
        "جائزة      | فاز بجائزة، جائزةُ الكتاب           | جائزةُ",
        "東京都      | 東京都の天気、京都                   | 東京都",
        "京          | 東京都の天気                        | 京",
        "ตลาดน้ำ     | ตลาดน้ำเปิดแล้ว                      | ตลาดน้ำ",
      })
  void marksWordsAsTheyAreFound(String word, String text, String marked) {
    assertThat(marked(word(word), text)).containsExactly(marked.split(";"));
  }

  @Test
  void marksPhrasesWholeBeginningsByTheirWordAndNothingThatIsDenied() {
    String text = "The harbour storm: a storm over the lighthouse";
    assertThat(marked(new Condition.Phrase("harbour storm"), text))
        .containsExactly("harbour storm");
    assertThat(marked(new Condition.Word("light", true), text)).containsExactly("lighthouse");
    assertThat(
            marked(
                new Condition.All(
                    List.of(word("harbour"), new Condition.Not(word("storm")), word("over"))),
                text))
        .containsExactly("harbour", "over");
    assertThat(marked(new Condition.Written(Language.ENGLISH), text)).isEmpty();
    assertThat(marked(word("storm"), "")).isEmpty();
  }
}
