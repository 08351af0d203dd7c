package org.tagwire.hashtag;

import java.util.List;
import org.tagwire.text.Token;

/**
 * One sentence of a piece, or its title.
 *
 * @param number its place in the piece; the title is 0
 * @param paragraph the number of its paragraph, the title -1
 * @param text the sentence as readers see it
 * @param tokens its words and marks
 * @param headline whether it is set like a headline: so many capitals that they tell nothing
 */
record Line(int number, int paragraph, String text, List<Token> tokens, boolean headline) {
  boolean isTitle() {
    return paragraph < 0;
  }

  boolean isLead() {
    return paragraph == 0;
  }

  /** Returns the text from token {@code from} up to, not including, token {@code to}. */
  String slice(int from, int to) {
    return text.substring(tokens.get(from).start(), tokens.get(to - 1).end());
  }
}
