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
 * Finds names where capitals mean names: runs of capitalised words with small words inside, cut at
 * titles ({@code Apple | CEO | Tim Cook}), without the words a sentence merely begins with.
 */
final class CasedSpotter {
  private static final int LONGEST = 8;
  private static final int WHOLE =
      Lexicon.ORGANISATION | Lexicon.PLACE | Lexicon.EVENT | Lexicon.WORK;
  private static final Set<String> NAMES_TOO = Set.of("Dean", "Earl", "Major", "Chase", "Marshal");

  private final Reader reader;
  private final Line line;
  private final List<Token> tokens;
  private final List<Spot> spots = new ArrayList<>();

  private CasedSpotter(Reader reader, Line line) {
    this.reader = reader;
    this.line = line;
    this.tokens = line.tokens();
  }

  /** Returns the names in a sentence that is no headline, in order. */
  static List<Spot> spot(Reader reader, Line line) {
    CasedSpotter spotter = new CasedSpotter(reader, line);
    int i = 0;
    while (i < spotter.tokens.size()) {
      i = Reader.looksLikeName(spotter.tokens.get(i)) ? spotter.run(i) : i + 1;
    }
    return spotter.spots;
  }

  /** Takes the run that begins at {@code from} and returns the number of the token after it. */
  private int run(int from) {
    int known = knownEnd(from);
    if (known > from) {
      take(from, known, false);
      return known;
    }
    int to = from + 1;
    int next = extended(to);
    while (next > to) {
      to = next;
      next = extended(to);
    }
    cut(from, to);
    return to;
  }

  /**
   * Returns the end of the longest known name from {@code from} with small words inside that
   * capitals alone do not hold together: {@code Centers for Disease Control and Prevention}.
   */
  private int knownEnd(int from) {
    int last = from;
    int small = 0;
    for (int to = from + 1; to < Math.min(tokens.size(), from + LONGEST); to++) {
      Token token = tokens.get(to);
      if (!token.isWord() && !token.is("&")) {
        break;
      }
      if (!Reader.looksLikeName(token)) {
        small++;
      } else if (small > 0 && to - from >= 2 && reader.is(line.slice(from, to + 1), WHOLE)) {
        last = to + 1;
      }
    }
    return last;
  }

  /** Returns the end of the run when it goes on at {@code at}, else {@code at}. */
  private int extended(int at) {
    if (at >= tokens.size()) {
      return at;
    }
    if (isAdjacent(at) && Reader.looksLikeName(tokens.get(at))) {
      return at + 1;
    }
    if (isInitialStop(at) && at + 1 < tokens.size() && Reader.looksLikeName(tokens.get(at + 1))) {
      return at + 2;
    }
    if (isPossessiveName(at)) {
      return at + 2;
    }
    int end = at;
    while (end < tokens.size() && end - at < 2 && joins(tokens.get(end))) {
      end++;
    }
    boolean joined = end > at && end < tokens.size() && Reader.looksLikeName(tokens.get(end));
    return joined && isAllowedJoin(at, end) ? end + 1 : at;
  }

  /** {@code People's Daily}: a possessive goes on only where the whole is known. */
  private boolean isPossessiveName(int at) {
    boolean possessive =
        tokens.get(at).text().length() == 2
            && tokens.get(at).text().endsWith("s")
            && tokens.get(at).kind() == Token.Kind.MARK;
    if (!possessive || at + 1 >= tokens.size() || !Reader.looksLikeName(tokens.get(at + 1))) {
      return false;
    }
    int end = at + 1;
    while (end < tokens.size() && end - at < 4 && Reader.looksLikeName(tokens.get(end))) {
      end++;
      if (reader.lexicon(line.slice(at - 1, end)) != 0) {
        return true;
      }
    }
    return false;
  }

  private boolean joins(Token token) {
    return token.is("&")
        || (token.isWord() && !token.isCapitalised() && reader.tells(Cue.PARTICLE, token));
  }

  /**
   * Two names side by side in a list are no single name: {@code and} joins only what is known as
   * one or ends like one.
   */
  private boolean isAllowedJoin(int at, int end) {
    String word = tokens.get(at).text();
    boolean list =
        word.equals("and")
            || word.equals("e")
            || word.equals("y")
            || word.equals("et")
            || word.equals("und");
    if (!list) {
      boolean of = word.equals("of");
      return !word.equals("the")
          && !(of && (reader.tells(Cue.TITLE, tokens.get(at - 1)) || isPersonBefore(at)));
    }
    int last = end + 1;
    while (last < tokens.size() && Reader.looksLikeName(tokens.get(last))) {
      last++;
    }
    int first = at - 1;
    while (first > 0 && Reader.looksLikeName(tokens.get(first - 1))) {
      first--;
    }
    int kinds = Lexicon.ORGANISATION | Lexicon.WORK | Lexicon.PLACE;
    return reader.is(line.slice(first, last), kinds)
        || (reader.tells(Cue.ORGANISATION, tokens.get(last - 1)) && last - end > 1);
  }

  private boolean isPersonBefore(int at) {
    boolean surname = reader.is(tokens.get(at - 1).text(), Lexicon.SURNAME);
    return at >= 2
        && surname
        && Reader.looksLikeName(tokens.get(at - 2))
        && reader.isPerson(tokens, at - 2, at);
  }

  /** Only blanks lie before it. */
  private boolean isAdjacent(int at) {
    return at > 0 && tokens.get(at).start() - tokens.get(at - 1).end() <= 1;
  }

  private boolean isInitialStop(int at) {
    String before = tokens.get(at - 1).text();
    return tokens.get(at).is(".")
        && before.length() <= 2
        && Character.isUpperCase(before.charAt(0));
  }

  /** Cuts a run at titles and takes each part. */
  private void cut(int from, int to) {
    int start = from;
    boolean titled = from > 0 && reader.tells(Cue.TITLE, tokens.get(from - 1));
    for (int i = from; i < to; i++) {
      boolean last = i == to - 1;
      boolean title =
          reader.tells(Cue.TITLE, tokens.get(i)) && (i == start || !last || to - start > 2);
      if (title && !isFirstNameHere(i, to)) {
        take(start, i, titled);
        start = i + 1;
        titled = true;
      }
    }
    take(start, to, titled);
  }

  /** Dean and Earl are first names too; a title is followed by somebody. */
  private boolean isFirstNameHere(int at, int to) {
    boolean nextIsSurnameOnly =
        at + 2 == to && !reader.is(tokens.get(at + 1).text(), Lexicon.FIRST_NAME);
    return nextIsSurnameOnly && NAMES_TOO.contains(tokens.get(at).text());
  }

  private void take(int from, int to, boolean titled) {
    int start = withoutSmallWords(from, to);
    int end = to;
    while (end > start
        && (reader.isFunctionWord(tokens.get(end - 1))
            || !Reader.looksLikeName(tokens.get(end - 1)))
        && !isNameEnd(start, end)) {
      end--;
    }
    while (end - start > 1 && reader.tells(Cue.RANK, tokens.get(end - 1)) && !titled) {
      end--;
    }
    while (end - start > 1 && reader.tells(Cue.RANK, tokens.get(start))) {
      start++;
    }
    start = withoutNationality(withoutSentenceOpener(start, end), end);
    if (start >= end || end - start > LONGEST || !hasName(start, end)) {
      return;
    }
    String name = line.slice(start, end);
    if (name.codePoints().filter(Character::isLetter).count() >= 2 && !reader.isNever(name)) {
      spots.add(new Spot(line, start, end, name, signs(start, end, titled)));
    }
  }

  private boolean isNameEnd(int start, int end) {
    return end - start >= 2
        && Reader.looksLikeName(tokens.get(end - 1))
        && reader.is(tokens.get(end - 1).text(), Lexicon.SURNAME);
  }

  private boolean hasName(int start, int end) {
    return tokens.subList(start, end).stream().anyMatch(Reader::looksLikeName);
  }

  private int withoutSmallWords(int from, int to) {
    int start = from;
    while (start < to && isSmall(start, to)) {
      start++;
    }
    return start;
  }

  private boolean isSmall(int at, int to) {
    Token token = tokens.get(at);
    if (!Reader.looksLikeName(token)) {
      return true;
    }
    int names = Lexicon.ORGANISATION | Lexicon.PLACE | Lexicon.WORK | Lexicon.EVENT;
    if (to - at > 1 && !isSentenceStart(at) && reader.is(line.slice(at, to), names)) {
      return false;
    }
    boolean person =
        at + 1 < to
            && reader.is(token.text(), Lexicon.FIRST_NAME)
            && reader.is(tokens.get(at + 1).text(), Lexicon.SURNAME);
    return reader.isFunctionWord(token) && !person && !token.isAllCapitals();
  }

  /**
   * The first word of a sentence has its capital from there, unless what follows cannot stand
   * without it.
   */
  private int withoutSentenceOpener(int start, int end) {
    boolean opens =
        start < end && isSentenceStart(start) && reader.is(tokens.get(start).text(), Lexicon.WORD);
    if (!opens || end - start < 2 || reader.isPerson(tokens, start, end)) {
      return start;
    }
    if (reader.lexicon(line.slice(start, end)) != 0
        || !Reader.looksLikeName(tokens.get(start + 1))) {
      return start;
    }
    return reader.is(tokens.get(start + 1).text(), Lexicon.WORD) ? start : start + 1;
  }

  /** {@code American Kevin King} is Kevin King. */
  private int withoutNationality(int start, int end) {
    boolean people = end - start >= 3 && reader.is(tokens.get(start).text(), Lexicon.PEOPLE);
    return people && reader.isPerson(tokens, start + 1, end) ? start + 1 : start;
  }

  private boolean isSentenceStart(int at) {
    return Surroundings.isSentenceStart(tokens, at);
  }

  private Set<Sign> signs(int start, int end, boolean titled) {
    EnumSet<Sign> signs = Surroundings.signs(reader, line, start);
    if (titled) {
      signs.add(Sign.TITLED);
    }
    if (isWeak(start, end, titled)) {
      signs.add(Sign.WEAK);
    }
    return signs;
  }

  private boolean isWeak(int start, int end, boolean titled) {
    String name = line.slice(start, end);
    boolean single = end - start == 1;
    boolean plain = single && reader.is(name, Lexicon.WORD) && !tokens.get(start).isAllCapitals();
    boolean unknown =
        single
            && reader.lexicon(name) == 0
            && !reader.isPlace(name)
            && !reader.isRemembered(Keys.of(name))
            && !reader.isMined(name);
    if (isSentenceStart(start) && !titled && (plain || unknown)) {
      return true;
    }
    if (single && name.length() == 2 && !reader.is(name, Lexicon.ORGANISATION | Lexicon.PLACE)) {
      return true;
    }
    boolean noun = reader.nounsAreCapitalised() && !titled && !reader.isPerson(tokens, start, end);
    return noun
        && !reader.isPlace(name)
        && !tokens.get(start).isAllCapitals()
        && !reader.isRemembered(Keys.of(name))
        && (single || reader.lexicon(name) == 0);
  }
}
