package org.tagwire.copies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tagwire.model.ArticleId;
import org.tagwire.model.CopyPrint;

class CopiesTest {
  private static final Instant NOON = Instant.parse("2025-06-01T12:00:00Z");

  @Test
  void findsCopiesWithChangedWordsCutTextsAndAddedText() {
    long seed = 7_351L;
    System.out.println("CopiesTest seed " + seed);
    Random random = new Random(seed);
    int missed = 0;
    for (int round = 0; round < 200; round++) {
      List<String> text = words(random, 300 + random.nextInt(900));
      missed += isCopy(text, edited(text, random, 0.05)) ? 0 : 1;
      missed += isCopy(text, text.subList(0, text.size() / 2)) ? 0 : 1;
      missed += isCopy(text, with(text, words(random, (int) (0.3 * text.size())))) ? 0 : 1;
      missed += isCopy(text, with(words(random, 60), text)) ? 0 : 1;
    }
    assertThat(missed).isZero();
  }

  @Test
  void findsMostCopiesWithEveryTenthWordChanged() {
    Random random = new Random(99);
    int found = 0;
    for (int round = 0; round < 200; round++) {
      List<String> text = words(random, 500);
      found += isCopy(text, edited(text, random, 0.1)) ? 1 : 0;
    }
    assertThat(found).isGreaterThanOrEqualTo(197);
  }

  @Test
  void neverTakesDifferentTextsForCopies() {
    Random random = new Random(5);
    List<CopyPrint> prints = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      prints.add(print(words(random, 100 + random.nextInt(800))));
    }
    for (int i = 0; i < prints.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(CopyFinder.isCopy(CopyFinder.compare(prints.get(i), prints.get(j)))).isFalse();
      }
    }
  }

  @Test
  void estimatesContainmentAcrossLevels() {
    Random random = new Random(11);
    List<String> text = words(random, 6_000);
    List<String> part = text.subList(1_000, 1_400);
    assertThat(CopyFinder.compare(print(text), print(part)).containment()).isGreaterThan(0.9);
    assertThat(CopyFinder.compare(print(text), print(part)).jaccard()).isLessThan(0.2);
  }

  @Test
  void leavesShortTextsAlone() {
    assertThat(CopyFinder.print("Rain expected in Port Ellin on Monday")).isEqualTo(CopyPrint.NONE);
    assertThat(new Copies().find(CopyPrint.NONE)).isEmpty();
  }

  @Test
  void comparesTextsWithoutSpaces() {
    String text = "市長は月曜日に新しい橋の開通式に出席し、建設に携わった作業員に感謝の言葉を述べた。橋は三年の工期を経て完成した。";
    assertThat(CopyFinder.isCopy(CopyFinder.compare(CopyFinder.print(text), CopyFinder.print(text + "写真は本社撮影。")))).isTrue();
  }

  @Test
  void namesTheEarliestAndItsGroup() {
    List<String> text = words(new Random(3), 400);
    Copies window = new Copies();
    window.add(id("second"), id("first"), print(text), NOON.plusSeconds(60));
    window.add(id("first"), id("first"), print(text), NOON);
    Optional<Copies.Match> match = window.find(print(text));
    assertThat(match.map(Copies.Match::article)).contains(id("first"));
    assertThat(match.orElseThrow().reason()).isEqualTo("same text: 100 % of the wording in common, 100 % of the shorter text");
    window.remove(id("first"));
    assertThat(window.find(print(text)).map(Copies.Match::group)).contains(id("first"));
  }

  @Test
  void forgetsWhatIsOld() {
    List<String> text = words(new Random(4), 400);
    Copies window = new Copies();
    window.add(id("old"), id("old"), print(text), NOON);
    window.expire(NOON.plusSeconds(1));
    assertThat(window.find(print(text))).isEmpty();
    assertThat(window.size()).isZero();
  }

  private static boolean isCopy(List<String> one, List<String> other) {
    Copies window = new Copies();
    window.add(id("one"), id("one"), print(one), NOON);
    return window.find(print(other)).isPresent();
  }

  private static CopyPrint print(List<String> words) {
    return CopyFinder.print(String.join(" ", words));
  }

  private static ArticleId id(String name) {
    return ArticleId.mint("https://example.org/" + name);
  }

  private static List<String> with(List<String> one, List<String> other) {
    List<String> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private static List<String> edited(List<String> words, Random random, double share) {
    return words.stream().map(w -> random.nextDouble() < share ? "changed" + random.nextInt(9_999) : w).toList();
  }

  /** Words with the frequencies of a language (Zipf), so that short sequences repeat as they do in texts. */
  private static List<String> words(Random random, int n) {
    String[] words = new String[n];
    Arrays.setAll(words, i -> "w" + (int) Math.exp(random.nextDouble() * Math.log(20_000)));
    return List.of(words);
  }
}
