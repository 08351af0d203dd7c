package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.model.TagKind;
import org.tagwire.names.Lexicon;
import org.tagwire.names.Name;
import org.tagwire.text.Token;

/**
 * Takes the names that the name tagger finds in English lines, without the titles, ranks and
 * nationalities before them.
 */
final class NamedSpotter {
  /** In a headline, where capitals tell little, a single word must be as sure as this. */
  private static final double SURE = 0.85;

  private static final int LONGEST = 9;

  /** {@code pro-Trump}, {@code mid-January}: a word made of a name, no name. */
  private static final Pattern PREFIXED = Pattern.compile("^\\p{Ll}+-");

  private final Reader reader;
  private final Line line;
  private final List<Token> tokens;

  private NamedSpotter(Reader reader, Line line) {
    this.reader = reader;
    this.line = line;
    this.tokens = line.tokens();
  }

  static List<Spot> spot(Reader reader, List<Line> lines) {
    List<Spot> spots = new ArrayList<>();
    List<List<Name>> names = reader.names(lines);
    for (int i = 0; i < lines.size(); i++) {
      NamedSpotter spotter = new NamedSpotter(reader, lines.get(i));
      names.get(i).forEach(name -> spotter.take(name, spots));
    }
    return spots;
  }

  private void take(Name name, List<Spot> spots) {
    int to = end(name);
    int from = withRoyal(start(name, to), to, name.kind());
    if (from >= to || to - from > LONGEST || isTorn(from, to)) {
      return;
    }
    String said = line.slice(from, to);
    if (said.codePoints().filter(Character::isLetter).count() < 2
        || PREFIXED.matcher(said).find()
        || (to - from == 1 && isSmallWord(tokens.get(from)))
        || reader.isNever(said)) {
      return;
    }
    spots.add(new Spot(line, from, to, said, signs(name, from, to), name.kind(), name.certainty()));
  }

  /** Something was struck out within it. */
  private boolean isTorn(int from, int to) {
    boolean torn = false;
    for (int i = from + 1; i < to; i++) {
      torn |= tokens.get(i).start() - tokens.get(i - 1).end() > 2;
    }
    return torn;
  }

  private boolean isSmallWord(Token token) {
    return reader.isFunctionWord(token) && !token.isAllCapitals();
  }

  private int end(Name name) {
    int to = name.to();
    while (to > name.from()
        && (!tokens.get(to - 1).isWord() && tokens.get(to - 1).kind() != Token.Kind.NUMBER
            || (to - name.from() > 1 && isOffice(to - 1, name)))) {
      to--;
    }
    return to;
  }

  /** {@code Senate Majority}, {@code Georgia Governor}: the office of somebody who follows. */
  private boolean isOffice(int at, Name name) {
    boolean rank = reader.tells(Cue.RANK, tokens.get(at));
    return name.kind() != TagKind.WORK
        && (rank
            || (name.kind() != TagKind.PERSON
                && reader.tells(Cue.TITLE, tokens.get(at))
                && isFollowed(name)));
  }

  private boolean isFollowed(Name name) {
    int next = name.to() < tokens.size() && tokens.get(name.to()).is(".") ? 1 : 0;
    return name.to() + next < tokens.size() && Reader.looksLikeName(tokens.get(name.to() + next));
  }

  private int start(Name name, int to) {
    int from = name.kind() == TagKind.PERSON ? afterTitle(name, to) : name.from();
    while (from < to && isBefore(from, to, name.kind())) {
      from += tokens.get(from + 1 < to ? from + 1 : from).is(".") ? 2 : 1;
    }
    return Math.min(from, to);
  }

  /** {@code Vantis CEO Robert Tarn}: a person begins after the last title. */
  private int afterTitle(Name name, int to) {
    for (int i = to - 2; i > name.from(); i--) {
      boolean named = to - i > 2 || !reader.is(tokens.get(i).text(), Lexicon.SURNAME);
      if (named && reader.tells(Cue.TITLE, tokens.get(i))) {
        return i + 1;
      }
    }
    return name.from();
  }

  /** {@code Prince Andrew}, {@code Queen Margrethe}: their title is their name. */
  private int withRoyal(int from, int to, TagKind kind) {
    boolean single = to - from == 1 && from > 0 && kind == TagKind.PERSON;
    boolean royal =
        single
            && tokens.get(from - 1).isCapitalised()
            && reader.tells(Cue.ROYAL, tokens.get(from - 1));
    return royal ? from - 1 : from;
  }

  /** Whether the word at {@code at} only leads to the name. */
  private boolean isBefore(int at, int to, TagKind kind) {
    Token token = tokens.get(at);
    boolean the = token.is("the") || token.is("a");
    if (the || !token.isWord()) {
      return token.kind() != Token.Kind.NUMBER;
    }
    if (token.is("The")) {
      return to - at >= 3 && kind != TagKind.WORK;
    }
    if (at + 1 >= to || kind == TagKind.WORK) {
      return false;
    }
    boolean person = kind == TagKind.PERSON;
    boolean title = person && (reader.tells(Cue.TITLE, token) || reader.tells(Cue.RANK, token));
    boolean people = person && to - at >= 3 && reader.is(token.text(), Lexicon.PEOPLE);
    return title || people;
  }

  private EnumSet<Sign> signs(Name name, int from, int to) {
    EnumSet<Sign> signs = Surroundings.signs(reader, line, from);
    boolean single = to - from == 1;
    if (from > name.from() && reader.tells(Cue.TITLE, tokens.get(name.from()))) {
      signs.add(Sign.TITLED);
    }
    boolean fragment =
        single
            && reader.tells(Cue.ORGANISATION, tokens.get(from))
            && !tokens.get(from).isAllCapitals();
    if (fragment || (line.headline() && single && name.certainty() < SURE)) {
      signs.add(Sign.WEAK);
    }
    return signs;
  }
}
