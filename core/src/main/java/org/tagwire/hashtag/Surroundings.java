package org.tagwire.hashtag;

import java.util.EnumSet;
import java.util.List;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.text.Token;

/** Reads what stands before a name. */
final class Surroundings {
  private static final String OPENING = "\"\u201C\u201E\u00AB'\u2018";

  private Surroundings() {}

  /** Returns the signs that the words before token {@code from} give. */
  static EnumSet<Sign> signs(Reader reader, Line line, int from) {
    List<Token> tokens = line.tokens();
    EnumSet<Sign> signs = EnumSet.noneOf(Sign.class);
    if (isSentenceStart(tokens, from)) {
      signs.add(Sign.INITIAL);
    }
    if (from == 0) {
      return signs;
    }
    Token before = tokens.get(from - 1);
    if (reader.tells(Cue.TITLE, before) || isShortTitle(reader, tokens, from)) {
      signs.add(Sign.TITLED);
    }
    if (reader.tells(Cue.LOCATIVE, before)) {
      signs.add(Sign.LOCATED);
    }
    if (before.is("(")) {
      signs.add(Sign.BRACKETED);
    }
    return signs;
  }

  /** {@code Mrs.} before a name. */
  private static boolean isShortTitle(Reader reader, List<Token> tokens, int from) {
    return from > 1
        && tokens.get(from - 1).is(".")
        && tokens.get(from - 2).text().length() <= 4
        && reader.tells(Cue.TITLE, tokens.get(from - 2));
  }

  static boolean isSentenceStart(List<Token> tokens, int at) {
    return at == 0
        || (at == 1 && !tokens.getFirst().isWord())
        || tokens.get(at - 1).is(":")
        || OPENING.contains(tokens.get(at - 1).text());
  }
}
