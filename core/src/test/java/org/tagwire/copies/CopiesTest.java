package org.tagwire.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.ArticleId;
import org.tagwire.model.CopyPrint;

class CopiesTest {
  private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

  private static final String WEATHER =
      "Port Ellin will see %s degrees on %s, with a %s per cent chance of rain and winds of up to"
          + " %s kilometres an hour from the west. Overnight the temperature falls to %s degrees."
          + " The sun rises at %s and sets at %s. The harbour reports a water temperature of %s"
          + " degrees and waves of %s metres. Small boats are advised to stay inside the breakwater"
          + " until %s in the evening. Farmers in the valley should cover young plants before"
          + " midnight, and drivers on the coast road are asked to expect fog in the morning.";

  private final Copies window = new Copies();

  @ParameterizedTest
  @ValueSource(longs = {7_351, 12, 99})
  void findsWhatOutletsMakeOfAText(long seed) {
    Drafts drafts = new Drafts(seed);
    for (int round = 0; round < 60; round++) {
      List<String> text = drafts.words(drafts.between(150, 1_500));
      assertCopy(text, drafts.edited(text, 0.05));
      assertCopy(text, drafts.edited(text, 0.1));
      assertCopy(text, drafts.part(text, text.size() / 2));
      assertCopy(text, drafts.withBoilerplate(text));
      assertCopy(text, drafts.withNewLead(text));
      assertCopy(text, drafts.quotedWhole(text));
    }
  }

  @Test
  void neverTakesDifferentTextsForCopies() {
    Drafts drafts = new Drafts(5);
    for (int i = 0; i < 2_000; i++) {
      CopyPrint print = print(drafts.words(drafts.between(30, 900)));
      assertThat(window.find(print)).isEmpty();
      window.add(id("text" + i), id("text" + i), print, NOON);
    }
  }

  @Test
  void tellsTwoFillingsOfAFormApart() {
    CopyPrint monday = weather("14", "Monday", "35", "28", "6", "5:41", "21:12", "11", "1.4", "8");
    CopyPrint tuesday =
        weather("19", "Tuesday", "10", "12", "9", "5:39", "21:14", "13", "0.6", "6");
    assertThat(CopyFinder.compare(monday, tuesday).containment()).isGreaterThan(0.45);
    assertThat(CopyFinder.compare(monday, tuesday).isCopy()).isFalse();
  }

  @Test
  void findsAReportOfNumbersThatIsOnlyCorrected() {
    CopyPrint first = weather("14", "Monday", "35", "28", "6", "5:41", "21:12", "11", "1.4", "8");
    CopyPrint later = weather("15", "Monday", "35", "28", "6", "5:41", "21:12", "11", "1.4", "8");
    assertThat(CopyFinder.compare(first, later).isCopy()).isTrue();
  }

  @Test
  void tellsNoticesOfDifferentPeopleApart() {
    String notice =
        "Funeral services for %1$s will be held at the chapel on the hill in %2$s. Friends of %1$s"
            + " may sign the book in the hall from ten in the morning. %1$s was born in %2$s, went to"
            + " school in %3$s and worked for many years at %4$s. Those who wish may give to"
            + " the lifeboat station in %3$s in memory of %1$s. The family of %1$s thanks the"
            + " nurses of %4$s for their care, and invites everybody to the inn in %2$s afterwards.";
    CopyPrint one =
        CopyFinder.print(notice.formatted("Ida Marrow", "Port Ellin", "Sandwick", "Marrow Mill"));
    CopyPrint other =
        CopyFinder.print(
            notice.formatted("Tom Askerby", "Upper Lunt", "Crane Bay", "Lunt Infirmary"));
    assertThat(CopyFinder.compare(one, other).isCopy()).isFalse();
  }

  @Test
  void doesNotJoinSummariesByWhatTheirOutletAlwaysSays() {
    String always =
        " Read more at the Ellin Courier, the paper of the islands since the first steamer came,"
            + " and sign up for our morning letter with all that happened overnight.";
    List<String> news =
        List.of(
            "The council has voted to keep the ferry to the outer islands running through winter.",
            "A whale was seen in the bay this morning and followed the fishing boats to the pier.",
            "The new school by the mill opens in autumn with room for two hundred children.",
            "Bakers warn that bread will cost more after the bad harvest in the valley.");
    for (String summary : news) {
      CopyPrint print = CopyFinder.print(summary + always);
      assertThat(print.size()).isPositive();
      assertThat(window.find(print)).as(summary).isEmpty();
      window.add(id(summary), id(summary), print, NOON);
    }
  }

  @Test
  void leavesOutOfShortTextsWhatManySay() {
    Drafts drafts = new Drafts(8);
    List<String> always = drafts.words(40);
    for (int i = 0; i < Copies.COMMON; i++) {
      add("known" + i, Drafts.joined(drafts.words(20), always));
    }
    assertThat(window.find(print(Drafts.joined(drafts.words(12), always)))).isEmpty();
    add("another", Drafts.joined(drafts.words(200), drafts.words(40)));
    assertThat(window.find(print(always))).isEmpty();
  }

  @Test
  void leavesShortTextsAlone() {
    assertThat(CopyFinder.print("Rain expected in Port Ellin on Monday")).isEqualTo(CopyPrint.NONE);
    assertThat(window.find(CopyPrint.NONE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "市長は月曜日に新しい橋の開通式に出席し、建設に携わった作業員に感謝の言葉を述べた。橋は三年の工期を経て完成した。",
        "นายกเทศมนตรีเปิดสะพานใหม่เมื่อวันจันทร์และขอบคุณคนงานทุกคนที่ร่วมกันสร้างสะพานนี้มาเป็นเวลาสามปี"
      })
  void comparesTextsWithoutSpacesByTheirSigns(String text) {
    CopyPrint whole = CopyFinder.print(text);
    CopyPrint edited = CopyFinder.print(text.substring(0, 20) + text.substring(21) + "写真は本社");
    assertThat(CopyFinder.compare(whole, edited).isCopy()).isTrue();
  }

  @Test
  void tellsJapaneseTextsWithOneEndingApart() {
    String ending = "（この記事は無料で公開しています。続きは会員登録でお読みいただけます。）";
    CopyPrint bridge = CopyFinder.print("市長は月曜日に新しい橋の開通式に出席し、作業員に感謝の言葉を述べた。" + ending);
    CopyPrint harvest = CopyFinder.print("谷の農家は今年の米の収穫が例年より早く始まったと話し、雨を心配している。" + ending);
    assertThat(CopyFinder.compare(bridge, harvest).isCopy()).isFalse();
  }

  @Test
  void readsOverCaseUnicodeFormAndMarks() {
    String text = String.join(" ", new Drafts(2).words(80)) + " Zoë’s café in Ærø – naïve";
    String other =
        java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFD)
            .toUpperCase(Locale.ROOT)
            .replace("–", "-")
            .replace(" ", " \n ");
    Likeness likeness = CopyFinder.compare(CopyFinder.print(text), CopyFinder.print(other));
    assertThat(likeness.jaccard()).isEqualTo(1);
    assertThat(likeness.isCopy()).isTrue();
  }

  @Test
  void estimatesContainmentInALongerText() {
    Drafts drafts = new Drafts(11);
    List<String> text = drafts.words(6_000);
    Likeness likeness = CopyFinder.compare(print(text), print(text.subList(1_000, 1_500)));
    assertThat(likeness.containment()).isGreaterThan(0.9);
    assertThat(likeness.jaccard()).isLessThan(0.2);
  }

  @Test
  void namesTheEarliestAndItsGroup() {
    List<String> text = new Drafts(3).words(400);
    window.add(id("second"), id("first"), print(text), NOON.plusSeconds(60));
    window.add(id("first"), id("first"), print(text), NOON);
    Optional<Copies.Match> match = window.find(print(text));
    assertThat(match.map(Copies.Match::article)).contains(id("first"));
    assertThat(match.orElseThrow().reason())
        .isEqualTo("same text: 100 % of the wording in common, 100 % of the shorter text");
    window.remove(id("first"));
    assertThat(window.find(print(text)).map(Copies.Match::group)).contains(id("first"));
  }

  @Test
  void findsATextThatHundredsHaveTaken() {
    List<String> text = new Drafts(6).words(300);
    for (int i = 0; i < 300; i++) {
      window.add(id("copy" + i), id("copy0"), print(text), NOON.plusSeconds(i));
    }
    assertThat(window.find(print(text)).map(Copies.Match::group)).contains(id("copy0"));
  }

  @Test
  void forgetsWhatIsOld() {
    Drafts drafts = new Drafts(4);
    List<String> old = drafts.words(400);
    List<String> recent = drafts.words(400);
    add("old", old);
    window.add(id("recent"), id("recent"), print(recent), NOON.plusSeconds(60));
    window.expire(NOON.plusSeconds(1));
    assertThat(window.find(print(old))).isEmpty();
    assertThat(window.find(print(recent)).map(Copies.Match::article)).contains(id("recent"));
    assertThat(window.size()).isEqualTo(1);
  }

  private static void assertCopy(List<String> text, List<String> taken) {
    assertThat(found(text, taken)).as("%d words, then %d", text.size(), taken.size()).isTrue();
    assertThat(found(taken, text)).as("%d words, then %d", taken.size(), text.size()).isTrue();
  }

  private static boolean found(List<String> known, List<String> asked) {
    Copies window = new Copies();
    window.add(id("known"), id("known"), print(known), NOON);
    return window.find(print(asked)).isPresent();
  }

  private void add(String name, List<String> words) {
    window.add(id(name), id(name), print(words), NOON);
  }

  private static CopyPrint weather(Object... values) {
    return CopyFinder.print(WEATHER.formatted(values));
  }

  private static CopyPrint print(List<String> words) {
    return CopyFinder.print(String.join(" ", words));
  }

  private static ArticleId id(String name) {
    return ArticleId.mint("https://example.org/" + name);
  }
}
