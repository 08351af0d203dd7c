package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.names.Lexicon;
import org.tagwire.text.Token;

/**
 * Finds names in headlines, where every word may have a capital: those the body names, those known
 * already, and words that are no plain words.
 */
final class HeadlineSpotter {
  private static final int LONGEST = 6;

  private final Reader reader;
  private final Line line;
  private final Set<String> body;
  private final List<Token> tokens;

  private HeadlineSpotter(Reader reader, Line line, Set<String> body) {
    this.reader = reader;
    this.line = line;
    this.body = body;
    this.tokens = line.tokens();
  }

  /**
   * Returns the names in {@code line}, in order.
   *
   * @param body keys of the names in the rest of the piece
   */
  static List<Spot> spot(Reader reader, Line line, Set<String> body) {
    HeadlineSpotter spotter = new HeadlineSpotter(reader, line, body);
    List<Spot> spots = new ArrayList<>();
    int i = 0;
    while (i < spotter.tokens.size()) {
      int end = spotter.nameEnd(i);
      if (end > i) {
        spotter.take(i, end, spots);
      }
      i = Math.max(end, i + 1);
    }
    return spots;
  }

  private void take(int from, int to, List<Spot> spots) {
    String name = line.slice(from, to);
    if (name.codePoints().filter(Character::isLetter).count() < 2 || reader.isNever(name)) {
      return;
    }
    EnumSet<Sign> signs = EnumSet.of(Sign.INITIAL);
    if (from > 0 && reader.tells(Cue.TITLE, tokens.get(from - 1))) {
      signs.add(Sign.TITLED);
    }
    boolean single = to - from == 1 && !tokens.get(from).isAllCapitals();
    if (single && !reader.isRemembered(Keys.of(name)) && !reader.isPlace(name)) {
      signs.add(Sign.WEAK);
    }
    spots.add(new Spot(line, from, to, name, signs));
  }

  private int nameEnd(int from) {
    Token first = tokens.get(from);
    if (!Reader.looksLikeName(first) || (reader.isFunctionWord(first) && !first.isAllCapitals())) {
      return from;
    }
    for (int to = Math.min(tokens.size(), from + LONGEST); to > from; to--) {
      if (isKnown(from, to)) {
        return to;
      }
    }
    return unknownEnd(from);
  }

  private boolean isKnown(int from, int to) {
    Token last = tokens.get(to - 1);
    if (!last.isWord() || reader.isFunctionWord(last)) {
      return false;
    }
    String name = line.slice(from, to);
    String key = Keys.of(name);
    if (body.contains(key) || reader.isRemembered(key)) {
      return true;
    }
    int names = Lexicon.ORGANISATION | Lexicon.PLACE | Lexicon.EVENT;
    return to - from >= 2
        && (reader.is(name, names) || (to - from == 2 && reader.isPerson(tokens, from, to)));
  }

  /** Words that are no plain words, as long as they follow each other. */
  private int unknownEnd(int from) {
    int to = from;
    while (to < tokens.size()
        && to - from < 3
        && isUnknown(tokens.get(to))
        && (to == from || isAdjacent(to))) {
      to++;
    }
    return to;
  }

  private boolean isUnknown(Token token) {
    return Reader.looksLikeName(token)
        && !reader.is(token.text(), Lexicon.WORD)
        && !reader.isFunctionWord(token)
        && !reader.tells(Cue.TITLE, token);
  }

  private boolean isAdjacent(int at) {
    return tokens.get(at).start() - tokens.get(at - 1).end() <= 1;
  }
}
