package org.tagwire.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.Tagging;
import org.tagwire.model.WatchedName;

/**
 * Names are invented, changed as each language changes names, and planted between words; every one
 * has to be found, and none that was not planted.
 */
class PlantedNamesTest {
  private static final long SEED = 20_251_122;
  private static final int ROUNDS = 400;

  /**
   * For each language: syllables of names, words between, and what may follow or precede a name.
   */
  private record Tongue(
      List<String> syllables, List<String> words, List<String> before, List<String> after) {}

  private static final Map<String, Tongue> TONGUES =
      Map.of(
          "en",
          tongue("bar del mon tor vek lin", "the ferry of came and said in", "", " 's ’s s"),
          "de",
          tongue("bar grün mon tor vek lin", "der Fähre und kam im Hafen", "", " s en er"),
          "ru",
          tongue("бор дел мон тор век лин", "паром из порта и сказал в", "", " а у ом е ы ов"),
          "pl",
          tongue("bor del mon tor wek lin", "prom z portu i w mieście", "", " a owi em u ie ów"),
          "fi",
          tongue("bor dal mun tor vek lan", "lautta ja satama on nyt", "", " in ista issa ille ia"),
          "hu",
          tongue("bor dal mun tor vek lan", "a komp és most van", "", " nak nek ban ben ról t hoz"),
          "tr",
          tongue("bor dal mun tor vek lan", "vapur ve liman bu", "", " 'da ’nın dan in lar"),
          "ar",
          tongue("بور دال مون تار فيك لين", "سفينة في ميناء قال", " و ب ل ال وال بال كال لل", ""),
          "he",
          tongue("בור דל מון טור ויק לין", "ספינה נמל אמר", " ו ב ל מ ה וב", ""),
          "ja",
          tongue("武田 山本 東野 北川 森岡", "は今日船 に着いた と言った", "", " が は さん"));

  private static Tongue tongue(String syllables, String words, String before, String after) {
    return new Tongue(split(syllables), split(words), split(before), split(after));
  }

  private static List<String> split(String spaced) {
    return List.of(spaced.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "ru", "pl", "fi", "hu", "tr", "ar", "he", "ja"})
  void findsEveryNameThatWasPlantedAndNoOther(String language) {
    Random random = new Random(SEED);
    Tongue tongue = TONGUES.get(language);
    List<String> names = new ArrayList<>();
    while (names.size() < 15) {
      String name = name(tongue, language, random);
      if (names.stream().noneMatch(n -> n.startsWith(name) || name.startsWith(n))) {
        names.add(name);
      }
    }
    Lookout lookout = Lookout.of(names.stream().map(WatchedName::of).toList());
    for (int round = 0; round < ROUNDS; round++) {
      String planted = pick(names, random);
      String text = planted(planted, tongue, language, random);
      assertThat(LookoutTest.find(lookout, text, language))
          .as("seed %d, round %d, %s in: %s", SEED, round, planted, text)
          .extracting(Tagging::name)
          .containsExactly(planted);
      String without = words(tongue, random, language) + words(tongue, random, language);
      assertThat(LookoutTest.find(lookout, without, language)).as(without).isEmpty();
    }
  }

  /** Two words of three syllables each, so that no name is a piece of another. */
  private static String name(Tongue tongue, String language, Random random) {
    if (language.equals("ja")) {
      return pick(tongue.syllables(), random) + pick(tongue.syllables(), random);
    }
    StringBuilder name = new StringBuilder();
    for (int word = 0; word < 2; word++) {
      StringBuilder letters = new StringBuilder();
      for (int i = 0; i < 3; i++) {
        letters.append(pick(tongue.syllables(), random));
      }
      name.append(word == 0 ? "" : " ")
          .append(letters.substring(0, 1).toUpperCase(Locale.ROOT))
          .append(letters.substring(1));
    }
    return name.toString();
  }

  private static String planted(String name, Tongue tongue, String language, Random random) {
    String changed = pick(tongue.before(), random) + name + pick(tongue.after(), random);
    boolean plain = changed.equals(name);
    String cased =
        switch (random.nextInt(6)) {
          case 0 -> changed.toUpperCase(Locale.forLanguageTag(language));
          case 1 -> changed.replace(" ", "\u00A0");
          case 2 -> changed.replace(" ", "-");
          case 3 -> plain ? "#" + changed.replace(" ", "") : changed;
          case 4 -> "“" + changed + "”,";
          default -> changed;
        };
    return words(tongue, random, language)
        + cased
        + gap(language)
        + words(tongue, random, language);
  }

  private static String words(Tongue tongue, Random random, String language) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      words.append(pick(tongue.words(), random)).append(gap(language));
    }
    return words.toString();
  }

  private static String gap(String language) {
    return language.equals("ja") ? "" : " ";
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }
}
