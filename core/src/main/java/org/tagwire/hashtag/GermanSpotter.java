package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.names.Lexicon;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;

/**
 * Finds names where every noun has a capital, as in German: nouns stand beside each other only when
 * one of them is a name, and a name alone never takes an article.
 */
final class GermanSpotter {
  private static final int LONGEST = 5;

  /** The shortest ending that tells a word. */
  private static final int ENDING = 3;

  private static final Set<String> JOINTS =
      Set.of("von", "van", "zu", "zum", "zur", "de", "da", "al", "bin", "ibn");

  /** Within a sentence, other small words have a capital only in a name: {@code Till}. */
  private static final Set<String> POLITE =
      Set.of(
          "Sie", "Ihr", "Ihre", "Ihnen", "Ihrem", "Ihren", "Ihrer", "Ihres", "Die", "Der", "Das");

  private static final Set<String> ARTICLES =
      Set.of(
          "der", "die", "das", "dem", "den", "des", "im", "am", "zum", "zur", "vom", "beim", "ins");

  private static final Pattern INFLECTED = Pattern.compile("(?:e|er|en|es|em|ein|ihr)$");

  /** They end like adjectives and stand before names. */
  private static final Set<String> VERBS =
      Set.of(
          "wurde",
          "wurden",
          "hatte",
          "hatten",
          "sagte",
          "sagten",
          "habe",
          "haben",
          "werden",
          "sollte",
          "wollte",
          "konnte",
          "musste",
          "erklärte",
          "forderte",
          "nannte");

  /** The endings of things that are no places: {@code in Sicherheit}, {@code nach Angaben}. */
  private static final Pattern ABSTRACT =
      Pattern.compile(
          "(?:ung|heit|keit|schaft|tion|tät|nis|tum|ismus|ment|anz|enz|ur|ik|ie|el|eit|ahr|ahl|all"
              + "|ang|icht|olz|[bdhlnrst]en|(?<!hag|ing)en|er)$");

  private static final Set<String> WHERE =
      Set.of("in", "nach", "aus", "bei", "ab", "um", "über", "für");

  private final Reader reader;
  private final List<Line> lines;
  private final List<Spot> spots = new ArrayList<>();
  private final Map<String, Use> uses = new HashMap<>();
  private final Map<String, String> families = new LinkedHashMap<>();

  /** How the piece uses one word. */
  private static final class Use {
    private int times;
    private int located;
    private int determined;
    private int possessing;
  }

  private GermanSpotter(Reader reader, List<Line> lines) {
    this.reader = reader;
    this.lines = lines;
  }

  /** Returns the names in {@code lines}. */
  static List<Spot> spot(Reader reader, List<Line> lines) {
    GermanSpotter spotter = new GermanSpotter(reader, lines);
    lines.forEach(spotter::watch);
    lines.forEach(spotter::runs);
    lines.forEach(spotter::singles);
    return spotter.spots;
  }

  private void watch(Line line) {
    List<Token> tokens = line.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      if (Reader.looksLikeName(tokens.get(i))) {
        Use use = uses.computeIfAbsent(tokens.get(i).text(), w -> new Use());
        use.times++;
        String before = i == 0 ? "" : tokens.get(i - 1).text();
        use.located += WHERE.contains(before) && i > 0 ? 1 : 0;
        use.determined += isDeterminer(before) ? 1 : 0;
        use.possessing += isGenitive(tokens.get(i).text()) && isNoun(tokens, i + 1) ? 1 : 0;
      }
    }
  }

  /** An article, or an adjective with its ending. */
  private boolean isDeterminer(String word) {
    boolean small = !word.isEmpty() && Character.isLowerCase(word.codePointAt(0));
    boolean ending = word.length() > 3 && INFLECTED.matcher(word).find();
    return small
        && !WHERE.contains(word)
        && (ARTICLES.contains(word) || (ending && !VERBS.contains(word)));
  }

  private static boolean isNoun(List<Token> tokens, int at) {
    return at < tokens.size() && Reader.looksLikeName(tokens.get(at));
  }

  private void runs(Line line) {
    List<Token> tokens = line.tokens();
    int i = 0;
    while (i < tokens.size()) {
      int end = i;
      while (end < tokens.size() && end - i < LONGEST && goesOn(tokens, i, end)) {
        end++;
      }
      while (end > i && !Reader.looksLikeName(tokens.get(end - 1))) {
        end--;
      }
      if (end - i >= 2) {
        take(line, i, end);
      }
      i = Math.max(end, i + 1);
    }
  }

  private boolean goesOn(List<Token> tokens, int start, int at) {
    Token token = tokens.get(at);
    boolean adjacent = at == start || token.start() - tokens.get(at - 1).end() <= 1;
    // After a genitive another thing begins: Aldenmarks | Landtag
    if (!adjacent || (at > start && isGenitive(tokens.get(at - 1).text()))) {
      return false;
    }
    boolean joint = at > start && JOINTS.contains(token.text()) && isNoun(tokens, at + 1);
    return joint || (Reader.looksLikeName(token) && !isLittle(tokens, at));
  }

  private boolean isLittle(List<Token> tokens, int at) {
    Token token = tokens.get(at);
    boolean opens = at == 0 || !tokens.get(at - 1).isWord();
    boolean little = reader.isFunctionWord(token) && !token.isAllCapitals();
    return (little && (opens || POLITE.contains(token.text()))) || reader.isTime(token.text());
  }

  private boolean isGenitive(String word) {
    return word.length() > 4 && word.endsWith("s") && isUsed(word.substring(0, word.length() - 1));
  }

  private boolean isUsed(String word) {
    return uses.containsKey(word) || reader.isPlace(word);
  }

  private void take(Line line, int from, int to) {
    List<Token> tokens = line.tokens();
    int start = from;
    while (to - start > 1 && isRole(tokens.get(start).text())) {
      start++;
    }
    boolean titled = start > from;
    String first = tokens.get(start).text();
    if (to - start == 1) {
      if (!reader.is(first, Lexicon.WORD) || families.containsKey(first)) {
        add(line, start, to, Set.of(Sign.TITLED, Sign.WEAK));
      }
      return;
    }
    boolean measured =
        reader.tells(Cue.MEASURE, first)
            || (start > 0 && tokens.get(start - 1).kind() == Token.Kind.NUMBER);
    if (measured || (start == 0 && !isStart(line, start, to))) {
      return;
    }
    boolean person = isPerson(tokens, start, to, titled);
    boolean known =
        (person && to - start < LONGEST)
            || isInstitution(first)
            || tokens.get(start).isAllCapitals();
    boolean said = times(line.slice(start, to)) >= 2;
    if (known || said || titled) {
      add(line, start, to, titled && person ? Set.of(Sign.TITLED) : Set.of());
      if (person) {
        String last = tokens.get(to - 1).text();
        families.putIfAbsent(isGenitive(last) ? last.substring(0, last.length() - 1) : last, last);
      }
    }
  }

  /** What opens a sentence has its capital from there. */
  private boolean isStart(Line line, int from, int to) {
    List<Token> tokens = line.tokens();
    return reader.is(tokens.get(from).text(), Lexicon.FIRST_NAME)
        || isInstitution(tokens.get(from).text())
        || times(line.slice(from, to)) >= 2;
  }

  private boolean isPerson(List<Token> tokens, int from, int to, boolean titled) {
    String first = tokens.get(from).text();
    return !isInstitution(first)
        && !reader.tells(Cue.PLACE, tokens.get(to - 1))
        && (titled || reader.is(first, Lexicon.FIRST_NAME));
  }

  private boolean isRole(String word) {
    return reader.tells(Cue.TITLE, word) || ends(word, Cue.ROLE);
  }

  private boolean isInstitution(String word) {
    return reader.tells(Cue.ORGANISATION, word) || ends(word, Cue.BODY);
  }

  /** {@code Verkehrsministerin} ends like a role, {@code Deichverband} like an institution. */
  private boolean ends(String word, Cue cue) {
    String folded = Normalise.folded(word);
    for (int n = ENDING; n <= folded.length(); n++) {
      if (reader.tells(cue, folded.substring(folded.length() - n))) {
        return true;
      }
    }
    return false;
  }

  private int times(String name) {
    int times = 0;
    for (Line line : lines) {
      times += line.text().contains(name) ? 1 : 0;
    }
    return times;
  }

  /** Surnames said before, places, letters, and words that are used as only names are. */
  private void singles(Line line) {
    Set<Integer> taken = new HashSet<>();
    for (Spot spot : spots) {
      for (int i = spot.from(); spot.line() == line && i < spot.to(); i++) {
        taken.add(i);
      }
    }
    for (int i = 0; i < line.tokens().size(); i++) {
      if (!taken.contains(i) && Reader.looksLikeName(line.tokens().get(i))) {
        single(line, i);
      }
    }
  }

  private void single(Line line, int at) {
    Token token = line.tokens().get(at);
    String word = token.text();
    String stem = isGenitive(word) ? word.substring(0, word.length() - 1) : word;
    if (reader.isNever(stem) || (reader.isFunctionWord(token) && !token.isAllCapitals())) {
      return;
    }
    if (families.containsKey(stem)) {
      spots.add(new Spot(line, at, at + 1, stem, Set.of(Sign.WEAK)));
    } else if (reader.isPlace(stem) || isUsedAsPlace(stem)) {
      spots.add(new Spot(line, at, at + 1, stem, Set.of(Sign.LOCATED)));
    } else if (isAcronym(token) || reader.isRemembered(Keys.of(stem))) {
      spots.add(new Spot(line, at, at + 1, stem, Set.of()));
    }
  }

  private static boolean isAcronym(Token token) {
    return token.isAllCapitals() && token.text().length() <= 6 && token.text().length() >= 3;
  }

  /** {@code in Lüttensand}, {@code Lüttensands Deiche}: never with an article, more than once. */
  private boolean isUsedAsPlace(String word) {
    Optional<Use> use = Optional.ofNullable(uses.get(word));
    Optional<Use> genitive = Optional.ofNullable(uses.get(word + "s"));
    int times = use.map(u -> u.times).orElse(0) + genitive.map(u -> u.times).orElse(0);
    int located = use.map(u -> u.located).orElse(0) + genitive.map(u -> u.possessing).orElse(0);
    int determined =
        use.map(u -> u.determined).orElse(0) + genitive.map(u -> u.determined).orElse(0);
    return times >= 2
        && located >= 1
        && 3 * located >= times
        && determined == 0
        && word.length() >= 4
        && !ABSTRACT.matcher(word).find();
  }

  private void add(Line line, int from, int to, Set<Sign> signs) {
    List<Token> tokens = line.tokens();
    String last = tokens.get(to - 1).text();
    String name = line.slice(from, to);
    String bare = isGenitive(last) ? name.substring(0, name.length() - 1) : name;
    boolean located = from > 0 && WHERE.contains(tokens.get(from - 1).text());
    Set<Sign> all = new HashSet<>(signs);
    if (located && !all.contains(Sign.TITLED)) {
      all.add(Sign.LOCATED);
    }
    if (!reader.isNever(bare)) {
      spots.add(new Spot(line, from, to, bare, all));
    }
  }
}
