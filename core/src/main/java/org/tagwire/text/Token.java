package org.tagwire.text;

/**
 * One word, number or mark where it stands in its text.
 *
 * @param text as written
 * @param start the index of its first character
 * @param end the index after its last character
 * @param kind what it is
 */
public record Token(String text, int start, int end, Kind kind) {
  /** What a token is. */
  public enum Kind {
    /**
     * Letters, with apostrophes, hyphens and full stops inside: {@code O'Brien}, {@code U.S.},
     * {@code B2B}.
     */
    WORD,
    /** Digits with separators inside: {@code 1,000.5}. */
    NUMBER,
    /** One punctuation mark, symbol or emoji. */
    MARK
  }

  public boolean isWord() {
    return kind == Kind.WORD;
  }

  public boolean is(String mark) {
    return text.equals(mark);
  }

  /** Returns whether it begins with a capital (upper or title case). */
  public boolean isCapitalised() {
    int first = text.codePointAt(0);
    return Character.isUpperCase(first) || Character.isTitleCase(first);
  }

  /** Returns whether it has two cased letters at least and none is lower case. */
  public boolean isAllCapitals() {
    return text.codePoints().filter(Character::isUpperCase).count() >= 2
        && text.codePoints().noneMatch(Character::isLowerCase);
  }
}
