package org.tagwire.quality;

import java.util.ArrayList;
import java.util.List;

/** Words and white space as Python's regular expressions see them ({@code \w} and {@code \s}). */
final class Wording {
  private Wording() {}

  /** Returns the runs of letters, digits and underscores, in order. */
  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    text.codePoints()
        .forEach(
            sign -> {
              if (isWord(sign)) {
                word.appendCodePoint(sign);
              } else {
                end(word, words);
              }
            });
    end(word, words);
    return words;
  }

  private static void end(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  static boolean isWord(int sign) {
    return sign == '_'
        || switch (Character.getType(sign)) {
          case Character.UPPERCASE_LETTER,
              Character.LOWERCASE_LETTER,
              Character.TITLECASE_LETTER,
              Character.MODIFIER_LETTER,
              Character.OTHER_LETTER,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  /** Returns the text with each run of white space as one blank, none at its ends. */
  static String squash(String text) {
    StringBuilder squashed = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (!isSpace(sign)) {
        squashed.append(sign);
      } else if (!squashed.isEmpty() && squashed.charAt(squashed.length() - 1) != ' ') {
        squashed.append(' ');
      }
    }
    int last = squashed.length() - 1;
    if (last >= 0 && squashed.charAt(last) == ' ') {
      squashed.setLength(last);
    }
    return squashed.toString();
  }

  private static boolean isSpace(char sign) {
    return Character.isWhitespace(sign) || Character.isSpaceChar(sign) || sign == '\u0085';
  }
}
