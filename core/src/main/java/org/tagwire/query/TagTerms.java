package org.tagwire.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Hashtags joined in an address, as in {@code A+B-C}: articles with A and B and without C. Neither
 * sign can stand in a hashtag, so both are operators and nothing else.
 *
 * @param with what an article must have, at least one
 * @param without what it must not have
 */
record TagTerms(List<String> with, List<String> without) {
  /** The greatest number of terms. */
  static final int MOST = 8;

  TagTerms {
    with = List.copyOf(with);
    without = List.copyOf(without);
  }

  /** Tells whether a spelling joins several. */
  static boolean isJoined(String spelling) {
    return spelling.indexOf('+') >= 0 || spelling.indexOf('-') >= 0;
  }

  /** Reads the terms; empty when one of them is empty or none must be there. */
  static Optional<TagTerms> parse(String spelling) {
    List<String> with = new ArrayList<>();
    List<String> without = new ArrayList<>();
    List<String> into = with;
    int start = 0;
    for (int i = 0; i <= spelling.length(); i++) {
      char sign = i == spelling.length() ? '+' : spelling.charAt(i);
      if (sign == '+' || sign == '-') {
        String term = spelling.substring(start, i).strip();
        if (term.isEmpty()) {
          return Optional.empty();
        }
        into.add(term);
        into = sign == '-' ? without : with;
        start = i + 1;
      }
    }
    return Optional.of(new TagTerms(with, without));
  }

  int size() {
    return with.size() + without.size();
  }
}
