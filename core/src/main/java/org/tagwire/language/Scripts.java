package org.tagwire.language;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tagwire.model.Language;

/**
 * Counts the scripts of a text: some belong to one written language of the news and decide at once.
 */
final class Scripts {
  private static final Map<UnicodeScript, Language> SOLE =
      Map.ofEntries(
          sole(UnicodeScript.HANGUL, "ko"),
          sole(UnicodeScript.THAI, "th"),
          sole(UnicodeScript.GREEK, "el"),
          sole(UnicodeScript.GEORGIAN, "ka"),
          sole(UnicodeScript.ARMENIAN, "hy"),
          sole(UnicodeScript.TAMIL, "ta"),
          sole(UnicodeScript.TELUGU, "te"),
          sole(UnicodeScript.KANNADA, "kn"),
          sole(UnicodeScript.MALAYALAM, "ml"),
          sole(UnicodeScript.GUJARATI, "gu"),
          sole(UnicodeScript.GURMUKHI, "pa"),
          sole(UnicodeScript.SINHALA, "si"),
          sole(UnicodeScript.KHMER, "km"),
          sole(UnicodeScript.LAO, "lo"),
          sole(UnicodeScript.MYANMAR, "my"),
          sole(UnicodeScript.ORIYA, "or"),
          sole(UnicodeScript.THAANA, "dv"));

  /** Beside this share of another script, Latin letters are names and a page's furniture. */
  private static final double GUEST = 0.3;

  private static final Pattern ADDRESS =
      Pattern.compile("://|^www\\.|\\w@\\w|^[@#]\\w|\\w\\.(?:com|org|net)\\b");

  private static final Pattern DIGITS = Pattern.compile("[\\p{Nd} ]+");
  private static final Pattern REPEATS = Pattern.compile("(.)\\1{2,}");

  private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
  private int total;

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
  }

  int letters() {
    return total;
  }

  /** Returns the share of letters in {@code script}, 0 to 1. */
  double share(UnicodeScript script) {
    return total == 0 ? 0 : letters.getOrDefault(script, 0) / (double) total;
  }

  /**
   * Returns the script that the text is written in; Latin letters count only where hardly any
   * others stand.
   */
  UnicodeScript main() {
    return letters.entrySet().stream()
        .filter(e -> e.getKey() != UnicodeScript.LATIN && share(e.getKey()) >= GUEST)
        .max(Map.Entry.<UnicodeScript, Integer>comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(UnicodeScript.LATIN);
  }

  /**
   * Returns the words of {@code text} that are written in its main script, small, with single
   * blanks between them; addresses, numbers and what stands in other scripts say nothing of its
   * language.
   */
  String mainText(String text) {
    UnicodeScript main = main();
    StringBuilder kept = new StringBuilder(text.length());
    for (String word : text.split(" ")) {
      if (!ADDRESS.matcher(word).find() && isWritten(word, main)) {
        kept.append(kept.isEmpty() ? "" : " ").append(word);
      }
    }
    return REPEATS
        .matcher(DIGITS.matcher(kept).replaceAll(" "))
        .replaceAll("$1$1")
        .toLowerCase(Locale.ROOT);
  }

  /** Marks and numbers go with the words around them. */
  private static boolean isWritten(String word, UnicodeScript main) {
    int letters = 0;
    int own = 0;
    for (int i = 0; i < word.length(); i += Character.charCount(word.codePointAt(i))) {
      int c = word.codePointAt(i);
      letters += Character.isLetter(c) ? 1 : 0;
      own += Character.isLetter(c) && UnicodeScript.of(c) == main ? 1 : 0;
    }
    return 2 * own >= letters;
  }

  /** Finds the language that alone writes in this text's script. */
  Optional<Detected> findDecided() {
    double kana = share(UnicodeScript.HIRAGANA) + share(UnicodeScript.KATAKANA);
    double han = share(UnicodeScript.HAN);
    if (kana + han > GUEST) {
      // Chinese quotes a kana now and then; Japanese prose has at least a tenth
      String language = kana > 0.05 * (kana + han) ? "ja" : "zh";
      return Optional.of(new Detected(new Language(language), Math.min(1, kana + han)));
    }
    UnicodeScript main = main();
    return Optional.ofNullable(SOLE.get(main)).map(sole -> new Detected(sole, share(main)));
  }
}
