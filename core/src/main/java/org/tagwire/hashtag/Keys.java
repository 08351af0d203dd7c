package org.tagwire.hashtag;

import org.tagwire.text.Normalise;

/** The letters and digits of a name, folded: two spots with one key name one thing. */
final class Keys {
  private Keys() {}

  static String of(String name) {
    String folded = Normalise.folded(name);
    StringBuilder key = new StringBuilder(folded.length());
    folded
        .codePoints()
        .filter(
            c ->
                Character.isLetterOrDigit(c)
                    || Character.getType(c) == Character.NON_SPACING_MARK
                    || Character.getType(c) == Character.COMBINING_SPACING_MARK)
        .forEach(key::appendCodePoint);
    return key.toString();
  }
}
