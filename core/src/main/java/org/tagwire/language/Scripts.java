package org.tagwire.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Language;

/** Counts the scripts of a text: some belong to one written language of the news and decide at once. */
final class Scripts {
  private static final Map<UnicodeScript, Language> SOLE =
      Map.ofEntries(
          sole(UnicodeScript.HANGUL, "ko"), sole(UnicodeScript.THAI, "th"), sole(UnicodeScript.GREEK, "el"),
          sole(UnicodeScript.GEORGIAN, "ka"), sole(UnicodeScript.ARMENIAN, "hy"), sole(UnicodeScript.TAMIL, "ta"),
          sole(UnicodeScript.TELUGU, "te"), sole(UnicodeScript.KANNADA, "kn"), sole(UnicodeScript.MALAYALAM, "ml"),
          sole(UnicodeScript.GUJARATI, "gu"), sole(UnicodeScript.GURMUKHI, "pa"), sole(UnicodeScript.SINHALA, "si"),
          sole(UnicodeScript.KHMER, "km"), sole(UnicodeScript.LAO, "lo"), sole(UnicodeScript.MYANMAR, "my"),
          sole(UnicodeScript.ORIYA, "or"), sole(UnicodeScript.THAANA, "dv"));

  /** A letter that every other Tigrinya sentence has and Amharic hardly ever. */
  private static final int GLOTTAL_A = 0x12A3;

  private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
  private int total;
  private boolean glottal;

  private Scripts() {}

  static Scripts of(String text) {
    Scripts scripts = new Scripts();
    text.codePoints().filter(Character::isLetter).forEach(scripts::count);
    return scripts;
  }

  private static Map.Entry<UnicodeScript, Language> sole(UnicodeScript script, String language) {
    return Map.entry(script, new Language(language));
  }

  private void count(int c) {
    letters.merge(UnicodeScript.of(c), 1, Integer::sum);
    total++;
    glottal |= c == GLOTTAL_A;
  }

  int letters() {
    return total;
  }

  /** Returns the share of letters in {@code script}, 0 to 1. */
  double share(UnicodeScript script) {
    return total == 0 ? 0 : letters.getOrDefault(script, 0) / (double) total;
  }

  /** Finds the language that alone writes most of this text's letters. */
  Optional<Detected> findDecided() {
    double kana = share(UnicodeScript.HIRAGANA) + share(UnicodeScript.KATAKANA);
    double han = share(UnicodeScript.HAN);
    if (kana + han > 0.5) {
      // Chinese quotes a kana now and then; Japanese prose has at least a tenth
      return Optional.of(new Detected(new Language(kana > 0.05 * (kana + han) ? "ja" : "zh"), kana + han));
    }
    double ethiopic = share(UnicodeScript.ETHIOPIC);
    if (ethiopic > 0.5) {
      return Optional.of(new Detected(new Language(glottal ? "ti" : "am"), 0.7 * ethiopic));
    }
    return letters.keySet().stream()
        .filter(script -> share(script) > 0.5)
        .findFirst()
        .flatMap(script -> Optional.ofNullable(SOLE.get(script)).map(sole -> new Detected(sole, share(script))));
  }
}
