package org.tagwire.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashtagGrammarTest {

  @ParameterizedTest
  @CsvSource({
    "Imogen Poots, ImogenPoots",
    "NHS, NHS",
    "جائزة نوبل, جائزة_نوبل",
    "C++, CPlusPlus",
    "COVID-19, COVID19",
    "A&E, AAndE",
    "U.S., US",
    "O'Dray, ODray",
    "O’Dray, ODray",
    "#ImogenPoots, ImogenPoots",
    "9/11, 9_11",
    "森若健司, 森若健司",
    "paper tide, PaperTide",
    "Okafor-Lind, OkaforLind",
    "ısırgan otu, ısırganOtu",
    "İzmir limanı, İzmirLimanı",
    "Sant Paral·lel, SantParallel",
    "克拉拉·雷恩, 克拉拉_雷恩",
    "می\u200Cخواهم, میخواهم",
    "الجامعة 2031, الجامعة_2031",
    "東京2031, 東京2031",
    "한국 은행, 한국_은행",
    "हिन्दी समाचार, हिन्दी_समाचार",
    "Привет мир, ПриветМир",
    "\uD83C\uDDF3\uD83C\uDDF4 Quill, \uD83C\uDDF3\uD83C\uDDF4Quill"
  })
  void writesANameAsAHashtag(String name, String form) {
    assertThat(HashtagGrammar.form(name)).contains(form);
  }

  @ParameterizedTest
  @CsvSource({
    "café, cafe\u0301",
    "NEWS, news",
    "ＡＩ, ai",
    "straße, STRASSE",
    "ΟΔΟΣ, οδος",
    "\u2764\uFE0F, \u2764",
    "#ai, ai",
    "a\u200Bi, ai",
    "a\u00ADi, ai",
    "i\u0307stanbul, \u0130stanbul",
    "القاهرة, القـاهرة",
    "مُحمَّد, محمد",
    "كتـــاب, كتاب",
    "می\u200Cخواهم, میخواهم",
    "ΣΊΣΥΦΟΣ, σίσυφος",
    "ﬁlm, film",
    "東京２０３１, 東京2031"
  })
  void takesTwoSpellingsOfOneTagForOne(String one, String other) {
    assertThat(TagKey.of(one)).isEqualTo(TagKey.of(other));
  }

  @ParameterizedTest
  @CsvSource({"Zähler, Zahler", "ć, c", "ı, i", "👍🏽, 👍🏿", "Renn, Ren"})
  void keepsApartWhatReadersKeepApart(String one, String other) {
    assertThat(TagKey.of(one)).isNotEqualTo(TagKey.of(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#", "###", " ", "_", "-", "،", "\u0301", "...", "\u200B"})
  void makesNoTagOfNothing(String text) {
    assertThat(TagKey.parse(text)).isEmpty();
  }

  @Test
  void makesNoTagOfMoreThanAHundredCodePoints() {
    assertThat(TagKey.parse("x".repeat(HashtagGrammar.MAX_LENGTH))).isPresent();
    assertThat(TagKey.parse("x".repeat(HashtagGrammar.MAX_LENGTH + 1))).isEmpty();
    assertThat(TagKey.parse("x".repeat(100_000))).isEmpty();
  }

  @Test
  void dropsPunctuationAtTheEndsOfATag() {
    assertThat(HashtagGrammar.form("تريند،")).contains("تريند");
    assertThat(HashtagGrammar.form("«Glass Harbour»")).contains("GlassHarbour");
  }

  @Test
  void asksNoLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      assertThat(TagKey.of("ISTANBUL").value()).isEqualTo("istanbul");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void asksNeitherForJoinersNorForBlanks() {
    assertThat(TagKey.of("جائزة نوبل").withoutJoiners())
        .isEqualTo(TagKey.of("جائزةنوبل").withoutJoiners());
    assertThat(TagKey.of("paper_tide").withoutJoiners()).isEqualTo(TagKey.of("Paper Tide").value());
  }

  @Test
  void joinsTwoWordsToTheKeysOfBoth() {
    long seed = 20_311_122;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String one = word(random);
      String other = word(random);
      if (TagKey.parse(one).isPresent() && TagKey.parse(other).isPresent()) {
        String joined = TagKey.of(one).withoutJoiners() + TagKey.of(other).withoutJoiners();
        String form = HashtagGrammar.form(one + " " + other).orElse("");
        assertThat(TagKey.of(form).withoutJoiners())
            .as("seed %s: '%s' and '%s'", seed, one, other)
            .isEqualTo(HashtagGrammar.fold(joined));
        assertThat(HashtagGrammar.form(form)).as("seed %s: '%s'", seed, form).contains(form);
      }
    }
  }

  /** A few letters of one alphabet. */
  private static String word(Random random) {
    int[][] alphabets = {
      {'a', 'z'},
      {'A', 'Z'},
      {0xC0, 0x24F},
      {0x370, 0x3FF},
      {0x400, 0x4FF},
      {0x5D0, 0x5EA},
      {0x621, 0x64A},
      {0x900, 0x94D},
      {0xE01, 0xE3A},
      {0x3041, 0x30FF},
      {0x4E00, 0x4E80},
      {0xAC00, 0xAC80},
      {0x10A0, 0x10FF},
      {0x13A0, 0x13FF},
      {0x1E00, 0x1FFF},
      {0x1F600, 0x1F64F}
    };
    int[] alphabet = alphabets[random.nextInt(alphabets.length)];
    StringBuilder word = new StringBuilder();
    for (int n = 1 + random.nextInt(5); n > 0; n--) {
      word.appendCodePoint(alphabet[0] + random.nextInt(alphabet[1] - alphabet[0] + 1));
    }
    return word.toString();
  }

  @Test
  void readsItsOwnFormsBackToTheSameKey() {
    long seed = 20251122;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      String text =
          random
              .ints(1 + random.nextInt(12), 1, 0x3100)
              .filter(Character::isDefined)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      HashtagGrammar.form(text)
          .ifPresent(
              form ->
                  assertThat(TagKey.parse(form))
                      .as("seed %s, text '%s'", seed, text)
                      .isEqualTo(TagKey.parse(text)));
    }
  }
}
