package org.tagwire.server.site;

import java.util.Random;

/** Coins words: those of one article only, and those that several outlets use for one event. */
final class Coinage {
  private static final String[] SYLLABLES = {
    "ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "zu", "la"
  };

  /** No word of any edition, template or format begins like this. */
  private static final String OWN = "qx";

  private static final String SHARED = "wy";

  private int coined;

  /** Returns a word that was never returned before. */
  String next() {
    return OWN + syllables(coined++);
  }

  static boolean isOwn(String word) {
    return word.startsWith(OWN);
  }

  /** Returns the word with this number of the words several use. */
  static String shared(int number) {
    return SHARED + syllables(number);
  }

  private static String syllables(int number) {
    StringBuilder word = new StringBuilder();
    int rest = number;
    do {
      word.append(SYLLABLES[rest & 15]);
      rest >>= 4;
    } while (rest > 0);
    return word.append('m').toString();
  }

  /** Returns one of these, by chance. */
  static <T> T oneOf(Random random, java.util.List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
