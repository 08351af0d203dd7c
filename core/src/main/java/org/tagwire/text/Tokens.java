package org.tagwire.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import org.tagwire.text.Token.Kind;

/**
 * Cuts a text into words, numbers and marks, in order; white space is dropped.
 *
 * <p>An apostrophe, hyphen or full stop between letters stays inside its word, except that an English possessive is cut off
 * ({@code Mara|'s}) and so is a Romance elision before a capital ({@code l'|Élysée}). Runs of scripts that write no spaces
 * (Han, kana, Thai, Lao, Khmer, Burmese) are cut by ICU's dictionaries; UAX #29 otherwise. Stateless and safe for use by
 * many threads; linear in the length of the text.
 */
public final class Tokens {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();

  private Tokens(String text) {
    this.text = text;
  }

  /** Returns the tokens of {@code text}. */
  public static List<Token> of(String text) {
    Tokens cut = new Tokens(text);
    cut.run();
    return cut.tokens;
  }

  private void run() {
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      if (isUnspaced(c)) {
        i = unspacedRun(i);
      } else if (isWordPart(c)) {
        i = wordRun(i);
      } else {
        int end = i + Character.charCount(c);
        if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c)) {
          tokens.add(new Token(text.substring(i, end), i, end, Kind.MARK));
        }
        i = end;
      }
    }
  }

  private int wordRun(int start) {
    int end = start;
    boolean letters = false;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      boolean part = isWordPart(c) && !isUnspaced(c);
      if (!part && !joins(end, start)) {
        break;
      }
      letters |= part && !Character.isDigit(c);
      end += Character.charCount(c);
    }
    if (!letters) {
      tokens.add(new Token(text.substring(start, end), start, end, Kind.NUMBER));
      return end;
    }
    end = withAbbreviationStop(start, end);
    addWord(start, end);
    return end;
  }

  /** Whether the mark at {@code at} holds two parts of one word or number together. */
  private boolean joins(int at, int start) {
    if (at == start || at + 1 >= text.length()) {
      return false;
    }
    char c = text.charAt(at);
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    return switch (c) {
      case '\'', '\u2019', '\u2018', '\u02BC' -> Character.isLetter(before) && Character.isLetter(after);
      case '-', '\u2010', '\u2011' -> Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
      case '.' -> sameClass(before, after);
      case ',', '\u066B', '\u066C' -> Character.isDigit(before) && Character.isDigit(after);
      default -> false;
    };
  }

  private static boolean sameClass(char before, char after) {
    return (Character.isLetter(before) && Character.isLetter(after))
        || (Character.isDigit(before) && Character.isDigit(after));
  }

  /** The last stop of {@code U.S.} belongs to it. */
  private int withAbbreviationStop(int start, int end) {
    boolean stop = end < text.length() && text.charAt(end) == '.';
    boolean dotted = end - start >= 3 && text.charAt(end - 2) == '.';
    return stop && dotted ? end + 1 : end;
  }

  private void addWord(int start, int end) {
    int elision = elisionEnd(start, end);
    if (elision > start) {
      tokens.add(new Token(text.substring(start, elision), start, elision, Kind.WORD));
    }
    int possessive = possessiveStart(elision, end);
    tokens.add(new Token(text.substring(elision, possessive), elision, possessive, Kind.WORD));
    if (possessive < end) {
      tokens.add(new Token(text.substring(possessive, end), possessive, end, Kind.MARK));
    }
  }

  private int elisionEnd(int start, int end) {
    for (int i = start + 1; i < Math.min(end - 1, start + 7); i++) {
      if (isApostrophe(text.charAt(i))) {
        // O'Brien and D'Arcy are names; d'Artagnan, dell'Arte and L'Équipe begin with an article
        boolean article = Character.isLowerCase(text.charAt(i - 1)) || text.charAt(start) == 'L';
        boolean opens = i == start + 1 && "LDJQ".indexOf(text.charAt(start)) >= 0;
        boolean capital = Character.isUpperCase(text.charAt(i + 1));
        return capital ? (article ? i + 1 : start) : (opens ? i + 1 : start);
      }
    }
    return start;
  }

  private int possessiveStart(int start, int end) {
    boolean ends = end - start > 2 && (text.charAt(end - 1) | 0x20) == 's';
    return ends && isApostrophe(text.charAt(end - 2)) ? end - 2 : end;
  }

  private int unspacedRun(int start) {
    int end = start;
    while (end < text.length() && isUnspaced(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    String run = text.substring(start, end);
    BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
    words.setText(run);
    int from = words.first();
    for (int to = words.next(); to != BreakIterator.DONE; from = to, to = words.next()) {
      tokens.add(new Token(run.substring(from, to), start + from, start + to, Kind.WORD));
    }
    return end;
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019' || c == '\u02BC';
  }

  private static boolean isWordPart(int c) {
    if (c < 0x80) {
      return Character.isLetterOrDigit(c);
    }
    int type = Character.getType(c);
    return Character.isLetterOrDigit(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == 0x200C;
  }

  /** Returns whether {@code c} is a letter of a script that writes no spaces between words. */
  public static boolean isUnspaced(int c) {
    if (c < 0x0E00 || (c >= 0x10A0 && c < 0x1780) || (c >= 0xAC00 && c < 0xD7A4)) {
      return false;
    }
    return c == 0x30FC
        || UCharacter.hasBinaryProperty(c, UProperty.IDEOGRAPHIC)
        || isDictionaryScript(c);
  }

  private static boolean isDictionaryScript(int c) {
    boolean block =
        (c >= 0x0E00 && c < 0x0F00)
            || (c >= 0x1000 && c < 0x10A0)
            || (c >= 0x1780 && c < 0x1800)
            || (c >= 0x3041 && c < 0x3100)
            || (c >= 0x31F0 && c < 0x3200);
    return block && isLetterOrMark(c);
  }

  private static boolean isLetterOrMark(int c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
