package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Card;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.query.SameText.Added;

class SameTextTest {
  private static final ArticleText WIRE =
      text(
          "The ferry to the outer islands will run through winter, the council decided on Monday."
              + " Twelve members voted for it and three against.",
          "“Nobody is left alone out there,” said Ida Marrow, who had collected 4,000 names.");

  private final Card early = card("https://a.example/1", 30, null);
  private final Card late = card("https://b.example/1", 10, null);

  @Test
  void findsTheSentencesAnOutletHasAdded() {
    String lead = "Good news for Crane Bay. ";
    String more = " The Courier asked the captain, who was pleased.";
    ArticleText text =
        text(
            lead + WIRE.paragraphs().get(0).text() + more,
            WIRE.paragraphs().get(1).text(),
            "Tickets are sold at the harbour from Friday on.");

    Additions additions = Additions.of(text, WIRE);

    int end = text.paragraphs().getFirst().text().length();
    assertThat(additions.sentences()).isEqualTo(3);
    assertThat(additions.spans())
        .containsExactly(
            new Added(0, 0, lead.strip().length()),
            new Added(0, end - more.strip().length(), end),
            new Added(2, 0, text.paragraphs().get(2).text().length()));
  }

  @Test
  void joinsAddedSentencesInARow() {
    ArticleText text = text("It was a long evening. Nobody went home before midnight came.");
    assertThat(Additions.of(text, WIRE).spans())
        .containsExactly(new Added(0, 0, text.paragraphs().getFirst().text().length()));
  }

  @Test
  void countsNoChangedWordAsAnAddition() {
    ArticleText text =
        text(
            WIRE.paragraphs().get(0).text().replace("Twelve", "12").replace("outer", "remote"),
            WIRE.paragraphs().get(1).text());
    assertThat(Additions.of(text, WIRE).sentences()).isZero();
  }

  @Test
  void findsAdditionsInTextsWithoutSpaces() {
    ArticleText wire = text("議会は月曜日に冬の間も島への渡し船を運航すると決めた。");
    ArticleText text = text("議会は月曜日に冬の間も島への渡し船を運航すると決めた。船長は記者に喜びを語った。");
    assertThat(Additions.of(text, wire).sentences()).isEqualTo(1);
    assertThat(Additions.of(wire, text).sentences()).isZero();
  }

  @Test
  void takesWhoPublishedFirstForTheFirst() {
    assertThat(SameText.first(List.of(late, early))).isEqualTo(early);
  }

  @Test
  void takesTheOutletThatOthersCreditForTheFirst() {
    Card taker = card("https://c.example/1", 60, late.carrierName());
    assertThat(SameText.first(List.of(early, taker, late))).isEqualTo(late);
  }

  @Test
  void takesAnAgencyNobodyReadsForNone() {
    Card taker = card("https://c.example/1", 5, "Island Wire");
    assertThat(SameText.first(List.of(taker, late, early))).isEqualTo(early);
  }

  private static ArticleText text(String... paragraphs) {
    List<Paragraph> body = List.of(paragraphs).stream().map(Paragraph::of).toList();
    return new ArticleText(
        "The ferry stays", "", "", body, "", List.of(), null, ArticleText.BodySource.PAGE);
  }

  private Card card(String url, long minutesAgo, @Nullable String origin) {
    String domain = url.substring(8, url.lastIndexOf('/'));
    Reading reading = Samples.article(url).minutesAgo(minutesAgo).carrier(domain).reading();
    ArticleId group = ArticleId.mint("https://a.example/1");
    Card card = Samples.card(reading, Samples.alone(reading));
    return new Card(
        card.id(),
        card.url(),
        card.headline(),
        card.carrier(),
        card.carrierName(),
        origin,
        card.published(),
        card.order(),
        card.category(),
        card.language(),
        card.image(),
        card.opening(),
        card.excerpt(),
        card.whole(),
        card.chips(),
        new Card.Group(card.group().story(), group));
  }
}
