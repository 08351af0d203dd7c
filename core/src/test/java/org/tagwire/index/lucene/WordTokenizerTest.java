package org.tagwire.index.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordTokenizerTest {
  private final NewsAnalyzer analyzer = new NewsAnalyzer();

  private List<String> words(String text) {
    return analyzer.words(text, 10_000);
  }

  @Test
  void partsAtEverythingButLettersDigitsAndMarks() {
    assertThat(words("O'Brien’s COVID-19, e.g. 3.5 % of a_b\n(x)"))
        .containsExactly("o", "brien", "s", "covid", "19", "e", "g", "3", "5", "of", "a", "b", "x");
  }

  @Test
  void foldsCaseAccentsWidthAndSharpS() {
    assertThat(words("ZÜRICH Straße Ｗｉｄｅ Łódź İzmir ΣΊΣΥΦΟΣ"))
        .startsWith("zurich", "strasse", "wide")
        .contains("izmir");
    assertThat(words("Σίσυφος")).isEqualTo(words("ΣΊΣΥΦΟΣ"));
    assertThat(words("soft\u00ADhyphen")).containsExactly("softhyphen");
  }

  @Test
  void bringsArabicSpellingsTogether() {
    assertThat(words("أحمد إلى مدرسةٌ مـــدرسة")).isEqualTo(words("احمد الي مدرسه مدرسه"));
    assertThat(words("ـ")).isEmpty();
  }

  @Test
  void pairsChineseJapaneseAndKorean() {
    assertThat(words("東京都 カード 한국어 人 𠀀𠀁"))
        .containsExactly("東京", "京都", "カー", "ード", "한국", "국어", "人", "𠀀𠀁");
    assertThat(words("iPhone発売")).containsExactly("iphone", "発売");
  }

  @Test
  void cutsThaiByDictionary() {
    assertThat(words("ตลาดน้ำเปิดแล้ว news")).hasSizeGreaterThan(3).endsWith("news");
  }

  @Test
  void cutsWhatIsNoWordAnyMore() {
    assertThat(words("a".repeat(300))).extracting(String::length).containsExactly(128, 128, 44);
  }

  @Test
  void readsLongTextsWhole() {
    assertThat(words("word ".repeat(9_000))).hasSize(9_000);
    assertThat(words("short")).containsExactly("short");
  }

  @Test
  void endsOnAnyText() {
    long seed = new Random().nextLong();
    System.out.println("endsOnAnyText: seed " + seed);
    Random random = new Random(seed);
    int[] blocks = {
      0x20, 0x300, 0x600, 0xE00, 0x1000, 0x1780, 0x3040, 0xAC00, 0xD7F0, 0x1F600, 0x20000
    };
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 60; k++) {
        int c = blocks[random.nextInt(blocks.length)] + random.nextInt(0x60);
        text.append(random.nextInt(40) == 0 ? "\uD800" : Character.toString(c));
      }
      assertThat(words(text.toString())).as("seed %s: %s", seed, text).hasSizeLessThan(200);
    }
  }
}
