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
    "Okafor-Lind, OkaforLind"
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
    "مُحمَّد, محمد"
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
