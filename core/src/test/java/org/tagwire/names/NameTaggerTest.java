package org.tagwire.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.TagKind;
import org.tagwire.names.LabelledSentences.Score;
import org.tagwire.names.LabelledSentences.Sentence;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NameTaggerTest {
  private NameTagger tagger;

  @BeforeAll
  void load() {
    tagger = NameTagger.load();
  }

  private List<String> said(String text) {
    List<Token> tokens = Tokens.of(text);
    return tagger.tag(tokens).stream().map(name -> said(text, tokens, name)).toList();
  }

  private static String said(String text, List<Token> tokens, Name name) {
    String words = text.substring(tokens.get(name.from()).start(), tokens.get(name.to() - 1).end());
    return words + " " + name.kind();
  }

  @Test
  void findsTheNamesOfInventedNews() {
    Score score = LabelledSentences.score(tagger, LabelledSentences.all());
    assertThat(score.boundsF1()).describedAs("%s", score.wrong()).isGreaterThan(0.90);
    assertThat(score.f1()).describedAs("%s", score.wrong()).isGreaterThan(0.82);
  }

  @Test
  void findsNamesInHeadlinesWhereEveryWordHasACapital() {
    List<Sentence> headlines = LabelledSentences.all().stream().filter(Sentence::headline).toList();
    Score score = LabelledSentences.score(tagger, headlines);
    assertThat(score.boundsF1()).describedAs("%s", score.wrong()).isGreaterThan(0.85);
  }

  @Test
  void findsNamesWhereEveryLetterIsACapital() {
    List<Sentence> shouted = LabelledSentences.all().stream().map(Sentence::inCapitals).toList();
    Score score = LabelledSentences.score(tagger, shouted);
    assertThat(score.boundsF1()).describedAs("%s", score.wrong()).isGreaterThan(0.75);
  }

  @Test
  void cutsATitleOffTheNameItStandsBefore() {
    assertThat(said("Leeds Mayor Mara Quillfeather said on Friday that she would resign."))
        .containsExactly("Leeds PLACE", "Mara Quillfeather PERSON");
  }

  @Test
  void leavesThePossessiveOut() {
    assertThat(said("Kenya's economy shrank, Tobias Wendling's study says."))
        .containsExactly("Kenya PLACE", "Tobias Wendling PERSON");
  }

  @Test
  void aSurnameAloneIsThePersonWhoseFullNameStandsElsewhere() {
    String lead = "Shares rose on Monday as Nadia Forge took over as director of the bank.";
    String next = "Analysts in the city said that Forge was a good choice.";
    List<List<Token>> article =
        List.of(Tokens.of("Bank names new director"), Tokens.of(lead), Tokens.of(next));
    List<Name> names = tagger.tagArticle(article).get(2);
    assertThat(names)
        .anySatisfy(name -> assertThat(said(next, article.get(2), name)).isEqualTo("Forge PERSON"));
  }

  @Test
  void theBodyTellsWhatTheHeadlineNames() {
    String headline = "Why Blue Harvest Matters to Small Farms";
    String lead = "The charity Blue Harvest opened on Monday. ";
    String next = "Farmers praised Blue Harvest and its founder.";
    List<List<Token>> article = List.of(Tokens.of(headline), Tokens.of(lead), Tokens.of(next));
    assertThat(tagger.tagArticle(article).getFirst())
        .singleElement()
        .extracting(name -> said(headline, article.getFirst(), name))
        .asString()
        .matches("Blue Harvest [A-Z]+");
  }

  @Test
  void namesNeverOverlapAndAreAsCertainAsAChance() {
    for (Sentence sentence : LabelledSentences.all()) {
      int end = 0;
      for (Name name : tagger.tag(sentence.tokens())) {
        assertThat(name.from()).isGreaterThanOrEqualTo(end);
        assertThat(name.certainty()).isBetween(0.0, 1.0);
        end = name.to();
      }
      assertThat(end).isLessThanOrEqualTo(sentence.tokens().size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nothing has a capital here",
        "内閣総理大臣は記者会見を開いた。",
        "قال الوزير إن السد آمن",
        "!!! ... --- '' \" ,,, 12 34 5.6"
      })
  void findsNothingWhereNothingHasACapital(String text) {
    assertThat(tagger.tag(Tokens.of(text))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83D\uDE00\uD835\uDC00 \uD801\uDC00x \u01C5 \u0130\u0130 \u1E9E",
        "A\u0301 B\u200DC D\u00ADE F\uFEFFG",
        "X\uD800Y \uDC00Z",
        "Ａｌｌ Ｗｉｄｅ Ｗｏｒｄｓ",
        "'s 'S ’s N't A's' B-",
        "Aaa-Bbb-Ccc-Ddd-Eee-Fff-Ggg-Hhh-Iii"
      })
  void strangeLettersDoNotMakeItFail(String text) {
    List<Token> tokens = Tokens.of(text);
    assertThat(tagger.tag(tokens))
        .allSatisfy(n -> assertThat(n.to()).isLessThanOrEqualTo(tokens.size()));
  }

  @Test
  @Timeout(20)
  void timeGrowsWithTheLengthOfASentenceAndNoMore() {
    List<Token> shouting =
        Tokens.of("GREAT NORTHERN BANK OF KESTERTON AND ELMSTEAD ".repeat(20_000));
    assertThat(tagger.tag(shouting)).isNotEmpty();
    List<Token> longWord = Tokens.of("A".repeat(200_000) + " Bank");
    assertThat(tagger.tag(longWord)).allSatisfy(n -> assertThat(n.to()).isLessThanOrEqualTo(2));
  }

  @Test
  void manyThreadsReadTheSame() throws Exception {
    List<Sentence> sentences = LabelledSentences.all();
    List<List<Name>> alone = sentences.stream().map(s -> tagger.tag(s.tokens())).toList();
    Callable<List<List<Name>>> reading =
        () -> sentences.stream().map(s -> tagger.tag(s.tokens())).toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<List<Name>>>> others = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        others.add(threads.submit(reading));
      }
      for (Future<List<List<Name>>> other : others) {
        assertThat(other.get(Duration.ofMinutes(1).toSeconds(), TimeUnit.SECONDS)).isEqualTo(alone);
      }
    }
  }

  @Test
  void nationalitiesAreNamesOfNoPlace() {
    assertThat(said("The French minister met the Dutch minister in Vienna."))
        .containsExactly("French TOPIC", "Dutch TOPIC", "Vienna PLACE");
    assertThat(TagKind.values()).hasSize((Label.COUNT - 1) / 4);
  }
}
