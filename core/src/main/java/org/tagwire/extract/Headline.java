package org.tagwire.extract;

import java.util.Locale;

/**
 * The headline of a page.
 *
 * @param text the headline; empty if there is none
 * @param block the index of the block that shows it, -1 if none does
 */
record Headline(String text, int block) {

  /** Says whether a block says nothing but the headline. */
  boolean isRepeatedBy(String block) {
    return !text.isEmpty()
        && block.length() <= text.length() + 60
        && bare(block).equals(bare(text));
  }

  /** Returns letters and digits only, in lower case. */
  static String bare(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    text.codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
    return bare.toString().toLowerCase(Locale.ROOT);
  }
}
