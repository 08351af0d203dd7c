package org.tagwire.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.extract.ExtractedPage.OriginHint;
import org.tagwire.extract.ExtractedPage.OriginHint.Sign;

class BylinesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          By Nell Harrow                                   | Nell Harrow
          Written by: Nell Harrow                          | Nell Harrow
          Von Jette Quast und Ole Brandt                   | Jette Quast;Ole Brandt
          Par Odile Fournel, Théo Marchand et Lise Aubry   | Odile Fournel;Théo Marchand;Lise Aubry
          Por Inés Calderón                                | Inés Calderón
          NELL HARROW and ODA FENN, Harbour Desk Staff     | NELL HARROW;ODA FENN
          Nell Harrow, Staff reporter at the Gazette       | Nell Harrow
          Nell Harrow PortWatch Staff                      | Nell Harrow
          Nell Harrow For The Harbour On Sunday            | Nell Harrow
          Nell Harrow November 18, 2024 at 9:24 pm         | Nell Harrow
          Posted by Nell Harrow on Tuesday at 18:52        | Nell Harrow
          Jette Quast am Samstag, 19. Oktober um 11:14 Uhr | Jette Quast
          Nell Harrow nell@gazette.example                 | Nell Harrow
          Jette Quast, Osterland                           | Jette Quast
          Mara van der Velde, Ph.D.                        | Mara van der Velde
          Oda May                                          | Oda May
          Ministry of Tides and Harbours                   | Ministry of Tides and Harbours
          文/林海音                                         | 林海音
          بقلم: سلمى الحداد                                | سلمى الحداد
          """)
  void keepsTheNamesAndNothingElse(String written, String names) {
    assertThat(Bylines.clean(written)).containsExactly(names.split(";"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"admin", "Editorial Staff", "Redaktion", "12:01 PM", "November", "#tides"})
  void findsNobodyInWhatNamesNobody(String written) {
    assertThat(Bylines.clean(written)).isEmpty();
  }

  @Test
  void believesWhatIsToldToMachinesFirstAndSaysNobodyTwice() {
    String told =
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":[{\"name\":\"Nell"
            + " Harrow\"},{\"name\":\"By NELL HARROW\"},{\"name\":\"Oda Fenn\"}]}</script>";

    assertThat(read(told, "<p class=byline>By Somebody Else</p>").authors())
        .containsExactly("Nell Harrow", "Oda Fenn");
  }

  @Test
  void findsTheLineBelowTheHeadline() {
    assertThat(read("", "<p>By Nell Harrow and Oda Fenn</p>").authors())
        .containsExactly("Nell Harrow", "Oda Fenn");
  }

  @Test
  void takesNoSentenceForAByline() {
    assertThat(read("", "<p>By Noon the Harbour was full of boats</p>").authors()).isEmpty();
  }

  @Test
  void doesNotAskThoseWhoComment() {
    String comment = "<div class=comments><span class=author>Gull Feather</span></div>";

    assertThat(read("", comment).authors()).isEmpty();
  }

  @Test
  void setsTheAgencyApart() {
    ExtractedPage page = read("<meta name=author content='Nell Harrow, Reuters'>", "");

    assertThat(page.authors()).containsExactly("Nell Harrow");
    assertThat(page.origins()).contains(new OriginHint(Sign.AGENCY, "Reuters", null));
  }

  @Test
  void namesAnAgencyThatStandsAlone() {
    assertThat(read("<meta name=author content='AFP'>", "").authors()).isEqualTo(List.of("AFP"));
  }

  private static ExtractedPage read(String head, String below) {
    String page =
        "<html><head><title>The mill turns</title>"
            + head
            + "</head><body><article><h1>The mill turns</h1>"
            + below
            + "<p>The tidal mill at Corran Quay ground its first sack of flour in ninety years on"
            + " Tuesday, watched by a crowd.</p><p>Volunteers had spent eleven winters clearing"
            + " silt from the pond, and another two persuading the wheel to turn.</p>"
            + "</article></body></html>";
    return new ArticleExtractor()
        .extract(
            PageInput.of(
                page.getBytes(StandardCharsets.UTF_8),
                "text/html",
                "https://gazette.example/mill"));
  }
}
