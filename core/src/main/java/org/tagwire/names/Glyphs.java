package org.tagwire.names;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tagwire.text.Token;

/** How a sentence is written: which tokens may stand in names, and what its capitals are worth. */
final class Glyphs {
  /** How a sentence uses capitals. */
  enum Case {
    /** At its head and for names. */
    SENTENCE,
    /** For all words that matter, as headlines do. */
    TITLE,
    /** For all letters. */
    CAPITALS
  }

  /** Small words that names begin with. */
  private static final Set<String> PARTICLES =
      Set.of(
          "al", "el", "bin", "bint", "ibn", "abu", "ben", "ould", "de", "da", "di", "du", "del",
          "della", "la", "le", "van", "von", "der", "den", "ter", "dos", "das", "do", "af", "av",
          "st", "mc", "ad", "as", "e", "ul", "ur");

  /** How far two capitalised tokens of one name may stand apart. */
  private static final int REACH = 3;

  private Glyphs() {}

  /** Returns whether {@code token} is a word with a capital at its head or inside. */
  static boolean hasCapital(Token token) {
    if (!token.isWord()) {
      return false;
    }
    String text = token.text();
    for (int i = 0; i < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i)) || Character.isTitleCase(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns for each token whether it may stand in a name; all others stand outside for sure. */
  static boolean[] candidates(List<Token> sentence) {
    int size = sentence.size();
    boolean[] candidates = new boolean[size];
    int before = -REACH - 1;
    for (int i = 0; i < size; i++) {
      Token token = sentence.get(i);
      if (!hasCapital(token)) {
        candidates[i] = token.kind() == Token.Kind.NUMBER && before == i - 1;
        continue;
      }
      candidates[i] = true;
      if (i - before <= REACH) {
        for (int j = before + 1; j < i; j++) {
          candidates[j] = true;
        }
      } else if (i > 0 && leads(sentence.get(i - 1))) {
        candidates[i - 1] = true;
      }
      before = i;
    }
    return candidates;
  }

  private static boolean leads(Token token) {
    return token.kind() == Token.Kind.NUMBER || PARTICLES.contains(token.text());
  }

  static Case caseOf(List<Token> sentence) {
    int words = 0;
    int small = 0;
    int capitals = 0;
    for (Token token : sentence) {
      if (token.isWord() && token.text().length() > 3) {
        words++;
        small += hasCapital(token) ? 0 : 1;
        capitals += token.isAllCapitals() ? 1 : 0;
      }
    }
    if (words >= 3 && capitals >= 0.8 * words) {
      return Case.CAPITALS;
    }
    return words >= 3 && small <= 0.15 * words ? Case.TITLE : Case.SENTENCE;
  }

  /**
   * Returns the shape of a word: each letter and digit by its class, of runs no more than two, as
   * in {@code Xxx-Xx} for Anglo-Irish.
   */
  static String shape(String word) {
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < word.length() && shape.length() < 12; i++) {
      char c = word.charAt(i);
      char k =
          Character.isUpperCase(c)
              ? 'X'
              : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? '0' : c;
      int n = shape.length();
      boolean third = n >= 2 && shape.charAt(n - 1) == k && shape.charAt(n - 2) == k;
      if (!third) {
        shape.append(k);
      }
    }
    return shape.toString();
  }

  static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }
}
