package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;

/**
 * Finds names where no capitals tell them: asks the spotters of the scripts, then looks for places
 * that CLDR knows, names remembered from the stream, and Latin words. What is not sure is left out.
 */
final class UncasedSpotter {
  private static final int LONGEST = 4;

  private static final Pattern MIXED =
      Pattern.compile(
          "(?:[\u05D0-\u05EA]{1,2}-?)?([\\p{IsLatin}\\p{N}\\p{P}\\p{S}\\p{M} ]+)([\uAC00-\uD7A3]*)");

  private final Reader reader;
  private final Line line;
  private final List<Token> tokens;
  private final String whole;
  private final List<Spot> spots = new ArrayList<>();

  private UncasedSpotter(Reader reader, Line line, String whole) {
    this.reader = reader;
    this.line = line;
    this.tokens = line.tokens();
    this.whole = whole;
  }

  /** Returns the names in {@code lines}, the title first. */
  static List<Spot> spot(Reader reader, List<Line> lines) {
    Phrases phrases = new Phrases(lines);
    List<Spot> spots = new ArrayList<>(ArabicSpotter.spot(reader, phrases, lines));
    String written = lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    lines.forEach(line -> spots.addAll(EastAsianSpotter.spot(reader, line, written)));
    String whole = Normalise.folded(written);
    for (Line line : lines) {
      UncasedSpotter spotter = new UncasedSpotter(reader, line, whole);
      spotter.run(taken(spots, line));
      spots.addAll(spotter.spots);
      for (Spot quote : QuoteSpotter.spot(reader, line, false)) {
        spots.add(spotter.isSaidAgain(quote) ? quote.without(Sign.WEAK) : quote);
      }
    }
    spots.addAll(TitlePhrases.spot(reader, phrases, lines, spots));
    return spots;
  }

  /** What a title quotes and the text says again is a thing with that name. */
  private boolean isSaidAgain(Spot quote) {
    return line.isTitle() && quote.words() <= LONGEST && occurrences(quote.name()) >= 2;
  }

  /** Returns the tokens of {@code line} that {@code spots} cover. */
  static BitSet taken(List<Spot> spots, Line line) {
    BitSet taken = new BitSet();
    spots.stream()
        .filter(s -> s.line().number() == line.number())
        .forEach(s -> taken.set(s.from(), s.to()));
    return taken;
  }

  private void run(BitSet taken) {
    int i = 0;
    while (i < tokens.size()) {
      i = Math.max(i + 1, taken.get(i) ? i + 1 : at(i));
    }
  }

  private int at(int from) {
    Token token = tokens.get(from);
    if (!token.isWord()) {
      return from;
    }
    if (Reader.looksLikeName(token)) {
      return latin(from);
    }
    for (int to = Math.min(tokens.size(), from + LONGEST); to > from; to--) {
      if (known(from, to)) {
        return to;
      }
    }
    return from;
  }

  private int latin(int from) {
    int to = from;
    while (to < tokens.size() && Reader.looksLikeName(tokens.get(to))) {
      to++;
    }
    String name = latinPart(line.slice(from, to));
    if (name.length() >= 2 && !reader.isNever(name) && to - from <= LONGEST) {
      boolean sure =
          to - from > 1
              || line.isTitle()
              || tokens.get(from).isAllCapitals()
              || occurrences(name) >= 2;
      spots.add(new Spot(line, from, to, name, sure ? Set.of() : Set.of(Sign.WEAK)));
    }
    return to;
  }

  /**
   * {@code ה-AHL} and {@code MOU를} without what their languages write together with them; nothing
   * where two scripts meet otherwise.
   */
  private static String latinPart(String word) {
    Matcher mixed = MIXED.matcher(word);
    if (!mixed.matches()) {
      return "";
    }
    String tail = mixed.group(2);
    return tail.isEmpty() || Clitics.isParticle(tail) ? mixed.group(1) : "";
  }

  private boolean known(int from, int to) {
    if (!tokens.subList(from, to).stream().allMatch(Token::isWord)) {
      return false;
    }
    String surface = line.slice(from, to);
    for (String name : Clitics.readings(surface)) {
      boolean place = reader.isPlace(name) && !isSurname(from);
      boolean known = place || (name.length() > 1 && reader.isRemembered(Keys.of(name)));
      if (known && !reader.isNever(name) && !reader.tells(Cue.PLAIN, name)) {
        spots.add(new Spot(line, from, to, name, place ? Set.of(Sign.LOCATED) : Set.of()));
        return true;
      }
    }
    return false;
  }

  /** {@code النائب السويد}: after somebody's title stands somebody's name. */
  private boolean isSurname(int at) {
    String before = at == 0 ? "" : tokens.get(at - 1).text();
    return before.startsWith("ال")
        && (reader.tells(Cue.TITLE, before) || reader.tells(Cue.TITLE, before.substring(2)));
  }

  private int occurrences(String name) {
    String folded = Normalise.folded(name);
    int n = 0;
    for (int at = whole.indexOf(folded);
        at >= 0 && n < 3;
        at = whole.indexOf(folded, at + folded.length())) {
      n++;
    }
    return n;
  }
}
