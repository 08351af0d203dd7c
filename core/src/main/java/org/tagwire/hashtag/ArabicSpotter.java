package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.text.Token;

/**
 * Finds names in Arabic script: what follows a title, begins with a given name, or is headed by the
 * word of an institution, an event or a place.
 *
 * <p>A name ends where the grammar of the construct state ends it: after a definite word only
 * definite ones follow. Where grammar does not tell, the piece must say the same words twice.
 */
final class ArabicSpotter {
  private static final String ARTICLE = "ال";
  private static final Set<String> KIN =
      Set.of("بن", "بنت", "ابن", "آل", "أبو", "أبي", "ابو", "عبد", "ولد", "بو", "أم");

  private static final Set<Cue> COMMON =
      Set.of(Cue.WORK, Cue.EVENT, Cue.ORGANISATION, Cue.PLACE, Cue.TITLE, Cue.PLAIN);

  /** A head with more words than these is a sentence. */
  private static final int LONGEST = 5;

  /** In fewer sentences a word that is somebody's name would hardly stand. */
  private static final int OFTEN = 3;

  private static final int DEFINITE = 3;
  private static final int INDEFINITE = 2;
  private static final int ADJECTIVES = 3;

  private final Reader reader;
  private final Phrases phrases;
  private final Line line;
  private final List<Token> tokens;
  private final List<Spot> spots = new ArrayList<>();

  private ArabicSpotter(Reader reader, Phrases phrases, Line line) {
    this.reader = reader;
    this.phrases = phrases;
    this.line = line;
    this.tokens = line.tokens();
  }

  /** Returns the names in {@code lines} that grammar and repetition tell. */
  static List<Spot> spot(Reader reader, Phrases phrases, List<Line> lines) {
    List<Spot> spots = new ArrayList<>();
    for (Line line : lines) {
      ArabicSpotter spotter = new ArabicSpotter(reader, phrases, line);
      spotter.run();
      spots.addAll(spotter.spots);
    }
    spots.addAll(surnames(lines, spots));
    return spots;
  }

  /**
   * Returns whether {@code tag} is one everyday word, as {@code نساء}: the piece says it with the
   * article, too, which no name takes on and off, or hardly says it, or it is a plural or the head
   * of names.
   */
  static boolean isCommonNoun(Reader reader, List<Line> lines, String tag) {
    boolean arabic = !tag.isEmpty() && Clitics.isArabic(tag.codePointAt(0));
    if (!arabic || tag.indexOf(' ') >= 0 || tag.startsWith(ARTICLE)) {
      return false;
    }
    String bare = Clitics.loose(tag);
    String definite = Clitics.loose(ARTICLE + tag);
    int said = 0;
    for (Line line : lines) {
      boolean says = false;
      for (Token token : line.tokens()) {
        List<String> readings = Clitics.readings(Clitics.loose(token.text()));
        if (readings.contains(definite)) {
          return true;
        }
        says |= readings.contains(bare);
      }
      said += says ? 1 : 0;
    }
    return said < OFTEN
        || tag.endsWith("ات")
        || COMMON.stream().anyMatch(cue -> reader.tells(cue, tag));
  }

  private void run() {
    boolean titled = false;
    int i = 0;
    while (i < tokens.size()) {
      int end = isWord(i) ? at(i, titled) : i;
      if (end == i && isWord(i) && findTitle(i).isPresent()) {
        i = afterTitle(i);
        titled = true;
      } else {
        i = Math.max(end, i + 1);
        titled = false;
      }
    }
  }

  private int at(int i, boolean titled) {
    for (String reading : Clitics.readings(tokens.get(i).text())) {
      int end = person(i, reading, titled);
      end = end == i ? head(i, reading) : end;
      end = end == i ? locality(i, reading) : end;
      if (end > i) {
        return end;
      }
    }
    return titled ? stranger(i) : i;
  }

  /** A given name, more of them, and a family's name. */
  private int person(int i, String first, boolean titled) {
    boolean maybe = reader.tells(Cue.MAYBE, first);
    if (!maybe && !reader.tells(Cue.GIVEN, first)) {
      return i;
    }
    int end = i + 1;
    while (isNext(end) && end - i < 3 && isGiven(end)) {
      end++;
    }
    boolean several = end - i > 1;
    while (isNext(end) && isNext(end + 1) && KIN.contains(text(end)) && end - i < LONGEST) {
      end += 2;
      several = true;
    }
    if (isNext(end) && isFamily(i, end, first, titled)) {
      end++;
      several = true;
    }
    boolean sure = !maybe || titled || phrases.count(loose(i, end, first)) >= 2;
    return several && sure ? add(i, end, first, titled ? Set.of(Sign.TITLED) : Set.of()) : i;
  }

  private boolean isGiven(int at) {
    return reader.tells(Cue.GIVEN, text(at)) || reader.tells(Cue.MAYBE, text(at));
  }

  private boolean isFamily(int i, int at, String first, boolean titled) {
    String family = text(at);
    if (isHead(family)) {
      return false;
    }
    boolean definite = family.startsWith(ARTICLE) && family.length() > 4;
    return (definite && !isAdjective(family))
        || family.indexOf('-') > 0
        || titled
        || phrases.count(loose(i, at + 1, first)) >= 2;
  }

  private boolean isAdjective(String definite) {
    return reader.tells(Cue.PLAIN, definite) || reader.tells(Cue.TITLE, definite);
  }

  /** {@code متحف قصر البحر}, {@code معهد هالدن}, {@code الاتحاد الأوروبي}. */
  private int head(int i, String word) {
    boolean definite = word.startsWith(ARTICLE);
    String bare = definite ? word.substring(ARTICLE.length()) : word;
    boolean head = isHead(word) || (definite && isHead(bare));
    if (!head || !isNext(i + 1) || !mayFollow(i + 1)) {
      return i;
    }
    if (definite) {
      int end = definiteEnd(i, i + 1, word);
      boolean said = end > i + 1 && phrases.count(loose(i, end, word)) >= 2;
      return said ? add(i, end, word, Set.of()) : i;
    }
    int end = i + 1;
    while (isNext(end) && end - i <= INDEFINITE && mayFollow(end) && !isDefinite(end)) {
      end++;
    }
    int whole = isNext(end) && mayFollow(end) ? definiteEnd(i, end, word) : end;
    boolean brief = end - i <= INDEFINITE && !reader.tells(Cue.EVENT, word);
    if (whole > end && (brief || phrases.count(loose(i, end + 1, word)) >= 2)) {
      return add(i, whole, word, Set.of());
    }
    while (end > i + 1 && !isRelative(text(i + 1))) {
      if (phrases.count(loose(i, end, word)) >= 2) {
        return add(i, end, word, Set.of());
      }
      end--;
    }
    return i;
  }

  /** {@code عاصفة ترابية}, {@code حرب أهلية}: an adjective without article makes no name. */
  private static boolean isRelative(String word) {
    return word.endsWith("ية") || word.endsWith("ي");
  }

  private boolean isHead(String word) {
    return reader.tells(Cue.ORGANISATION, word)
        || reader.tells(Cue.EVENT, word)
        || reader.tells(Cue.PLACE, word);
  }

  /**
   * More than two definite words, or what they are meant for, are a name when the piece repeats
   * them.
   */
  private int definiteEnd(int head, int from, String word) {
    int end = from;
    while (isNext(end) && end - from < DEFINITE && isDefinite(end) && mayFollow(end)) {
      boolean far = end - from >= 2 || text(end).startsWith("للاست");
      if (far && phrases.count(loose(head, end + 1, word)) < 2) {
        return end;
      }
      end++;
    }
    return end;
  }

  private boolean isDefinite(int at) {
    return text(at).startsWith(ARTICLE) || text(at).startsWith("لل");
  }

  private boolean mayFollow(int at) {
    return !reader.tells(Cue.GIVEN, text(at))
        && !reader.tells(Cue.PLAIN, text(at))
        && !reader.tells(Cue.TITLE, text(at));
  }

  /** {@code مدينة مرسى زين} is called {@code مرسى زين}. */
  private int locality(int i, String word) {
    boolean locality =
        reader.tells(Cue.LOCALITY, word) && isNext(i + 1) && !reader.tells(Cue.PLAIN, text(i + 1));
    if (!locality || isHead(text(i + 1))) {
      return i;
    }
    boolean two = isNext(i + 2) && phrases.count(loose(i + 1, i + 3, text(i + 1))) >= 2;
    int end = two ? i + 3 : i + 2;
    boolean ends = end >= tokens.size() || !isNext(end) || two;
    boolean said = phrases.count(loose(i + 1, end, text(i + 1))) >= 2;
    return ends && said ? add(i + 1, end, text(i + 1), Set.of(Sign.LOCATED)) : i;
  }

  /** After a title: two words that the piece says again, or whose second it does. */
  private int stranger(int i) {
    boolean pair =
        isNext(i + 1) && !text(i).startsWith(ARTICLE) && mayFollow(i) && text(i).length() > 2;
    if (!pair || !mayFollow(i + 1) || isHead(text(i))) {
      return i;
    }
    boolean three = isNext(i + 2) && phrases.count(loose(i, i + 3, text(i))) >= 2;
    boolean two = phrases.count(loose(i, i + 2, text(i))) >= 2;
    boolean again = phrases.lines(Clitics.loose(text(i + 1))) >= 3;
    return two || again ? add(i, three ? i + 3 : i + 2, text(i), Set.of(Sign.TITLED)) : i;
  }

  private Optional<String> findTitle(int i) {
    return Clitics.readings(tokens.get(i).text()).stream()
        .filter(
            r ->
                reader.tells(Cue.TITLE, r)
                    || (r.startsWith(ARTICLE)
                        && reader.tells(Cue.TITLE, r.substring(ARTICLE.length()))))
        .findFirst();
  }

  /** {@code وزير الخارجية المصري السابق}: what a title governs comes before the name. */
  private int afterTitle(int i) {
    int end = i + 1;
    while (isNext(end) && end - i <= ADJECTIVES && isDefinite(end)) {
      end++;
    }
    return end;
  }

  private int add(int from, int to, String first, Set<Sign> signs) {
    StringBuilder name = new StringBuilder(first);
    for (int i = from + 1; i < to; i++) {
      name.append(' ').append(text(i));
    }
    if (!reader.isNever(name.toString())) {
      spots.add(new Spot(line, from, to, name.toString(), signs));
    }
    return to;
  }

  private List<String> loose(int from, int to, String first) {
    List<String> words = new ArrayList<>();
    words.add(Clitics.loose(first));
    for (int i = from + 1; i < to; i++) {
      words.add(Clitics.loose(text(i)));
    }
    return words;
  }

  private String text(int at) {
    return tokens.get(at).text();
  }

  private boolean isWord(int at) {
    return tokens.get(at).isWord() && Clitics.isArabic(text(at).codePointAt(0));
  }

  /** A word that may go on a name. */
  private boolean isNext(int at) {
    return at < tokens.size() && isWord(at) && text(at).length() > 1 && !isFunction(at);
  }

  private boolean isFunction(int at) {
    return reader.isFunctionWord(tokens.get(at)) || reader.isTime(text(at));
  }

  /** A family's name alone, where the piece gives it in full. */
  private static List<Spot> surnames(List<Line> lines, List<Spot> spots) {
    Map<String, String> families = new LinkedHashMap<>();
    for (Spot spot : spots) {
      String last = spot.name().substring(spot.name().lastIndexOf(' ') + 1);
      if (spot.words() > 1 && last.startsWith(ARTICLE) && last.length() > 4) {
        families.putIfAbsent(Clitics.loose(last), last);
      }
    }
    List<Spot> alone = new ArrayList<>();
    for (Line line : families.isEmpty() ? List.<Line>of() : lines) {
      BitSet taken = UncasedSpotter.taken(spots, line);
      for (int i = taken.nextClearBit(0); i < line.tokens().size(); i = taken.nextClearBit(i + 1)) {
        for (String reading : Clitics.readings(Clitics.loose(line.tokens().get(i).text()))) {
          String family = families.get(reading);
          if (family != null) {
            alone.add(new Spot(line, i, i + 1, family, Set.of(Sign.WEAK)));
            break;
          }
        }
      }
    }
    return alone;
  }
}
