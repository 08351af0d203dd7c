package org.tagwire.server.settings;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name somebody may have meant, by the number of letters to change (Levenshtein 1966).
 */
public final class Nearest {
  private Nearest() {}

  /**
   * Returns the name nearest to {@code written}, if a third of its letters or fewer would have to
   * change.
   */
  public static Optional<String> of(String written, Collection<String> names) {
    String folded = written.toLowerCase(Locale.ROOT).replace('_', '-');
    return names.stream()
        .min(Comparator.comparingInt((String name) -> distance(folded, name)).thenComparing(n -> n))
        .filter(name -> 3 * distance(folded, name) <= Math.max(folded.length(), name.length()));
  }

  /** Returns {@code ; did you mean 'listen'?}, or nothing. */
  public static String hint(String written, Collection<String> names) {
    return of(written, names).map(name -> "; did you mean '" + name + "'?").orElse("");
  }

  static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[other.length() + 1];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}
