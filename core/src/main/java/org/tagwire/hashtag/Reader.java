package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.names.Lexicon;
import org.tagwire.names.Name;
import org.tagwire.names.NameMiner;
import org.tagwire.text.FunctionWords;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;

/**
 * All that a spotter asks about a word while it reads one piece. Made for the piece and dropped
 * with it.
 */
final class Reader {
  private static final Set<String> SIDES = Set.of("pro", "anti", "post", "pre", "non");

  private static final Pattern SIDED =
      Pattern.compile("\\p{L}*ed|run|style|era|born|wide", Pattern.CASE_INSENSITIVE);

  /** Languages that write every noun with a capital. */
  private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb");

  /** A name is remembered when this much of it is known: two articles, not long ago. */
  private static final double REMEMBERED = 1.5;

  /** Under this every piece counts itself; no folded name has a capital. */
  static final String PIECES = "PIECES";

  private static final double MINED = 0.6;

  private final Words words;
  private final Names.Local local;
  private final Knowledge knowledge;
  private final Map<String, String> folds = new HashMap<>();
  private final Piece piece;
  private final Set<String> outlets;
  private final NameMiner miner;

  Reader(Words words, Names.Local local, Knowledge knowledge, Piece piece) {
    this.words = words;
    this.local = local;
    this.knowledge = knowledge;
    this.piece = piece;
    this.outlets = outlets(piece.outlets());
    this.miner = NameMiner.in(piece.language(), knowledge);
  }

  Piece piece() {
    return piece;
  }

  static Knowledge.Scope scope(Piece piece) {
    return new Knowledge.Scope("hashtag:names", piece.language().code());
  }

  /** Returns how often {@code key}, a folded name, was a subject before. */
  double known(String key) {
    return knowledge.count(scope(piece), key);
  }

  /** Returns how many pieces in its language the stream has had lately. */
  double pieces() {
    return knowledge.count(scope(piece), PIECES);
  }

  boolean isRemembered(String key) {
    return known(key) >= REMEMBERED;
  }

  /** Returns whether the stream shows that {@code name} is written as names are. */
  boolean isMined(String name) {
    return miner.look(name).filter(mined -> mined.certainty() >= MINED).isPresent();
  }

  boolean nounsAreCapitalised() {
    return CAPITAL_NOUNS.contains(piece.language().code());
  }

  boolean tells(Cue cue, Token token) {
    return tells(cue, token.text());
  }

  boolean tells(Cue cue, String word) {
    return words.cues().tells(cue, folded(word));
  }

  /** Every word is asked for many times. */
  private String folded(String word) {
    return folds.computeIfAbsent(word, Normalise::folded);
  }

  /** Returns the name that {@code letters} stand for in every piece. */
  Optional<String> findLongForm(String letters) {
    return words.cues().findLongForm(letters);
  }

  /** Returns the first name that {@code folded} is short for, else itself. */
  String fullFirstName(String folded) {
    return words.cues().fullFirstName(folded);
  }

  int lexicon(String name) {
    return words.lexicon().flags(name);
  }

  boolean is(String name, int flag) {
    return words.lexicon().is(name, flag);
  }

  boolean isPlace(String name) {
    return local.places().contains(folded(name));
  }

  boolean isTime(String name) {
    return local.times().contains(folded(name));
  }

  /** Whether the name tagger reads its language. */
  boolean isTaggable() {
    return piece.language().equals(Language.ENGLISH);
  }

  /** Returns what the name tagger finds in each of {@code lines}. */
  List<List<Name>> names(List<Line> lines) {
    List<List<Token>> sentences = new ArrayList<>();
    boolean untitled = lines.isEmpty() || !lines.getFirst().isTitle();
    if (untitled) {
      sentences.add(List.of());
    }
    lines.forEach(line -> sentences.add(line.tokens()));
    List<List<Name>> names = words.tagger().tagArticle(sentences);
    return untitled ? names.subList(1, names.size()) : names;
  }

  /** Returns the topics named in {@code line}. */
  List<Spot> topics(Line line) {
    return words.topics().spot(piece.language(), line);
  }

  boolean isFunctionWord(Token token) {
    return FunctionWords.contains(folded(token.text()));
  }

  /** Returns whether {@code token} is written as names are: a capital at its head or inside. */
  static boolean looksLikeName(Token token) {
    return token.isWord()
        && token
            .text()
            .codePoints()
            .anyMatch(c -> Character.isUpperCase(c) || Character.isTitleCase(c));
  }

  /** Returns whether these tokens begin like the full name of a person. */
  boolean isPerson(List<Token> tokens, int from, int to) {
    int words = to - from;
    String first = tokens.get(from).text();
    String last = tokens.get(to - 1).text();
    boolean named =
        is(first, Lexicon.FIRST_NAME) && !tells(Cue.ORGANISATION, last) && !tells(Cue.PLACE, last);
    return words >= 2
        && words <= 5
        && named
        && (is(last, Lexicon.SURNAME) || !is(last, Lexicon.WORD));
  }

  /**
   * Returns whether {@code name} alone is never a subject: a day, a nationality, an agency, the
   * outlet itself.
   */
  boolean isNever(String name) {
    if (findLongForm(name).isPresent()) {
      return false;
    }
    return tells(Cue.NEVER, name)
        || tells(Cue.AGENCY, name)
        || isTime(name)
        || (!name.contains(" ") && is(name, Lexicon.PEOPLE) && !isPlace(name))
        || isPeopleOfAPart(name)
        || isSide(name)
        || isOutlet(name);
  }

  /** {@code Iran-backed} and {@code pro-Quist} tell a side, not a subject. */
  private boolean isSide(String name) {
    String first = name.split(" ")[0];
    int hyphen = first.lastIndexOf('-');
    if (hyphen <= 0 || hyphen == first.length() - 1) {
      return false;
    }
    String tail = first.substring(hyphen + 1);
    return SIDES.contains(Normalise.folded(first.substring(0, hyphen)))
        || (SIDED.matcher(tail).matches() && is(tail, Lexicon.WORD) && !is(tail, Lexicon.SURNAME));
  }

  /** {@code South Korean}. */
  private boolean isPeopleOfAPart(String name) {
    String[] words = name.split(" ");
    return words.length == 2
        && tells(Cue.NEVER, words[0])
        && is(words[1], Lexicon.PEOPLE)
        && !isPlace(name);
  }

  private boolean isOutlet(String name) {
    String key = Keys.of(name);
    return key.length() > 1 && outlets.stream().anyMatch(outlet -> isOutlet(key, outlet));
  }

  /** {@code The Sun}, {@code thesun.co.uk}, {@code Sun Online} and {@code Sun News} are one. */
  private static boolean isOutlet(String key, String outlet) {
    boolean longer = outlet.length() >= 7 && key.startsWith(outlet);
    return key.equals(outlet)
        || key.equals("the" + outlet)
        || key.equals("news" + outlet)
        || longer;
  }

  private static Set<String> outlets(List<String> written) {
    Set<String> outlets = new HashSet<>();
    for (String outlet : written) {
      if (outlet.indexOf(' ') < 0 && outlet.indexOf('.') > 0) {
        Arrays.stream(outlet.split("\\."))
            .filter(l -> l.length() > 3)
            .forEach(l -> add(l, outlets));
        add(outlet.replaceFirst("^www\\.", "").replaceFirst("\\..*$", ""), outlets);
      } else {
        String name = outlet.replaceFirst(" ?[(|\u2013].*$", "").replaceFirst(" - .*$", "");
        add(name, outlets);
        String last = name.substring(name.lastIndexOf(' ') + 1);
        if (last.length() > 3 && last.length() < name.length()) {
          add(last, outlets);
        }
      }
    }
    return outlets;
  }

  private static void add(String name, Set<String> outlets) {
    String key = Keys.of(name);
    outlets.add(key);
    if (key.startsWith("the") && key.length() > 5) {
      outlets.add(key.substring(3));
    }
  }

  /** Returns the full name that the stream usually means by {@code form}, a surname or letters. */
  Optional<String> findFullName(String form) {
    return Memory.findFullName(knowledge, piece.language(), form);
  }
}
