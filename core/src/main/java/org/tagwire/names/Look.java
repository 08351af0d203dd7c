package org.tagwire.names;

import org.tagwire.text.Token;

/**
 * What one token shows by itself: its word, its shape, what its word is known to be. Numbers stand
 * for spellings, 0 for nothing.
 */
final class Look {
  final int word;
  final int shape;
  final int[] clusters;
  final int small;
  final int capital;
  final int flags;
  final boolean hasCapital;
  final String lower;

  Look(Token token, Lexicon lexicon, Vocabulary vocabulary) {
    String text = token.text();
    this.lower = Vocabulary.simplified(Glyphs.lower(text));
    this.word = Vocabulary.hash(lower);
    this.shape = Vocabulary.hash(Glyphs.shape(text));
    this.clusters = vocabulary.clusters(lower);
    this.small = vocabulary.partsOfSpeech(lower);
    this.hasCapital = Glyphs.hasCapital(token);
    this.capital = token.isWord() ? vocabulary.partsOfSpeech(capitalised(lower)) : 0;
    this.flags = token.isWord() ? lexicon.flags(text) : 0;
  }

  private static String capitalised(String lower) {
    return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
  }

  int prefix(int length) {
    return lower.length() > length ? Vocabulary.hash(lower.substring(0, length)) : 0;
  }

  int suffix(int length) {
    return lower.length() > length ? Vocabulary.hash(lower.substring(lower.length() - length)) : 0;
  }
}
