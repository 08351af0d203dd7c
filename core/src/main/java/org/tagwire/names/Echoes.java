package org.tagwire.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tagwire.model.TagKind;
import org.tagwire.text.Token;

/**
 * What the sentences of one article say of the names in each other: a headline's words mean what
 * the body says, and a surname alone is the person's whose full name stands somewhere.
 *
 * <p>Made for one article and dropped with it; not for use by several threads at once.
 */
final class Echoes {
  private static final int LONGEST = 6;
  private static final int KINDS = TagKind.values().length;

  /** A phrase is known by so much certainty, added up over where it stands. */
  private static final float KNOWN = 0.7f;

  /** What a known phrase adds to the scores of its labels, for each unit of certainty. */
  private static final float ECHO = 1.5f;

  /** More certainty than this adds no more. */
  private static final float MOST = 2;

  /** How much a full name says of its last word alone. */
  private static final float SURNAME = 2;

  /** How much a full name says of its first word alone. */
  private static final float FIRST_NAME = 0.7f;

  private final Map<Long, float[]> phrases = new HashMap<>();
  private final Map<Long, Float> surnames = new HashMap<>();

  /** Notes the names of a sentence that uses capitals for names. */
  void note(List<Token> sentence, List<Name> names) {
    for (Name name : names) {
      float certainty = (float) name.certainty();
      add(key(sentence, name.from(), name.to()), name.kind(), certainty);
      if (name.kind() == TagKind.PERSON && name.to() - name.from() > 1) {
        long surname = key(sentence, name.to() - 1, name.to());
        add(surname, TagKind.PERSON, SURNAME * certainty);
        surnames.merge(surname, certainty, Float::sum);
        add(key(sentence, name.from(), name.from() + 1), TagKind.PERSON, FIRST_NAME * certainty);
      }
    }
  }

  private void add(long key, TagKind kind, float certainty) {
    phrases.computeIfAbsent(key, k -> new float[KINDS])[kind.ordinal()] += certainty;
  }

  private static long key(List<Token> sentence, int from, int to) {
    long state = Lexicon.EMPTY;
    for (int i = from; i < to; i++) {
      state = Lexicon.extended(state, sentence.get(i).text());
    }
    return state;
  }

  /**
   * Adds to the scores of a headline's run, which begins at {@code from}, what the body says of its
   * words. Returns whether it says anything.
   */
  boolean echoInHeadline(List<Token> sentence, int from, float[][] scores) {
    boolean heard = false;
    int at = 0;
    while (at < scores.length) {
      int end = at;
      for (int to = Math.min(scores.length, at + LONGEST); to > at && end == at; to--) {
        long key = key(sentence, from + at, from + to);
        float surname = to - at == 1 ? surnames.getOrDefault(key, 0f) : 0;
        float[] kinds = surname >= KNOWN ? person(SURNAME * surname) : phrases.get(key);
        end = kinds != null && raise(kinds, scores, at, to) ? to : end;
      }
      heard |= end > at;
      at = Math.max(end, at + 1);
    }
    return heard;
  }

  private static float[] person(float certainty) {
    float[] kinds = new float[KINDS];
    kinds[TagKind.PERSON.ordinal()] = certainty;
    return kinds;
  }

  private static boolean raise(float[] kinds, float[][] scores, int from, int to) {
    int best = 0;
    float sum = 0;
    for (int kind = 0; kind < KINDS; kind++) {
      best = kinds[kind] > kinds[best] ? kind : best;
      sum += kinds[kind];
    }
    if (sum < KNOWN || 3 * kinds[best] < 2 * sum) {
      return false;
    }
    TagKind kind = TagKind.values()[best];
    for (int i = from; i < to; i++) {
      scores[i][Label.of(kind, Label.placeIn(i - from, to - from))] += echo(kinds[best]);
    }
    return true;
  }

  private static float echo(float certainty) {
    return ECHO * Math.min(MOST, certainty);
  }

  /**
   * Adds to the scores of a run of a sentence, where a surname stands alone, that it is a person.
   * Returns whether there is one.
   */
  boolean echoOfSurnames(List<Token> sentence, int from, float[][] scores) {
    boolean heard = false;
    for (int i = from; i < from + scores.length; i++) {
      float certainty =
          isAlone(sentence, i) ? surnames.getOrDefault(key(sentence, i, i + 1), 0f) : 0;
      if (certainty >= KNOWN) {
        scores[i - from][Label.of(TagKind.PERSON, Label.UNIT)] += echo(SURNAME * certainty);
        heard = true;
      }
    }
    return heard;
  }

  private static boolean isAlone(List<Token> sentence, int at) {
    return Glyphs.hasCapital(sentence.get(at))
        && !(at > 0 && Glyphs.hasCapital(sentence.get(at - 1)))
        && !(at + 1 < sentence.size() && Glyphs.hasCapital(sentence.get(at + 1)));
  }
}
