package org.tagwire.names;

import org.tagwire.model.TagKind;

/**
 * What a token is to the name it stands in, as a number: 0 outside of names, else one of four
 * places (begin, inside, last, unit) in a name of one of the kinds. This is the BILOU scheme
 * (Ratinov, Roth: Design Challenges and Misconceptions in Named Entity Recognition, CoNLL 2009).
 */
final class Label {
  static final int OUTSIDE = 0;

  static final int BEGIN = 0;
  static final int INSIDE = 1;
  static final int LAST = 2;
  static final int UNIT = 3;

  private static final int PLACES = 4;
  private static final TagKind[] KINDS = TagKind.values();

  /** How many labels there are. */
  static final int COUNT = 1 + PLACES * KINDS.length;

  private Label() {}

  static int of(TagKind kind, int place) {
    return 1 + kind.ordinal() * PLACES + place;
  }

  /** Returns the place of the token {@code at}, from 0, of a name of {@code length} tokens. */
  static int placeIn(int at, int length) {
    if (length == 1) {
      return UNIT;
    }
    return at == 0 ? BEGIN : at == length - 1 ? LAST : INSIDE;
  }

  /** Returns the kind that {@code label}, not {@link #OUTSIDE}, stands for. */
  static TagKind kind(int label) {
    return KINDS[(label - 1) / PLACES];
  }

  /** Returns whether a name begins at a token with {@code label}. */
  static boolean begins(int label) {
    return label != OUTSIDE && (place(label) == BEGIN || place(label) == UNIT);
  }

  /** Returns whether a name ends with a token with {@code label}. */
  static boolean ends(int label) {
    return label != OUTSIDE && (place(label) == LAST || place(label) == UNIT);
  }

  /** Returns whether {@code label} may stand right after {@code before}. */
  static boolean mayFollow(int before, int label) {
    boolean open = before != OUTSIDE && !ends(before);
    if (!open) {
      return label == OUTSIDE || begins(label);
    }
    return label != OUTSIDE && !begins(label) && kind(before) == kind(label);
  }

  private static int place(int label) {
    return (label - 1) % PLACES;
  }
}
