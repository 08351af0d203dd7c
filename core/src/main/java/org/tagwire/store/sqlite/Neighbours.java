package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tagwire.model.Audience;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagRules;

/**
 * Looks for the keys nearest to one that is not there.
 *
 * <p>Candidates are {@link #REACH} keys on either side and with the same beginnings, in the order
 * of the primary key, and the keys it becomes when one letter is left out or two are swapped. They
 * are ranked by optimal string alignment distance (Damerau 1964, restricted), a beginning counting
 * as near; of the {@link #ASKED} best it is asked how many of their latest articles the audience
 * may see. The work is bounded whatever the number of tags.
 */
final class Neighbours {
  private static final int REACH = 40;
  private static final int ASKED = 24;
  private static final int LATEST = 20;
  private static final int LONGEST_EDITED = 24;

  private final Session session;
  private final String key;
  private final Audience audience;
  private final TagRules rules;
  private final Set<String> candidates = new HashSet<>();

  Neighbours(Session session, String key, Audience audience, TagRules rules) {
    this.rules = rules;
    this.session = session;
    this.key = key;
    this.audience = audience;
  }

  private record Ranked(String key, int distance, long articles) {}

  List<String> nearest(int limit) throws SQLException {
    gather();
    int furthest = Math.max(1, key.length() / 3);
    List<Ranked> near =
        candidates.stream()
            .filter(candidate -> !candidate.equals(key))
            .map(candidate -> new Ranked(candidate, rank(candidate), 0))
            .filter(ranked -> ranked.distance() <= furthest)
            .sorted(Comparator.comparingInt(Ranked::distance).thenComparing(Ranked::key))
            .limit(ASKED)
            .toList();
    List<Ranked> visible = new ArrayList<>();
    for (Ranked ranked : near) {
      long articles = latest(ranked.key());
      if (articles > 0) {
        visible.add(new Ranked(ranked.key(), ranked.distance(), articles));
      }
    }
    return visible.stream()
        .sorted(
            Comparator.comparingInt(Ranked::distance)
                .thenComparing(Comparator.comparingLong(Ranked::articles).reversed())
                .thenComparing(Ranked::key))
        .limit(limit)
        .map(Ranked::key)
        .toList();
  }

  /** Counts under the key itself and under the tag that it leads to by the owner's rules. */
  private long latest(String tag) throws SQLException {
    String leadsTo = rules.resolve(new TagKey(tag)).value();
    return standing(tag) + (leadsTo.equals(tag) ? 0 : standing(leadsTo));
  }

  private long standing(String tag) throws SQLException {
    return session.number(
        "SELECT count(*) FROM (SELECT article FROM article_tag WHERE tag = ? ORDER BY sort DESC"
            + " LIMIT "
            + LATEST
            + ") g JOIN article a ON a.number = g.article WHERE a.state = 1"
            + Lists.audience(audience),
        tag);
  }

  private void gather() throws SQLException {
    range("WHERE key >= ? ORDER BY key", key);
    range("WHERE key < ? ORDER BY key DESC", key);
    int points = key.codePointCount(0, key.length());
    for (int length : new int[] {points / 2, 3}) {
      if (length > 0 && length < points) {
        range("WHERE key >= ? ORDER BY key", key.substring(0, key.offsetByCodePoints(0, length)));
      }
    }
    if (key.length() <= LONGEST_EDITED) {
      for (String edit : edits()) {
        range("WHERE key = ?", edit);
      }
    }
  }

  private void range(String where, String parameter) throws SQLException {
    session.each(
        "SELECT key FROM hashtag " + where + " LIMIT " + REACH,
        row -> {
          candidates.add(row.getString(1));
          return true;
        },
        parameter);
  }

  private Set<String> edits() {
    Set<String> edits = new HashSet<>();
    for (int i = 0; i < key.length(); i++) {
      edits.add(key.substring(0, i) + key.substring(i + 1));
      if (i > 0) {
        edits.add(
            key.substring(0, i - 1) + key.charAt(i) + key.charAt(i - 1) + key.substring(i + 1));
      }
    }
    return edits;
  }

  private int rank(String candidate) {
    boolean begins = key.length() >= 3 && candidate.startsWith(key);
    return begins ? 1 : distance(key, candidate);
  }

  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int cheapest(int[][] cost, String a, String b, int i, int j) {
    int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int least = Math.min(cost[i - 1][j - 1] + same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
