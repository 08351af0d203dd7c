package org.tagwire.hashtag;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tagwire.text.Normalise;

/**
 * What is left of a word without the small words that Arabic, Hebrew and Korean write together with
 * it, and the form in which Arabic spellings are compared.
 */
final class Clitics {
  private static final int SHORTEST = 2;

  /** Before an article its alef stays or goes: {@code بالنرويج}, {@code للنرويج}. */
  private static final List<String> WITH_ARTICLE = List.of("بال", "كال", "لل");

  private static final String ARABIC = "بلك";
  private static final String HEBREW = "והבלמשכ";

  /** Longest first; what marks topic, subject, object, place and company in Korean. */
  private static final List<String> PARTICLES =
      List.of(
          "에서는", "에게서", "으로부터", "에서도", "까지는", "에서", "에게", "으로", "부터", "까지", "보다", "처럼", "이라고", "라고",
          "이나", "에는", "에도", "와의", "과의", "만의", "은", "는", "이", "가", "을", "를", "의", "에", "도", "와", "과",
          "로", "만");

  private Clitics() {}

  /** Returns {@code surface}, then what it may be without prefix or particle, longest first. */
  static List<String> readings(String surface) {
    if (surface.isEmpty()) {
      return List.of(surface);
    }
    Set<String> readings = new LinkedHashSet<>();
    readings.add(surface);
    int first = surface.codePointAt(0);
    if (isArabic(first)) {
      arabic(surface, readings);
    } else if (first >= 0x05D0 && first <= 0x05EA) {
      hebrew(surface, readings);
    } else if (first >= 0xAC00 && first <= 0xD7A3) {
      korean(surface, readings);
    }
    readings.removeIf(reading -> reading.startsWith(" "));
    return List.copyOf(readings);
  }

  /** Returns whether {@code tail} is a Korean particle, or two of them. */
  static boolean isParticle(String tail) {
    return PARTICLES.stream()
        .anyMatch(
            p ->
                tail.equals(p)
                    || (tail.startsWith(p) && PARTICLES.contains(tail.substring(p.length()))));
  }

  static boolean isArabic(int c) {
    return (c >= 0x0600 && c <= 0x06FF) || (c >= 0x0750 && c <= 0x077F);
  }

  private static void arabic(String surface, Set<String> readings) {
    arabicPreposition(surface, readings);
    boolean and = surface.startsWith("و") || surface.startsWith("ف");
    if (and && surface.length() > SHORTEST + 1) {
      readings.add(surface.substring(1));
      arabicPreposition(surface.substring(1), readings);
    }
  }

  private static void arabicPreposition(String word, Set<String> readings) {
    for (String prefix : WITH_ARTICLE) {
      if (word.startsWith(prefix) && word.length() >= prefix.length() + SHORTEST) {
        readings.add("ال" + word.substring(prefix.length()));
      }
    }
    if (ARABIC.indexOf(word.charAt(0)) >= 0 && word.length() > SHORTEST + 1) {
      readings.add(word.substring(1));
    }
  }

  private static void hebrew(String surface, Set<String> readings) {
    String rest = surface;
    for (int i = 0; i < 2 && rest.length() > SHORTEST + 1; i++) {
      if (HEBREW.indexOf(rest.charAt(0)) < 0) {
        return;
      }
      rest = rest.substring(1);
      readings.add(rest);
    }
  }

  private static void korean(String surface, Set<String> readings) {
    for (String particle : PARTICLES) {
      if (surface.endsWith(particle) && surface.length() >= particle.length() + SHORTEST) {
        readings.add(surface.substring(0, surface.length() - particle.length()));
      }
    }
  }

  /**
   * Returns {@code word} folded, with the forms of alef, ya, kaf and ta marbuta made one, and
   * without joiners.
   */
  static String loose(String word) {
    String folded = Normalise.folded(word);
    StringBuilder loose = new StringBuilder(folded.length());
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      switch (c) {
        case 'أ', 'إ', 'آ', 'ٱ' -> loose.append('ا');
        case 'ى', 'ی', 'ئ' -> loose.append('ي');
        case 'ة', 'ۃ', 'ہ' -> loose.append('ه');
        case 'ک' -> loose.append('ك');
        case 'ؤ' -> loose.append('و');
        case '\u200C', '\u200D' -> {}
        default -> loose.append(c);
      }
    }
    return loose.toString();
  }
}
