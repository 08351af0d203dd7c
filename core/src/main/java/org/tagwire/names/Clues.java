package org.tagwire.names;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tagwire.text.Token;

/**
 * What speaks for the label of a token, as hashes of what is seen of it and of its neighbours: the
 * features of the model. The trainer and the tagger make them by this one class.
 */
final class Clues {
  private static final int LONGEST_PHRASE = 7;
  private static final int[] KINDS = {
    Lexicon.PERSON, Lexicon.ORGANISATION, Lexicon.PLACE, Lexicon.WORK, Lexicon.EVENT, Lexicon.PEOPLE
  };

  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final List<Token> sentence;
  private final @Nullable Look[] looks;
  private final Glyphs.Case writing;

  /** By token and kind: the longest known phrase over it, as its length and the token's place. */
  private final byte[][] phrases;

  private int[] clues = new int[96];
  private int count;

  Clues(Lexicon lexicon, Vocabulary vocabulary, List<Token> sentence, boolean[] candidates) {
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.sentence = sentence;
    this.looks = new Look[sentence.size()];
    this.writing = Glyphs.caseOf(sentence);
    this.phrases = new byte[sentence.size()][KINDS.length];
    findPhrases(candidates);
  }

  /** Returns how the sentence uses capitals. */
  Glyphs.Case writing() {
    return writing;
  }

  private void findPhrases(boolean[] candidates) {
    for (int from = 0; from < candidates.length; from++) {
      long state = Lexicon.EMPTY;
      int end = Math.min(candidates.length, from + LONGEST_PHRASE);
      for (int i = from; i < end && candidates[i]; i++) {
        Token token = sentence.get(i);
        state = Lexicon.extended(state, token.text());
        if (token.kind() != Token.Kind.MARK && (i > from || Glyphs.hasCapital(token))) {
          note(from, i + 1, lexicon.flags(state));
        }
      }
    }
  }

  private void note(int from, int to, int flags) {
    if (flags == 0) {
      return;
    }
    int length = Math.min(to - from, 3);
    for (int kind = 0; kind < KINDS.length; kind++) {
      if ((flags & KINDS[kind]) != 0 && (kind > 0 || to - from > 1)) {
        for (int i = from; i < to; i++) {
          int place = to - from == 1 ? 3 : i == from ? 0 : i == to - 1 ? 2 : 1;
          if (length > phrases[i][kind] >> 2) {
            phrases[i][kind] = (byte) (length << 2 | place);
          }
        }
      }
    }
  }

  private @Nullable Look look(int at) {
    if (at < 0 || at >= looks.length) {
      return null;
    }
    Look look = looks[at];
    if (look == null) {
      look = new Look(sentence.get(at), lexicon, vocabulary);
      looks[at] = look;
    }
    return look;
  }

  /** Returns the clues of the token {@code at}; the array is the caller's. */
  int[] at(int at) {
    count = 0;
    add(0, 1, 0);
    for (int offset = -2; offset <= 2; offset++) {
      neighbour(at, offset);
    }
    pairs(at);
    Look look = look(at);
    if (look != null) {
      spelling(look, at);
    }
    lists(at);
    return Arrays.copyOf(clues, count);
  }

  private void neighbour(int at, int offset) {
    int template = 10 * (offset + 3);
    Look look = look(at + offset);
    if (look == null) {
      add(template, 1, 0);
      return;
    }
    add(template + 1, look.word, 0);
    add(template + 2, look.clusters[1], 0);
    if (Math.abs(offset) <= 1) {
      add(template + 3, look.clusters[0], 0);
      add(template + 4, look.clusters[2], 0);
      add(template + 5, look.clusters[3], 0);
      add(template + 6, look.shape, writing.ordinal());
      add(template + 7, look.small, look.hasCapital ? 1 : 0);
      add(template + 8, look.capital, look.hasCapital ? 1 : 0);
      add(template + 9, look.flags, look.hasCapital ? 1 : 0);
    } else {
      add(template + 3, look.hasCapital ? 1 : 2, writing.ordinal());
    }
  }

  private void pairs(int at) {
    int word = word(at);
    int before = word(at - 1);
    int after = word(at + 1);
    add(100, word, before);
    add(101, word, after);
    add(102, before, after);
    add(103, cluster(at), cluster(at - 1));
    add(104, cluster(at), cluster(at + 1));
    add(105, before, word(at - 2));
    add(106, after, word(at + 2));
    add(107, shape(at), shape(at + 1));
    add(108, shape(at - 1), shape(at));
  }

  private void spelling(Look look, int at) {
    for (int length = 1; length <= 4; length++) {
      add(120 + length, look.suffix(length), 0);
      add(130 + length, length > 1 ? look.prefix(length) : 0, 0);
    }
    add(140, look.shape, look.clusters[1]);
    add(141, look.shape, look.small + 1);
    add(142, look.flags + 1, look.small + 1);
    add(143, at == 0 || opens(at) ? 1 : 2, look.small + 1);
    add(144, writing.ordinal() + 1, look.flags);
    add(145, look.flags + 1, flags(at + 1) + 1);
    add(146, look.flags + 1, flags(at - 1) + 1);
  }

  private boolean opens(int at) {
    return !sentence.get(at - 1).isWord() && (at == 1 || !sentence.get(at - 2).isWord());
  }

  private void lists(int at) {
    long all = 0;
    for (int kind = 0; kind < KINDS.length; kind++) {
      int phrase = phrases[at][kind];
      if (phrase != 0) {
        add(160 + kind, phrase, 0);
        add(170 + kind, phrase, shape(at));
        add(180 + kind, phrase, word(at - 1));
      }
      all = all * 17 + phrase;
    }
    add(190, (int) all + 1, 0);
    add(191, (int) all + 1, shape(at));
  }

  private int word(int at) {
    Look look = look(at);
    return look == null ? 1 : look.word;
  }

  private int shape(int at) {
    Look look = look(at);
    return look == null ? 1 : look.shape;
  }

  private int cluster(int at) {
    Look look = look(at);
    return look == null ? 1 : look.clusters[2];
  }

  private int flags(int at) {
    Look look = look(at);
    return look == null ? 0 : look.flags;
  }

  /** Adds what was seen under a number of its own; {@code seen} 0 is nothing. */
  private void add(int template, int seen, int with) {
    if (seen == 0) {
      return;
    }
    if (count == clues.length) {
      clues = Arrays.copyOf(clues, 2 * count);
    }
    long h = (template + 1) * 0x9E3779B97F4A7C15L;
    h = (h ^ seen) * 0xbf58476d1ce4e5b9L;
    h = (h ^ (h >>> 31) ^ with) * 0x94d049bb133111ebL;
    clues[count++] = (int) (h >>> 32);
  }
}
