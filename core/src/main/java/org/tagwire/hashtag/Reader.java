package org.tagwire.hashtag;

import java.util.List;
import java.util.Set;
import org.tagwire.hashtag.Cues.Cue;
import org.tagwire.model.Knowledge;
import org.tagwire.names.Lexicon;
import org.tagwire.text.FunctionWords;
import org.tagwire.text.Normalise;
import org.tagwire.text.Token;

/**
 * All that a spotter asks about a word while it reads one piece. Made for the piece and dropped
 * with it.
 */
final class Reader {
  /** Languages that write every noun with a capital. */
  private static final Set<String> CAPITAL_NOUNS = Set.of("de", "lb");

  /** A name is remembered when this much of it is known: two articles, not long ago. */
  private static final double REMEMBERED = 1.5;

  private final Lexicon lexicon;
  private final Cues cues;
  private final Names.Local local;
  private final Knowledge knowledge;
  private final Piece piece;

  Reader(Lexicon lexicon, Cues cues, Names.Local local, Knowledge knowledge, Piece piece) {
    this.lexicon = lexicon;
    this.cues = cues;
    this.local = local;
    this.knowledge = knowledge;
    this.piece = piece;
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

  boolean isRemembered(String key) {
    return known(key) >= REMEMBERED;
  }

  boolean nounsAreCapitalised() {
    return CAPITAL_NOUNS.contains(piece.language().code());
  }

  boolean tells(Cue cue, Token token) {
    return tells(cue, token.text());
  }

  boolean tells(Cue cue, String word) {
    return cues.tells(cue, Normalise.folded(word));
  }

  int lexicon(String name) {
    return lexicon.flags(name);
  }

  boolean is(String name, int flag) {
    return lexicon.is(name, flag);
  }

  boolean isPlace(String name) {
    return local.places().contains(Normalise.folded(name));
  }

  boolean isTime(String name) {
    return local.times().contains(Normalise.folded(name));
  }

  boolean isFunctionWord(Token token) {
    return FunctionWords.contains(Normalise.folded(token.text()));
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
    return tells(Cue.NEVER, name)
        || tells(Cue.AGENCY, name)
        || isTime(name)
        || (!name.contains(" ") && is(name, Lexicon.PEOPLE) && !isPlace(name))
        || isOutlet(name);
  }

  private boolean isOutlet(String name) {
    String key = Keys.of(name);
    return piece.outlets().stream().anyMatch(outlet -> isOutlet(key, outlet));
  }

  /** {@code The Sun}, {@code thesun.co.uk} and {@code Sun Online} are one outlet. */
  private static boolean isOutlet(String key, String outlet) {
    String bare = Keys.of(outlet.replaceFirst("\\.[a-z.]{2,10}$", ""));
    return key.length() > 1
        && (bare.equals(key)
            || bare.equals("the" + key)
            || ("the" + bare).equals(key)
            || bare.equals("news" + key));
  }
}
