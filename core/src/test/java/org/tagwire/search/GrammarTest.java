package org.tagwire.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Condition;
import org.tagwire.model.TagKey;
import org.tagwire.search.Note.Kind;
import org.tagwire.search.Request.Limit;
import org.tagwire.search.Request.TooMuch;
import org.tagwire.search.Request.Understood;

class GrammarTest {
  private static final Instant NOW = Instant.parse("2026-03-10T11:20:47Z");

  private static Understood read(String typed) {
    return (Understood) Grammar.read(typed, new Names(), NOW, ZoneOffset.UTC);
  }

  private static String canonical(String typed) {
    return read(typed).findWanted().map(Canonical::of).orElse("nothing");
  }

  private static Limit limit(String typed) {
    return ((TooMuch) Grammar.read(typed, new Names(), NOW, ZoneOffset.UTC)).limit();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "storm                          | storm",
        "storm  harbour                 | storm harbour",
        "\"storm over the harbour\"     | \"storm over the harbour\"",
        "“storm over” «the harbour»     | \"storm over\" \"the harbour\"",
        "storm -flood                   | storm -flood",
        "-\"storm over\" sea            | -\"storm over\" sea",
        "storm OR flood                 | storm OR flood",
        "sea storm OR flood             | (sea storm) OR flood",
        "sea (storm OR flood)           | sea (storm OR flood)",
        "sea -(storm OR flood)          | sea -(storm OR flood)",
        "((sea)) ((storm) wind)         | sea storm wind",
        "#MaraEllington                 | #maraellington",
        "＃MaraEllington                | #maraellington",
        "tag:MARA_ELLINGTON             | #maraellington",
        "tag:\"Mara Ellington\" x       | #maraellington x",
        "#جائزة_الميناء                 | #جائزة_الميناء",
        "-#ME                           | -#maraellington",
        "publisher:orrery.example       | publisher:orrery.example",
        "publisher:\"The Daily Orrery\" | publisher:orrery.example",
        "site:orrery.example            | publisher:orrery.example",
        "SITE:echo storm                | (publisher:echo.example OR publisher:echo-news.example)"
            + " storm",
        "category:Sport                 | category:sport",
        "category:\"Human interest\"    | category:human-interest",
        "lang:de                        | lang:de",
        "lang:pt-BR                     | lang:pt",
        "before:2026-05-01              | before:2026-05-01",
        "after:2026-05                  | after:2026-05-01",
        "after:2026                     | after:2026-01-01",
        "after:٢٠٢٦-٠٥                  | after:2026-05-01",
        "before:24h                     | before:2026-03-09T11:20:00Z",
        "after:7d                       | after:2026-03-03T11:20:00Z",
        "after:+1000000000-12-31T00:00:00Z | after:+1000000000-12-31T00:00:00Z",
        "before:-999999999-01-01T00:00:00Z | before:-999999999-01-01T00:00:00Z",
        "before:-1000000000-01-01T00:00:00Z | before:-1000000000-01-01T00:00:00Z",
        "elect*                         | elect*",
        "عاصف*                          | عاصف*",
        "東京 大阪                       | 東京 大阪",
        "（東京　ＯＲ　大阪）             | 東京 OR 大阪",
      })
  void readsItsLanguage(String typed, String canonical) {
    assertThat(canonical(typed)).isEqualTo(canonical);
    assertThat(read(typed).notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "storm or flood        | storm or flood",
        "Sturm oder Flut       | Sturm oder Flut",
        "عاصفة أو فيضان        | عاصفة أو فيضان",
        "storm and -flood      | storm and -flood",
        "OR                    | \"OR\"",
        "storm OR              | storm \"OR\"",
        "(storm OR) flood      | storm \"OR\" flood",
        "title:storm           | \"title:storm\"",
        "12:30                 | \"12:30\"",
        "f(x) (sea)            | \"f(x)\" sea",
        "storm)                | \"storm)\"",
        "(storm                | storm",
        "\"storm               | storm",
        "storm\"               | storm",
        "--storm               | \"--storm\"",
        "storm - flood         | storm flood",
        "COVID-19              | \"COVID-19\"",
        "l'homme               | l'homme",
        "Marks & Spencer       | Marks Spencer",
        "/.*a.{30}/            | \"/.*a.{30}/\"",
        "/(.*a){2000}/         | \"/(.*a){2000}/\"",
        "*a*b*c*d*e*           | \"*a*b*c*d*e\"",
        "*storm                | \"*storm\"",
        "st*rm                 | \"st*rm\"",
        "????????*             | nothing",
        "a~0.1                 | \"a~0.1\"",
        "\"a b\"~1000000       | \"a b\" \"~1000000\"",
        "title:/.*/            | \"title:/.*/\"",
        "[* TO *]              | TO",
        "{!func}x              | \"{!func}x\"",
        "'*** () \"\" - ( ) #' | nothing",
      })
  void takesEverythingElseLiterally(String typed, String canonical) {
    assertThat(canonical(typed)).isEqualTo(canonical);
    assertThat(read(typed).notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "before:soon x        | BEFORE    | before:soon        | x",
        "after:2026-13-01 x   | AFTER     | after:2026-13-01   | x",
        "after:999999d x      | AFTER     | after:999999d      | x",
        "after:\"last week\"  | AFTER     | after:last week    | nothing",
        "lang:german x        | LANGUAGE  | lang:german        | x",
        "category:gossip x    | CATEGORY  | category:gossip    | x",
        "publisher:Nobody x   | PUBLISHER | Nobody             | x",
        "#JonasHarrow x       | TAG       | #JonasHarrow       | \"Jonas Harrow\" x",
        "tag:\"Jonas Harrow\" | TAG       | tag:Jonas Harrow   | \"Jonas Harrow\"",
        "tag: x               | EMPTY     | tag:               | \"tag:\" x",
        "ab* x                | WILDCARD  | ab*                | ab x",
      })
  void saysWhatItDidNotUnderstand(String typed, Kind kind, String said, String canonical) {
    assertThat(read(typed).notes()).containsExactly(new Note(kind, said));
    assertThat(canonical(typed)).isEqualTo(canonical);
  }

  @Test
  void daysBeginWhereTheInstanceIs() {
    ZoneId cairo = ZoneId.of("Africa/Cairo");
    Understood read = (Understood) Grammar.read("after:2026-02-01", Directory.EMPTY, NOW, cairo);
    assertThat(read.findWanted())
        .contains(new Condition.From(Instant.parse("2026-01-31T22:00:00Z")));
    assertThat(Canonical.of(read.findWanted().orElseThrow(), cairo)).isEqualTo("after:2026-02-01");
  }

  @Test
  void leavesRoomForWhatListsAdd() {
    Condition deepest = read("a (b OR (c (d OR (e f))))").findWanted().orElseThrow();
    Condition narrowed = deepest.and(new Condition.Tagged(TagKey.of("x"), false));
    assertThat(narrowed.depth()).isLessThanOrEqualTo(Condition.MAX_DEPTH);
  }

  @Test
  void refusesWhatIsTooMuch() {
    assertThat(limit("x".repeat(513))).isEqualTo(Limit.LENGTH);
    assertThat(limit("\uFDFA".repeat(100))).isEqualTo(Limit.LENGTH);
    assertThat(limit("a ".repeat(33))).isEqualTo(Limit.TERMS);
    assertThat(limit("\"" + "a ".repeat(33) + "\"")).isEqualTo(Limit.TERMS);
    assertThat(limit("lang:de ".repeat(33))).isEqualTo(Limit.TERMS);
    assertThat(limit("(".repeat(9) + "a")).isEqualTo(Limit.DEPTH);
    assertThat(limit("a (b OR ".repeat(4) + "c")).isEqualTo(Limit.DEPTH);
    assertThat(limit("x".repeat(201))).isEqualTo(Limit.PHRASE);
    assertThat(canonical("a ".repeat(32)).length()).isEqualTo(63);
    assertThat(canonical("(".repeat(8) + "a")).isEqualTo("a");
  }

  @Test
  void namesakesOfAllPartsTogetherStayWithinATree() {
    assertThat(canonical("site:echo ".repeat(32).strip())).startsWith("(publisher:echo.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\"\"", "\u200E", "()", "-", "*"})
  void asksForNothingWhenNothingWasTyped(String typed) {
    assertThat(read(typed).findWanted()).isEmpty();
  }

  @Test
  void partsCanBeTakenOut() {
    Understood read = read("storm lang:de -(sea OR rain) after:7d");
    assertThat(read.parts())
        .extracting(p -> read.line().substring(p.from(), p.to()))
        .containsExactly("storm", "lang:de", "-(sea OR rain)", "after:7d");
    assertThat(read.without(1)).isEqualTo("storm -(sea OR rain) after:7d");
    assertThat(read.without(3)).isEqualTo("storm lang:de -(sea OR rain)");
  }

  @Test
  void aPartThatStandsForSeveralIsAPartThoughItStandsAlone() {
    for (String typed : List.of("publisher:echo", "(sea OR rain)")) {
      assertThat(read(typed).parts()).as(typed).hasSize(1);
      assertThat(read(typed).without(0)).as(typed).isEmpty();
    }
  }

  @Test
  void theSameQuestionAskedAgainInTheSameMinuteIsTheSame() {
    assertThat(Grammar.read("after:7d", new Names(), NOW.plusSeconds(12), ZoneOffset.UTC))
        .isEqualTo(read("after:7d"));
    assertThat(List.of(read("after:0h").findWanted().orElseThrow()))
        .containsExactly(new Condition.From(Instant.parse("2026-03-10T11:20:00Z")));
  }
}
