package org.tagwire.watch;

/**
 * Where a name begins and ends in scripts whose words have spaces between them seldom or at will.
 */
final class Unspaced {
  private static final String BOUND =
      "\u30FC\u30A1\u30A3\u30A5\u30A7\u30A9\u30E3\u30E5\u30E7\u30C3";

  private Unspaced() {}

  /**
   * Whether a place is a piece of a longer word: katakana stands before katakana, or behind it a
   * sign that belongs to the letter before.
   */
  static boolean goesOn(Scan scan, int from, int to) {
    boolean before =
        isKatakana(scan.letter(from))
            && from > scan.begin(scan.owner(from))
            && isKatakana(scan.letter(from - 1));
    boolean after =
        to < scan.size()
            && scan.owner(to) == scan.owner(to - 1)
            && (BOUND.indexOf(scan.letter(to)) >= 0 || isMark(scan.letter(to)));
    return before || after;
  }

  /** Whether a name may go on over what stands before a word: in Korean, over a space too. */
  static boolean runsOn(Scan scan, int word) {
    char first = scan.letter(scan.begin(word));
    boolean hangul = first >= '\uAC00' && first <= '\uD7A3';
    return scan.gap(word) == Scan.TIGHT || (hangul && scan.gap(word) == Scan.SPACE);
  }

  private static boolean isMark(char c) {
    return Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private static boolean isKatakana(char c) {
    return c >= '\u30A1' && c <= '\u30FC' && c != '\u30FB';
  }
}
