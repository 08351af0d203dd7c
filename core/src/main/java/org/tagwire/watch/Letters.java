package org.tagwire.watch;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tagwire.text.Tokens;

/**
 * Folds letters so that two spellings of one name are alike: no capitals, no accents on Latin and
 * Greek letters, no vowel signs in Arabic and Hebrew, one alef, one yeh, one kaf. Immutable tables,
 * made once.
 *
 * <p>Where a mark makes another letter ({@code й}, {@code が}, signs of Indic scripts) it stays.
 */
final class Letters {
  private static final int SIZE = 0x10000;
  private static final Normalizer2 CASEFOLD = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 DECOMPOSED = Normalizer2.getNFDInstance();
  private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();

  /** For each character one letter; NONE for one that is no part of a word, MANY for a look-up. */
  private static final char[] ONE = new char[SIZE];

  private static final char NONE = '\uFFFF';
  private static final char MANY = '\uFFFE';
  private static final char GONE = '\uFFFD';
  private static final Map<Character, String> SEVERAL = tabled();

  private Letters() {}

  /** Returns the text in NFC, in which every folding is made. */
  static String composed(String text) {
    return COMPOSED.isNormalized(text) ? text : COMPOSED.normalize(text);
  }

  /**
   * Returns what the character at {@code i} folds to: letters, an empty text for what is not seen
   * (a soft hyphen, a vowel sign), or null for what is no part of a word.
   */
  static @Nullable String letters(String text, int i) {
    char c = text.charAt(i);
    if (Character.isSurrogate(c)) {
      int code = text.codePointAt(i);
      boolean word = Character.isSupplementaryCodePoint(code) && Character.isLetterOrDigit(code);
      return word ? CASEFOLD.normalize(Character.toString(code)) : null;
    }
    char one = ONE[c];
    return switch (one) {
      case NONE -> null;
      case GONE -> "";
      case MANY -> SEVERAL.get(c);
      default -> String.valueOf(one);
    };
  }

  /** Returns the one letter a character folds to, or 0 where it is not exactly one. */
  static char letter(char c) {
    char one = ONE[c];
    return one >= GONE || Character.isSurrogate(c) ? 0 : one;
  }

  /** Folds a whole text; what is no part of a word is left out. */
  static String fold(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    String composed = composed(text);
    for (int i = 0; i < composed.length(); i += Character.charCount(composed.codePointAt(i))) {
      String letters = letters(composed, i);
      folded.append(letters == null ? "" : letters);
    }
    return folded.toString();
  }

  /** Returns a text without capitals but with its accents, for who has to know them. */
  static String accented(String text) {
    return CASEFOLD.normalize(text).replace("i\u0307", "i");
  }

  static int script(char c) {
    return UScript.getScript(c);
  }

  static boolean isUnspaced(int c) {
    return Tokens.isUnspaced(c);
  }

  private static Map<Character, String> tabled() {
    Map<Character, String> several = new HashMap<>();
    for (int c = 0; c < SIZE; c++) {
      ONE[c] = tabled((char) c, several);
    }
    return Map.copyOf(several);
  }

  private static char tabled(char c, Map<Character, String> several) {
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    if (isUnseen(c) || (mark && isOptional(c))) {
      return GONE;
    }
    if ((!Character.isLetterOrDigit(c) && !mark) || c == '\u02BC' || Character.isSurrogate(c)) {
      return NONE;
    }
    String folded = Character.isDigit(c) ? digit(c) : folded(c);
    if (folded.length() == 1) {
      return folded.charAt(0);
    }
    several.put(c, folded);
    return folded.isEmpty() ? GONE : MANY;
  }

  private static String digit(char c) {
    return String.valueOf((char) ('0' + Character.digit(c, 10)));
  }

  private static String folded(char c) {
    StringBuilder letters = new StringBuilder();
    String cased = CASEFOLD.normalize(String.valueOf(c));
    for (char plain : cased.toCharArray()) {
      letters.append(isAccented(plain) ? withoutMarks(plain) : String.valueOf(plain));
    }
    return same(letters.toString());
  }

  private static boolean isAccented(char c) {
    return switch (UScript.getScript(c)) {
      case UScript.LATIN, UScript.GREEK, UScript.ARABIC, UScript.HEBREW -> true;
      default -> c == 'ё' || c == 'ѐ' || c == 'ѝ' || isOptional(c);
    };
  }

  private static String withoutMarks(char c) {
    StringBuilder plain = new StringBuilder();
    for (char part : DECOMPOSED.normalize(String.valueOf(c)).toCharArray()) {
      if (!isOptional(part)) {
        plain.append(part);
      }
    }
    return plain.toString();
  }

  /** Marks that are written or not without making another word. */
  private static boolean isOptional(char c) {
    return (c >= 0x0300 && c <= 0x036F)
        || (c >= 0x0591 && c <= 0x05C7)
        || (c >= 0x0610 && c <= 0x061A)
        || (c >= 0x064B && c <= 0x065F)
        || c == 0x0670;
  }

  private static boolean isUnseen(char c) {
    return c == 0x00AD
        || c == 0x0640
        || c == 0x200B
        || c == 0x2060
        || c == 0xFEFF
        || c == 0x200D
        || c == 0x200E
        || c == 0x200F
        || (c >= 0xFE00 && c <= 0xFE0F);
  }

  /** Letters that some write so and others so. */
  private static String same(String letters) {
    StringBuilder same = new StringBuilder();
    for (char c : letters.toCharArray()) {
      switch (c) {
        case 'ø' -> same.append('o');
        case 'đ', 'ð' -> same.append('d');
        case 'ł' -> same.append('l');
        case 'ħ' -> same.append('h');
        case 'ŧ' -> same.append('t');
        case 'ŋ' -> same.append('n');
        case 'ı' -> same.append('i');
        case 'ə' -> same.append('e');
        case 'þ' -> same.append("th");
        case 'æ' -> same.append("ae");
        case 'œ' -> same.append("oe");
        case 'ٱ' -> same.append('ا');
        case 'ى', 'ی', 'ې' -> same.append('ي');
        case 'ک', 'ڪ' -> same.append('ك');
        case 'ة', 'ہ', 'ھ', 'ە' -> same.append('ه');
        default -> same.append(c);
      }
    }
    return same.toString();
  }
}
