package org.tagwire.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagwire.text.Terms;
import org.tagwire.text.Token;
import org.tagwire.text.Tokens;

/**
 * A sentence of an account, as it is compared with others.
 *
 * @param account the number of its account
 * @param position its place in the account
 * @param text word for word
 * @param terms its telling words, each once, in order
 * @param numbers the numbers in it
 * @param names the telling words in it that begin with a capital, its first word left out
 * @param denied whether it says no to something
 */
record Statement(
    int account,
    int position,
    String text,
    List<String> terms,
    Set<String> numbers,
    Set<String> names,
    boolean denied) {
  /** A shorter sentence says too little by itself, a longer one too much at once. */
  private static final int MIN_LENGTH = 30;

  private static final int MAX_LENGTH = 320;

  private static final String STOPS = ".!\u2026\"\u201D\u00BB\u3002\uFF01\u300D\u0964\u06D4)";
  private static final String QUOTES = "\"'\u201C\u201E\u2018\u00AB\u300C";

  /** Words that turn a sentence into its opposite, in languages with much news. */
  private static final Set<String> DENIALS =
      words(
          "no not never none nobody nothing neither nor without against deny denies denied denying"
              + " refuse refuses refused reject rejects rejected false cannot unlikely"
              + " nicht kein keine keinen keinem keiner keines nie niemand ohne gegen bestreitet bestritt"
              + " ne pas jamais aucun aucune sans contre dément nunca ningún ninguna sin contra niega"
              + " negó rechaza rechazó non senza contro nega não nem sem нет не без против"
              + " لا لم لن ليس ليست دون نفى نفت رفض رفضت");

  /** Whoever begins with one of these speaks of somebody the reader has not met. */
  private static final Set<String> POINTING =
      words(
          "he she it they this that these those his her their its but and there here meanwhile"
              + " er sie es dieser diese dieses sein ihr aber und il elle ils elles ce cette ces son"
              + " sa leur mais él ella ellos ellas este esta su pero هو هي هم هذا هذه ذلك لكن وقال وأضاف");

  Statement {
    terms = List.copyOf(terms);
    numbers = Set.copyOf(numbers);
    names = Set.copyOf(names);
  }

  static Statement of(int account, int position, String text) {
    Set<String> numbers = new HashSet<>();
    Set<String> names = new HashSet<>();
    boolean denied = false;
    List<Token> tokens = Tokens.of(text);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String word = token.text();
      if (token.kind() == Token.Kind.NUMBER || word.chars().anyMatch(Character::isDigit)) {
        numbers.add(word);
      } else if (token.isWord()) {
        denied |= isDenial(word);
        if (i > 0 && token.isCapitalised()) {
          names.addAll(Terms.telling(word));
        }
      }
    }
    List<String> terms = new ArrayList<>(new LinkedHashSet<>(Terms.telling(text)));
    return new Statement(account, position, text, terms, numbers, names, denied);
  }

  private static boolean isDenial(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return DENIALS.contains(lower) || lower.endsWith("n't") || lower.endsWith("n’t");
  }

  /** Returns whether it can stand alone, as a reader meets it first, and is no quotation. */
  boolean standsAlone() {
    int space = text.indexOf(' ');
    String first = space < 0 ? text : text.substring(0, space);
    return text.length() >= MIN_LENGTH
        && text.length() <= MAX_LENGTH
        && isWhole()
        && QUOTES.indexOf(text.charAt(0)) < 0
        && !POINTING.contains(first.toLowerCase(Locale.ROOT));
  }

  /** Returns whether it ends as sentences do, and captions and headings do not. */
  boolean isWhole() {
    return STOPS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /**
   * Returns whether both can be true and of the same: one denies what the other says, or their
   * numbers or names have nothing in common, and they cannot.
   */
  boolean fits(Statement other) {
    return denied == other.denied
        && (numbers.isEmpty()
            || other.numbers.isEmpty()
            || !Collections.disjoint(numbers, other.numbers))
        && (names.isEmpty() || other.names.isEmpty() || !Collections.disjoint(names, other.names));
  }

  private static Set<String> words(String spaced) {
    return Arrays.stream(spaced.split(" ")).collect(Collectors.toUnmodifiableSet());
  }
}
