package org.tagwire.model;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How names become hashtags: a profile of UAX #31 R8 (hashtag identifiers).
 *
 * <p>Allowed are XID_Continue, {@code _} and emoji, 1 to 100 code points, no leading or trailing
 * mark or joiner. Words join in CamelCase and acronyms keep their capitals; words of scripts
 * without case join by {@code _}. {@code + # & @} are written out, because {@code +} and {@code -}
 * are operators in addresses; other punctuation separates words, but hyphen, full stop and
 * apostrophe vanish inside a word.
 */
public final class HashtagGrammar {
  /** The greatest length of a tag in code points. */
  public static final int MAX_LENGTH = 100;

  private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final int TATWEEL = 0x0640;
  private static final int DOTLESS_I = 0x0131;
  private static final int MIDDLE_DOT = 0x00B7;

  private HashtagGrammar() {}

  /**
   * Returns the spelling of {@code name} as a hashtag, without {@code #}; empty when nothing is
   * left of it.
   */
  public static Optional<String> form(String name) {
    if (name.length() > 8 * MAX_LENGTH) {
      return Optional.empty();
    }
    List<String> words = words(NFKC.normalize(name.strip().replaceFirst("^[#\uFF03]+", "")));
    StringBuilder form = new StringBuilder();
    for (String word : words) {
      if (!form.isEmpty() && needsJoiner(form, word)) {
        form.append('_');
      }
      form.append(words.size() > 1 ? capitalised(word) : word);
    }
    String result = form.toString();
    int length = result.codePointCount(0, result.length());
    return length == 0 || length > MAX_LENGTH || !hasSubstance(result)
        ? Optional.empty()
        : Optional.of(result);
  }

  /** Folds a hashtag spelling to its key. */
  static String fold(String form) {
    StringBuilder kept = new StringBuilder(form.length());
    NFKC_CASEFOLD
        .normalize(form)
        .codePoints()
        .filter(c -> c != TATWEEL && !isArabicVowel(c) && !isVariation(c))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  static boolean isKey(String text) {
    return !text.isEmpty()
        && text.codePoints().allMatch(c -> isAllowed(c))
        && text.equals(fold(text));
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.codePoints().forEach(c -> take(c, word, words));
    finish(word, words);
    return words;
  }

  private static void take(int c, StringBuilder word, List<String> words) {
    if (isAllowed(c) && !(word.isEmpty() && isMark(c))) {
      word.appendCodePoint(c);
    } else if (spoken(c) instanceof String spoken) {
      finish(word, words);
      words.add(spoken);
    } else if (!vanishes(c) && !isGeminate(c, word)) {
      finish(word, words);
    }
  }

  /** The point in Catalan {@code l·l}; elsewhere it parts names. */
  private static boolean isGeminate(int c, StringBuilder word) {
    return c == MIDDLE_DOT && !word.isEmpty() && (word.charAt(word.length() - 1) | 0x20) == 'l';
  }

  private static void finish(StringBuilder word, List<String> words) {
    String done = word.toString().replaceAll("^_+|_+$", "");
    if (!done.isEmpty()) {
      words.add(done);
    }
    word.setLength(0);
  }

  private static @org.jspecify.annotations.Nullable String spoken(int c) {
    return switch (c) {
      case '+' -> "Plus";
      case '#' -> "Sharp";
      case '&' -> "And";
      case '@' -> "At";
      default -> null;
    };
  }

  /** Hyphens, full stops, apostrophes and invisible code points do not separate words. */
  private static boolean vanishes(int c) {
    return switch (c) {
      case '-', '\u2010', '\u2011', '.', '\'', '\u2019', '\u2018', '\u02BC', '`' -> true;
      default -> UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
    };
  }

  private static boolean isAllowed(int c) {
    if (c < 0x80) {
      return c == '_' || Character.isLetterOrDigit(c);
    }
    return !UCharacter.hasBinaryProperty(c, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
        && c != MIDDLE_DOT
        && (UCharacter.hasBinaryProperty(c, UProperty.XID_CONTINUE)
            || UCharacter.hasBinaryProperty(c, UProperty.EXTENDED_PICTOGRAPHIC)
            || UCharacter.hasBinaryProperty(c, UProperty.EMOJI_MODIFIER)
            || UCharacter.hasBinaryProperty(c, UProperty.REGIONAL_INDICATOR));
  }

  private static boolean hasSubstance(String form) {
    return form.codePoints().anyMatch(c -> c != '_' && !isMark(c));
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  /** Fathatan to sukun, and the superscript alef: written or not, the word is the same. */
  private static boolean isArabicVowel(int c) {
    return (c >= 0x064B && c <= 0x0652) || c == 0x0670;
  }

  private static boolean isVariation(int c) {
    return c == 0xFE0E || c == 0xFE0F;
  }

  /** Words without capitals, and digits after digits, would run together unseen. */
  private static boolean needsJoiner(StringBuilder before, String word) {
    int last = before.codePointBefore(before.length());
    int first = word.codePointAt(0);
    boolean uncased = isUncasedLetter(last) || isUncasedLetter(first);
    return uncased || (Character.isDigit(last) && Character.isDigit(first));
  }

  private static boolean isUncasedLetter(int c) {
    return Character.getType(c) == Character.OTHER_LETTER || isMark(c);
  }

  private static String capitalised(String word) {
    int first = word.codePointAt(0);
    if (first == DOTLESS_I) {
      // its capital is I, which folds to i: another tag
      return word;
    }
    return new StringBuilder(word.length())
        .appendCodePoint(Character.toTitleCase(first))
        .append(word, Character.charCount(first), word.length())
        .toString();
  }
}
