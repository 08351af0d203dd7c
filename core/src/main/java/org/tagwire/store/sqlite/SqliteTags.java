package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Audience;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.store.TagStore;

/** Hashtags in SQLite. */
final class SqliteTags implements TagStore {
  private static final String TAG = "SELECT key, form, name, kind, since FROM hashtag ";

  private final Database database;

  SqliteTags(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Hashtag> find(TagKey key) {
    return database.read(
        session -> {
          Optional<Hashtag> exact = find(session, key.value());
          String bare = key.withoutJoiners();
          return exact.isPresent() || bare.equals(key.value()) ? exact : find(session, bare);
        });
  }

  private static Optional<Hashtag> find(Session session, String key) throws SQLException {
    return session.first(TAG + "WHERE key = ?", SqliteTags::hashtag, key);
  }

  @Override
  public Map<TagKey, Hashtag> findAll(Collection<TagKey> keys) {
    return database.read(
        session -> {
          Map<TagKey, Hashtag> found = new LinkedHashMap<>();
          for (TagKey key : keys) {
            find(session, key.value()).ifPresent(tag -> found.put(key, tag));
          }
          return found;
        });
  }

  @Override
  public List<Hashtag> nearest(TagKey key, Audience audience, int limit) {
    return database.read(session -> new Neighbours(session, key.value(), audience).nearest(limit));
  }

  @Override
  public List<Hashtag> list(Optional<TagKey> from, Audience audience, int limit) {
    return database.read(
        session ->
            session.list(
                TAG + "WHERE key >= ? AND " + carried(audience) + " > 0 ORDER BY key LIMIT ?",
                SqliteTags::hashtag,
                from.map(TagKey::value).orElse(""),
                limit));
  }

  @Override
  public long count() {
    return database.read(
        session -> session.number("SELECT count(*) FROM hashtag WHERE articles > 0"));
  }

  /** Names the column that counts a tag's articles as far as the audience may see them. */
  private static String carried(Audience audience) {
    return audience == Audience.OWNER ? "articles" : "shown";
  }

  private static Hashtag hashtag(ResultSet row) throws SQLException {
    return new Hashtag(
        new TagKey(row.getString(1)),
        row.getString(2),
        row.getString(3),
        TagKind.values()[row.getInt(4)],
        Times.instant(row.getLong(5)));
  }

  /**
   * Looks for keys near one that is not there.
   *
   * <p>Candidates are at most {@link #REACH} keys around it and with the same beginnings, in the order of the primary key,
   * and the keys it becomes when one letter is left out or two are swapped. They are ranked by optimal string alignment
   * distance (Damerau 1964, restricted), a beginning counting as near, then by how many articles carry them.
   */
  private static final class Neighbours {
    private static final int REACH = 60;
    private static final int LONGEST_EDITED = 24;

    private final Session session;
    private final String key;
    private final String carried;
    private final Map<String, Long> candidates = new LinkedHashMap<>();

    Neighbours(Session session, String key, Audience audience) {
      this.session = session;
      this.key = key;
      this.carried = SqliteTags.carried(audience);
    }

    private record Ranked(String key, int distance, long articles) {}

    List<Hashtag> nearest(int limit) throws SQLException {
      gather();
      int furthest = Math.max(1, key.length() / 3);
      List<String> best =
          candidates.entrySet().stream()
              .filter(e -> e.getValue() > 0 && !e.getKey().equals(key))
              .map(e -> new Ranked(e.getKey(), rank(e.getKey()), e.getValue()))
              .filter(ranked -> ranked.distance() <= furthest)
              .sorted(
                  Comparator.comparingInt(Ranked::distance)
                      .thenComparing(Comparator.comparingLong(Ranked::articles).reversed())
                      .thenComparing(Ranked::key))
              .limit(limit)
              .map(Ranked::key)
              .toList();
      List<Hashtag> found = new ArrayList<>();
      for (String one : best) {
        find(session, one).ifPresent(found::add);
      }
      return found;
    }

    private void gather() throws SQLException {
      range("WHERE key >= ? ORDER BY key", key);
      range("WHERE key < ? ORDER BY key DESC", key);
      for (int length : new int[] {key.length() / 2, Math.min(3, key.length() - 1)}) {
        int end = key.offsetByCodePoints(0, Math.max(1, key.codePointCount(0, Math.max(length, 0))));
        range("WHERE key >= ? ORDER BY key", key.substring(0, end));
      }
      if (key.length() <= LONGEST_EDITED) {
        for (String edit : edits()) {
          range("WHERE key = ?", edit);
        }
      }
    }

    private void range(String where, String parameter) throws SQLException {
      session.each(
          "SELECT key, " + carried + " FROM hashtag " + where + " LIMIT " + REACH,
          row -> {
            candidates.put(row.getString(1), row.getLong(2));
            return true;
          },
          parameter);
    }

    private Set<String> edits() {
      Set<String> edits = new HashSet<>();
      for (int i = 0; i < key.length(); i++) {
        edits.add(key.substring(0, i) + key.substring(i + 1));
        if (i > 0) {
          edits.add(key.substring(0, i - 1) + key.charAt(i) + key.charAt(i - 1) + key.substring(i + 1));
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
}
