package org.tagwire.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Divides a paragraph into sentences.
 *
 * <p>A full stop ends one when white space and no small letter follow, and when the word before it
 * is neither a known abbreviation nor an initial. Marks of Chinese, Japanese and Indic scripts end
 * one wherever they stand. Closing quotes and brackets stay with their sentence. Stateless and safe
 * for use by many threads; linear in the length of the text.
 */
public final class Sentences {
  private static final String ALWAYS = "\u3002\uFF01\uFF1F\u0964\u0965\u1362\u104B\u17D4";
  private static final String BEFORE_SPACE = ".!?\u2026\u061F\u06D4\u0589\u203C\u2047\u2049";
  private static final String CLOSING = "\"'\u201D\u2019\u00BB\u203A)]}\u300D\u300F\uFF09\u3011";

  /** Without the last stop, in any case. */
  private static final Set<String> ABBREVIATIONS =
      words(
          "mr mrs ms mx dr prof rev sr jr st mt gen lt col maj capt cpl sgt adm cmdr gov sen rep pres hon amb atty supt "
              + "insp det messrs mme mlle hr frl sra dra dña lic vs approx est dept univ assn bros co corp inc ltd "
              + "e.g i.e cf etc z.b d.h u.a bzw usw ca bspw p.ej av avda pág sig sigg avv dott mgr mons "
              + "тыс млн г ул им د م أ");

  /** Without the last stop; abbreviations only with a capital, words of their own without one. */
  private static final Set<String> CAPITAL_ABBREVIATIONS =
      words(
          "Calif Conn Fla Ill Mass Mich Minn Pa Tenn Tex Wash Wis Ore Ariz Ark Colo Del Ga Ind Kan Ky La Md Miss Mo Mont "
              + "Neb Nev Okla Va Vt Wyo Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Fr Hr Str Art Ing Ej");

  /** Without the last stop; abbreviations only before a digit. */
  private static final Set<String> NUMBER_ABBREVIATIONS = words("no nos nr vol fig p pp art s bd");

  private static final Set<String> MONTHS_AFTER_ORDINAL =
      words(
          "januar jänner februar märz april mai juni juli august september oktober november dezember jahrhundert "
              + "marts maj oktober tammikuuta helmikuuta bundesliga liga");

  private Sentences() {}

  private static Set<String> words(String spaced) {
    return Set.copyOf(List.of(spaced.split(" ")));
  }

  /** Returns the sentences of {@code paragraph} in order, stripped, none blank. */
  public static List<String> of(String paragraph) {
    List<String> sentences = new ArrayList<>();
    int start = 0;
    int i = 0;
    while (i < paragraph.length()) {
      int end = endAt(paragraph, start, i);
      if (end > 0) {
        add(paragraph.substring(start, end), sentences);
        start = end;
        i = end;
      } else {
        i++;
      }
    }
    add(paragraph.substring(start), sentences);
    return sentences;
  }

  private static void add(String sentence, List<String> sentences) {
    String stripped = sentence.strip();
    if (!stripped.isEmpty()) {
      sentences.add(stripped);
    }
  }

  /** Returns the index after the sentence that the character at {@code i} ends, or -1. */
  private static int endAt(String text, int start, int i) {
    char c = text.charAt(i);
    if (c == '\n') {
      return i + 1;
    }
    boolean always = ALWAYS.indexOf(c) >= 0;
    if (!always && BEFORE_SPACE.indexOf(c) < 0) {
      return -1;
    }
    int end = i + 1;
    while (end < text.length() && isTail(text.charAt(end))) {
      end++;
    }
    if (always || end == text.length()) {
      return end;
    }
    boolean space =
        Character.isWhitespace(text.charAt(end)) || Character.isSpaceChar(text.charAt(end));
    return space && !goesOn(text, start, i, end) ? end : -1;
  }

  private static boolean isTail(char c) {
    return CLOSING.indexOf(c) >= 0 || BEFORE_SPACE.indexOf(c) >= 0 || ALWAYS.indexOf(c) >= 0;
  }

  private static boolean goesOn(String text, int start, int mark, int end) {
    int next = end;
    while (next < text.length() && !Character.isLetterOrDigit(text.codePointAt(next))) {
      next += Character.charCount(text.codePointAt(next));
    }
    if (next < text.length() && Character.isLowerCase(text.codePointAt(next))) {
      return true;
    }
    return text.charAt(mark) == '.' && end == mark + 1 && isAbbreviation(text, start, mark, next);
  }

  private static boolean isAbbreviation(String text, int start, int mark, int next) {
    int from = mark;
    while (from > start && isWordOrStop(text.charAt(from - 1))) {
      from--;
    }
    String word = text.substring(from, mark);
    boolean initial = word.length() == 1 && Character.isUpperCase(word.charAt(0));
    boolean ordinal =
        word.length() <= 2 && !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    boolean digitNext = next < text.length() && Character.isDigit(text.charAt(next));
    String lower = word.toLowerCase(Locale.ROOT);
    return initial
        || ABBREVIATIONS.contains(lower)
        || CAPITAL_ABBREVIATIONS.contains(word)
        || (digitNext && NUMBER_ABBREVIATIONS.contains(lower))
        || (ordinal && MONTHS_AFTER_ORDINAL.contains(wordAt(text, next)));
  }

  private static boolean isWordOrStop(char c) {
    return c == '.' || Character.isLetterOrDigit(c);
  }

  private static String wordAt(String text, int start) {
    int end = start;
    while (end < text.length() && Character.isLetter(text.charAt(end)) && end - start < 20) {
      end++;
    }
    return text.substring(Math.min(start, text.length()), end).toLowerCase(Locale.ROOT);
  }
}
