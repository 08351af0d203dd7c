package org.tagwire.hashtag;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.TagKind;

/**
 * A name where it stands.
 *
 * @param line the sentence
 * @param from the number of its first token
 * @param to the number after its last token
 * @param name the words as written, without a leading article
 * @param signs what speaks for what around it
 * @param kind what the name tagger takes it for, if it was asked
 * @param certainty how sure the name tagger is, 0 to 1
 */
record Spot(
    Line line,
    int from,
    int to,
    String name,
    Set<Sign> signs,
    @Nullable TagKind kind,
    double certainty) {
  /** What the words around a name say of it. */
  enum Sign {
    /** A title such as Dr or President stands before it. */
    TITLED,
    /** A preposition of place stands before it. */
    LOCATED,
    /** It stands in quotation marks. */
    QUOTED,
    /** It stands in brackets after another name. */
    BRACKETED,
    /** Its capital may be due to its being first in the sentence. */
    INITIAL,
    /** It is words of the language, no name. */
    COMMON,
    /** It may stand for a subject that is named elsewhere, but founds none by itself. */
    WEAK
  }

  Spot {
    signs = Set.copyOf(signs);
  }

  Spot(Line line, int from, int to, String name, Set<Sign> signs) {
    this(line, from, to, name, signs, null, 0);
  }

  Spot named(String other) {
    return new Spot(line, from, to, other, signs, kind, certainty);
  }

  Spot without(Sign sign) {
    Set<Sign> less = new HashSet<>(signs);
    less.remove(sign);
    return new Spot(line, from, to, name, less, kind, certainty);
  }

  Spot with(Sign sign) {
    Set<Sign> more = new HashSet<>(signs);
    more.add(sign);
    return new Spot(line, from, to, name, more, kind, certainty);
  }

  boolean has(Sign sign) {
    return signs.contains(sign);
  }

  int words() {
    return to - from;
  }
}
