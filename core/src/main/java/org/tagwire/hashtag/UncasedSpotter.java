package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;

/**
 * Finds names where no capitals tell them: places CLDR knows, names remembered from the stream,
 * Latin words, a title with the words after it when the piece says them again, katakana with a
 * middle dot. What is not sure is left out.
 */
final class UncasedSpotter {
  private static final int LONGEST = 4;

  /**
   * Arabic prefixes written together with the word: and, so, by, for, as, and the article after
   * them.
   */
  private static final List<String> CLITICS =
      List.of("وال", "بال", "فال", "كال", "لل", "و", "ف", "ب", "ل", "ك");

  private static final Pattern KATAKANA =
      Pattern.compile(
          "[\u30A1-\u30FA\u30FC]{2,20}(?:[\u30FB\uFF1D=][\u30A1-\u30FA\u30FC]{2,20}){1,4}");
  private static final Pattern HAN_PERSON =
      Pattern.compile(
          "(?<!\\p{IsHan})(\\p{IsHan}{2,5}?)(?:\u6C0F|\u3055\u3093|\u9996\u76F8|\u76E3\u7763|\u9078\u624B|\u8B70\u54E1|\u77E5\u4E8B|\u5E02\u9577|\u793E\u9577|\u6559\u6388|\u5973\u58EB|\u5148\u751F)");
  private static final Pattern HAN_DOTTED =
      Pattern.compile("(?<!\\p{IsHan})\\p{IsHan}{1,6}(?:\u00B7\\p{IsHan}{1,8}){1,3}");

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

  /**
   * Returns the names in {@code line}.
   *
   * @param whole the folded text of the piece, to see what it says twice
   */
  static List<Spot> spot(Reader reader, Line line, String whole) {
    UncasedSpotter spotter = new UncasedSpotter(reader, line, whole);
    int i = 0;
    while (i < spotter.tokens.size()) {
      i = Math.max(i + 1, spotter.at(i));
    }
    spotter.patterns(KATAKANA, 0, Set.of(Sign.TITLED), 1);
    spotter.patterns(HAN_DOTTED, 0, Set.of(Sign.TITLED), 1);
    spotter.patterns(HAN_PERSON, 1, Set.of(Sign.TITLED), 2);
    return spotter.spots;
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
    return cued(from);
  }

  private int latin(int from) {
    int to = from;
    while (to < tokens.size() && Reader.looksLikeName(tokens.get(to))) {
      to++;
    }
    String name = line.slice(from, to);
    if (name.length() >= 2 && !reader.isNever(name) && to - from <= LONGEST) {
      spots.add(new Spot(line, from, to, name, Set.of()));
    }
    return to;
  }

  private boolean known(int from, int to) {
    String surface = line.slice(from, to);
    for (String name : withoutClitics(surface)) {
      boolean place = reader.isPlace(name);
      if ((place || reader.isRemembered(Keys.of(name))) && !reader.isNever(name)) {
        spots.add(new Spot(line, from, to, name, place ? Set.of(Sign.LOCATED) : Set.of()));
        return true;
      }
    }
    return false;
  }

  /**
   * A title, an institution's or an event's word, and what follows it, when the piece says that
   * twice.
   */
  private int cued(int from) {
    String word = withoutAnd(tokens.get(from).text());
    boolean title = reader.tells(Cue.TITLE, word);
    boolean head = reader.tells(Cue.ORGANISATION, word) || reader.tells(Cue.EVENT, word);
    int start = title ? from + 1 : from;
    if ((!title && !head) || start + 2 > tokens.size() || !isName(start) || !isName(start + 1)) {
      return from;
    }
    if (title
        && (reader.tells(Cue.TITLE, tokens.get(start))
            || tokens.get(start).text().startsWith("ال"))) {
      return from;
    }
    String name = title ? line.slice(start, start + 2) : word + " " + tokens.get(start + 1).text();
    if (occurrences(name) >= 2) {
      spots.add(new Spot(line, start, start + 2, name, title ? Set.of(Sign.TITLED) : Set.of()));
      return start + 2;
    }
    return from;
  }

  private boolean isName(int at) {
    Token token = tokens.get(at);
    return token.isWord() && token.text().length() > 1 && !reader.isFunctionWord(token);
  }

  private void patterns(Pattern pattern, int group, Set<Sign> signs, int least) {
    Matcher match = pattern.matcher(line.text());
    while (match.find()) {
      String name = match.group(group);
      if (occurrences(name) >= least && !reader.isNever(name)) {
        int from = tokenAt(match.start(group));
        int to = Math.max(from + 1, tokenAt(match.end(group)));
        spots.add(new Spot(line, from, to, name, signs));
      }
    }
  }

  private int tokenAt(int character) {
    int i = 0;
    while (i < tokens.size() - 1 && tokens.get(i).end() <= character) {
      i++;
    }
    return i;
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

  private static String withoutAnd(String word) {
    return word.length() > 4 && word.startsWith("و") ? word.substring(1) : word;
  }

  /** Returns {@code surface} and what is left of it without an Arabic prefix, longest first. */
  static List<String> withoutClitics(String surface) {
    List<String> readings = new ArrayList<>();
    readings.add(surface);
    for (String clitic : CLITICS) {
      if (surface.startsWith(clitic) && surface.length() - clitic.length() >= 3) {
        String rest = surface.substring(clitic.length());
        readings.add(clitic.length() > 1 ? "ال" + rest : rest);
      }
    }
    return readings;
  }
}
