package org.tagwire.query;

import java.time.Instant;
import java.util.Optional;
import org.tagwire.model.RankQuery;

/**
 * A place among the best matches that stays where it is while newer articles come in.
 *
 * @param until when its reader began: what is newer is left out
 * @param from how many stand before it
 */
public record RankPlace(Instant until, int from) {
  private static final String BEST = "b";

  /** Writes the place for an address, as in {@code b1763794800000-30}. */
  public String token() {
    return BEST + until.toEpochMilli() + "-" + from;
  }

  /** Reads a {@link #token}; empty when it is none. */
  public static Optional<RankPlace> parse(String token) {
    if (!token.matches(BEST + "\\d{1,14}-\\d{1,3}")) {
      return Optional.empty();
    }
    int dash = token.indexOf('-');
    int from = Integer.parseInt(token.substring(dash + 1));
    Instant until = Instant.ofEpochMilli(Long.parseLong(token.substring(1, dash)));
    return from > RankQuery.MOST ? Optional.empty() : Optional.of(new RankPlace(until, from));
  }
}
