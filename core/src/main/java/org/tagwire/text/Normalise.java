package org.tagwire.text;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/** Makes spellings alike that mean the same text. Stateless and safe for use by many threads. */
public final class Normalise {
  private static final Normalizer2 NFKC = Normalizer2.getNFKCInstance();
  private static final Normalizer2 NFKC_CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final int TATWEEL = 0x0640;

  private Normalise() {}

  /**
   * Returns {@code text} in NFKC with straight quotes, plain hyphens and single spaces, stripped at
   * both ends; control characters and invisible code points are gone, line breaks have become
   * spaces.
   */
  public static String line(String text) {
    String composed = NFKC.normalize(text);
    StringBuilder line = new StringBuilder(composed.length());
    boolean gap = false;
    for (int i = 0; i < composed.length(); ) {
      int c = composed.codePointAt(i);
      i += Character.charCount(c);
      if (isGap(c)) {
        gap = true;
      } else if (!isInvisible(c)) {
        if (gap && !line.isEmpty()) {
          line.append(' ');
        }
        gap = false;
        line.appendCodePoint(plain(c));
      }
    }
    return line.toString();
  }

  /**
   * Returns the form in which words are compared: {@link #line} without case, tatweel and Arabic
   * short vowels.
   */
  public static String folded(String text) {
    if (isSimpleWord(text)) {
      return asciiLower(text);
    }
    String line = line(text);
    return isPlainLatin(line) ? asciiLower(line) : withoutVowels(NFKC_CASEFOLD.normalize(line));
  }

  /**
   * Most words of most texts: nothing but ASCII letters, digits and marks, no blanks to be joined.
   */
  private static boolean isSimpleWord(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= ' ' || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Returns the first {@code length} characters of {@code text}, never half a code point. */
  public static String head(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end =
        length > 0 && Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end);
  }

  static boolean isArabicVowel(int c) {
    return (c >= 0x064B && c <= 0x0652) || c == 0x0670;
  }

  private static boolean isGap(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || (c < 0x20) || c == 0x85;
  }

  private static boolean isInvisible(int c) {
    if (c < 0x7F) {
      return false;
    }
    return Character.getType(c) == Character.CONTROL
        || (Character.getType(c) == Character.FORMAT && c != 0x200C && c != 0x200D)
        || c == 0x00AD;
  }

  private static int plain(int c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u201B', '\u02BC', '\u2032' -> '\'';
      case '\u201C', '\u201D', '\u201F', '\u2033' -> '"';
      case '\u2010', '\u2011' -> '-';
      default -> c;
    };
  }

  private static boolean isPlainLatin(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static String asciiLower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String withoutVowels(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints().filter(c -> c != TATWEEL && !isArabicVowel(c)).forEach(kept::appendCodePoint);
    return kept.toString();
  }
}
