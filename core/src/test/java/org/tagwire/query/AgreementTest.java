package org.tagwire.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tagwire.query.Agreement.Agreed;
import org.tagwire.query.Agreement.Voice;

class AgreementTest {
  private static final String HERALD =
      "Twelve members of the council voted to keep the night ferry running through winter.";
  private static final String COURIER =
      "The night ferry keeps running through winter after twelve council members voted for it.";
  private static final String TRUMPET =
      "Running the night ferry through the winter was backed by twelve of the council's members, who"
          + " voted late.";

  private final List<Voice> voices = new ArrayList<>();

  private AgreementTest says(String origin, String... sentences) {
    voices.add(new Voice(origin, voices.size(), List.of(sentences)));
    return this;
  }

  private List<String> agreed() {
    return new Agreement(voices).agreed().stream().map(a -> a.said().text()).toList();
  }

  @Test
  void quotesWordForWordWhatThreeOriginsSayInTheirOwnWords() {
    says("herald", HERALD, "Nobody was surprised by the weather that evening.");
    says("courier", "Seagulls circled above the harbour wall.", COURIER);
    says("trumpet", TRUMPET);
    List<Agreed> agreed = new Agreement(voices).agreed();
    assertThat(agreed).hasSize(1);
    assertThat(List.of(HERALD, COURIER, TRUMPET)).contains(agreed.getFirst().said().text());
    assertThat(agreed.getFirst().others()).hasSize(2);
  }

  @Test
  void takesTwoOriginsForTooFew() {
    says("herald", HERALD).says("courier", COURIER).says("herald", TRUMPET);
    assertThat(agreed()).isEmpty();
  }

  @Test
  void countsCopiesOfOneTextOnce() {
    voices.add(new Voice("herald", "one text", List.of(HERALD)));
    voices.add(new Voice("courier", "one text", List.of(COURIER)));
    voices.add(new Voice("trumpet", "another", List.of(TRUMPET)));
    assertThat(new Agreement(voices).origins()).isEqualTo(2);
    assertThat(agreed()).isEmpty();
  }

  @Test
  void countsTheSameWordingOnce() {
    says("herald", HERALD).says("courier", HERALD).says("trumpet", HERALD).says("star", TRUMPET);
    assertThat(agreed()).isEmpty();
  }

  @Test
  void findsNoAgreementWhereNumbersDiffer() {
    says("herald", "The storm cut power to 400 houses along the northern coast on Friday night.");
    says("courier", "Power was cut to 900 houses along the northern coast by the Friday storm.");
    says("trumpet", "On Friday night a storm cut the power of 1,500 houses on the northern coast.");
    assertThat(agreed()).isEmpty();
  }

  @Test
  void findsNoAgreementWithADenial() {
    says("herald", HERALD).says("courier", COURIER);
    says("trumpet", "Twelve council members never voted to keep the night ferry running in winter.");
    assertThat(agreed()).isEmpty();
  }

  @Test
  void takesANameInCommonForNoAgreement() {
    String name = "the Northern Harbour and Ferry Workers Union of Crane Bay";
    says("herald", "Last year a new hall was painted green by " + name + ".");
    says("courier", "Nobody answered the telephone this morning at " + name + ".");
    says("trumpet", "A brass band has been founded with old instruments from " + name + ".");
    assertThat(agreed()).isEmpty();
  }

  @Test
  void quotesNoSentenceThatCannotStandAlone() {
    says("herald", "He told the council that the night ferry keeps running through winter.");
    says("courier", "She told the council the night ferry would keep running all winter long.");
    says("trumpet", "They told the council: the winter night ferry will just keep running.");
    assertThat(agreed()).isEmpty();
  }

  @Test
  void agreesInScriptsWithoutCaseToo() {
    says("one", "قرر المجلس البلدي مساء الاثنين تشغيل العبارة الليلية طوال فصل الشتاء.");
    says("two", "تشغيل العبارة الليلية طوال الشتاء قرره المجلس البلدي بعد جلسة مساء الاثنين الطويلة.");
    says("three", "مساء الاثنين قرر أعضاء المجلس البلدي بالإجماع تشغيل العبارة الليلية في الشتاء.");
    assertThat(agreed()).hasSize(1);
  }

  @Test
  void knowsWhoSaidSomethingFirst() {
    String news = "A hidden tunnel with forty barrels of salt was discovered beneath the pier.";
    says("herald", HERALD);
    says("courier", COURIER, news);
    says("trumpet", TRUMPET, "Forty barrels of salt stood in the hidden tunnel beneath the pier.");
    var fresh = new Agreement(voices).fresh();
    assertThat(fresh).containsOnlyKeys(1);
    assertThat(fresh.get(1).sentences()).isOne();
    assertThat(fresh.get(1).most().text()).isEqualTo(news);
  }

  @Test
  void findsNothingInNothing() {
    assertThat(agreed()).isEmpty();
    says("herald").says("courier").says("trumpet");
    assertThat(agreed()).isEmpty();
    assertThat(new Agreement(voices).fresh()).isEmpty();
  }
}
