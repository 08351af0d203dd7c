package org.tagwire.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Language;
import org.tagwire.model.Refusal;
import org.tagwire.model.TagKind;
import org.tagwire.model.WatchedName;

class WatchListTest {
  private static WatchedName one(String line) {
    return names(line).getFirst();
  }

  private static List<WatchedName> names(String text) {
    assertThat(WatchList.read(text)).as(text).isInstanceOf(WatchList.Names.class);
    return ((WatchList.Names) WatchList.read(text)).names();
  }

  private static List<WatchList.Mistake> mistakes(String text) {
    assertThat(WatchList.read(text)).as(text).isInstanceOf(WatchList.Refused.class);
    return ((WatchList.Refused) WatchList.read(text)).mistakes();
  }

  @Test
  void readsSpellingsAndWhatNarrowsThem() {
    WatchedName name =
        one(
            "Quell | Royal Quell Works = كويل +oil,\"natural gas\" +price -beach lang:en kind:organisation");

    assertThat(name.spellings()).containsExactly("Quell", "Royal Quell Works", "كويل");
    assertThat(name.needed()).containsExactly(List.of("oil", "natural gas"), List.of("price"));
    assertThat(name.excluded()).containsExactly("beach");
    assertThat(name.findLanguage()).contains(Language.ENGLISH);
    assertThat(name.presumedKind()).isEqualTo(TagKind.ORGANISATION);
    assertThat(name.exact()).isFalse();
    assertThat(name.key().value()).isEqualTo("quell");
  }

  @Test
  void leavesOutRemarksAndEmptyLines() {
    assertThat(names("\uFEFF# ours\r\n\r\nQuell # the firm\r\n  #Old\nAda Quill\n"))
        .extracting(WatchedName::name)
        .containsExactly("Quell", "Ada Quill");
    assertThat(names("")).isEmpty();
  }

  @Test
  void takesSignsWithinWordsForLetters() {
    assertThat(one("Al-Quell").name()).isEqualTo("Al-Quell");
    assertThat(one("Q++ | Q#").spellings()).containsExactly("Q++", "Q#");
    assertThat(one("\"Quell = More\" case:exact").spellings()).containsExactly("Quell = More");
    assertThat(one("“-Quell-”").name()).isEqualTo("-Quell-");
    assertThat(one("Note: Quell").name()).isEqualTo("Note: Quell");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '`',
      value = {
        "Quell | > a spelling is missing",
        "| Quell > a spelling is missing",
        "+oil > a spelling is missing",
        "Q > 'Q' is too short",
        "... | Quell > '...' is too short",
        "Quell + > '+' stands alone",
        "Quell -- > '-' stands alone",
        "Quell +oil,, > '+' stands alone",
        "Quell -sun,sea > write -sun -sea",
        "Quell +oil Royal > 'Royal' stands after + or -",
        "Quell lang:q1 > 'lang:q1' names no language",
        "Quell lang:und > 'lang:und' names no language",
        "Quell kind:firm > there are person, organisation",
        "Quell case:upper > write case:exact",
        "\"Quell > is not closed",
        "a1 b2 c3 d4 e5 f6 g7 h8 i9 j10 k11 l12 m13 > more than 12 words",
      })
  void saysWhatIsWrongWithALine(String line, String message) {
    assertThat(mistakes("Ada Quill\n" + line))
        .singleElement()
        .satisfies(m -> assertThat(m.line()).isEqualTo(2))
        .satisfies(m -> assertThat(m.message()).contains(message));
  }

  @Test
  void refusesANameThatStandsTwice() {
    assertThat(mistakes("Ada Quill\nBo\nADA QUILL | Ada"))
        .containsExactly(
            new WatchList.Mistake(
                3,
                "'ADA QUILL' stands on line 1 already; put all spellings of a name on one line,"
                    + " with | between them",
                Refusal.with(
                    Refusal.Kind.NAME_TWICE,
                    new Refusal.Detail.Text("ADA QUILL"),
                    new Refusal.Detail.Amount(1))));
  }

  @Test
  void tellsAllMistakesAtOnceAndRefusesTooManyNames() {
    assertThat(mistakes("Q\nAda\n+x")).extracting(WatchList.Mistake::line).containsExactly(1, 3);
    String many =
        IntStream.rangeClosed(0, WatchList.MOST)
            .mapToObj(i -> "Name" + i)
            .collect(Collectors.joining("\n"));
    assertThat(mistakes(many)).singleElement().asString().contains("5001 names");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Quell | Royal Quell Works +oil,\"natural gas\" -beach -\"sea side\" lang:en kind:work",
        "\"-Quell-\" | \"A = B\" case:exact",
        "جائزة كويل | كويل lang:ar",
        "Note: Quell",
      })
  void writesWhatItReads(String line) {
    WatchedName name = one(line);
    assertThat(one(WatchList.write(name))).isEqualTo(name);
  }
}
