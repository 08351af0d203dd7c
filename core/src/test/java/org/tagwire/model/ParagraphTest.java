package org.tagwire.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Mark.Kind;

class ParagraphTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:harm()",
        "//a.example/",
        "data:text/html,x",
        "https://a.example/\"",
        "https://a.example/<b>",
        "https://a.example/ x",
        "",
        " https://a.example/"
      })
  void aLinkLeadsToTheWebOnly(String address) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Mark(Kind.LINK, 0, 1, address));
  }

  @Test
  void aLinkIsNoLongerThanABrowserTakes() {
    String longest = "https://a.example/" + "x".repeat(Mark.LONGEST_ADDRESS - 18);

    assertThat(Mark.isAllowed(Kind.LINK, longest)).isTrue();
    assertThat(Mark.isAllowed(Kind.LINK, longest + "x")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "BOLD,x",
    "LANGUAGE,en\" onclick",
    "LANGUAGE,''",
    "ISOLATE,sideways",
    "ABBREVIATION,''"
  })
  void aMarkHasNoValueButItsOwn(Kind kind, String value) {
    assertThatIllegalArgumentException().isThrownBy(() -> new Mark(kind, 0, 1, value));
  }

  @ParameterizedTest
  @CsvSource({"0,3,2,4", "2,4,0,1", "0,5,0,6", "0,7,1,2"})
  void marksNeitherCrossNorStandOutsideTheText(int from, int to, int nextFrom, int nextTo) {
    List<Mark> marks =
        List.of(new Mark(Kind.BOLD, from, to, ""), new Mark(Kind.ITALIC, nextFrom, nextTo, ""));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Paragraph(Paragraph.Kind.TEXT, "ferry", marks));
  }

  @Test
  void whatIsShownElsewhereIsNoPartOfTheText() {
    ArticleText text =
        new ArticleText(
            "Title",
            "",
            "Summary",
            List.of(new Paragraph(Paragraph.Kind.LINK, "Vimeo")),
            "",
            List.of(),
            null,
            ArticleText.BodySource.PAGE);

    assertThat(text.plain()).isEqualTo("Summary");
    assertThat(text.length()).isEqualTo("Summary".length());
  }
}
