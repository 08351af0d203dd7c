package org.tagwire.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text as they are compared: folded, without marks; a run of a script that writes no
 * spaces gives its dictionary words. Stateless and safe for use by many threads.
 */
public final class Terms {
  private Terms() {}

  /** Returns the folded words and numbers of {@code text} in order, with repeats. */
  public static List<String> of(String text) {
    List<String> terms = new ArrayList<>();
    for (Token token : Tokens.of(Normalise.folded(text))) {
      if (token.kind() != Token.Kind.MARK) {
        terms.add(token.text());
      }
    }
    return terms;
  }

  /**
   * Returns those of {@link #of} that are no function words, with plain English and Romance plurals
   * cut.
   */
  public static List<String> telling(String text) {
    List<String> telling = new ArrayList<>();
    for (String term : of(text)) {
      boolean letter = term.length() == 1 && term.charAt(0) < 0x2E80;
      if (!letter && !FunctionWords.contains(term)) {
        telling.add(stem(term));
      }
    }
    return telling;
  }

  /**
   * A light stem: plural {@code s}, {@code ies}, {@code es} after a hiss; enough to join headlines,
   * hardly ever wrong.
   */
  static String stem(String term) {
    int n = term.length();
    if (n < 4 || term.charAt(n - 1) != 's' || "suis".indexOf(term.charAt(n - 2)) >= 0) {
      return term;
    }
    if (term.endsWith("ies") && n > 4) {
      return term.substring(0, n - 3) + "y";
    }
    boolean hiss =
        term.endsWith("sses")
            || term.endsWith("xes")
            || term.endsWith("ches")
            || term.endsWith("shes");
    return term.substring(0, hiss ? n - 2 : n - 1);
  }
}
