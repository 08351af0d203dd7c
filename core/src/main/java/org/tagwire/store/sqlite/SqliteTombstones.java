package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Tombstone;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.TombstoneStore;

/**
 * What must stay gone. URL prefixes are kept in memory too, since every acceptance asks for them.
 */
final class SqliteTombstones implements TombstoneStore {
  private static final int NONE = -1;

  private final Database database;
  private final Withholding withholding;

  /** Prefix to reason; replaced as a whole, never changed. */
  private volatile NavigableMap<String, String> prefixes;

  SqliteTombstones(Database database, Withholding withholding) {
    this.database = database;
    this.withholding = withholding;
    this.prefixes = database.read(SqliteTombstones::prefixes);
  }

  @Override
  public synchronized void put(Tombstone tombstone) {
    prefixes =
        database.write(
            session -> {
              session.run(
                  "INSERT INTO tombstone (kind, value, reason, since) VALUES (?, ?, ?, ?)"
                      + " ON CONFLICT (kind, value) DO UPDATE"
                      + " SET reason = excluded.reason, since = excluded.since"
                      + " WHERE excluded.since > tombstone.since AND EXISTS"
                      + " (SELECT 1 FROM tombstone AS other WHERE other.value = excluded.value"
                      + " AND other.kind = ? AND other.since >= tombstone.since)",
                  tombstone.kind().ordinal(),
                  tombstone.value(),
                  tombstone.reason(),
                  Times.millis(tombstone.since()),
                  opposite(tombstone.kind()));
              long change = Rows.lastChange(session);
              for (Rows.Row row : covered(session, tombstone)) {
                change += Removal.withdraw(session, row, tombstone.reason(), change + 1) ? 1 : 0;
              }
              return prefixes(session);
            });
    if (opposite(tombstone.kind()) != NONE) {
      withholding.reload();
    }
  }

  /** Only names come back. */
  private static int opposite(Tombstone.Kind kind) {
    return switch (kind) {
      case ARTICLE, URL_PREFIX -> NONE;
      case NAME -> Tombstone.Kind.NAME_SHOWN.ordinal();
      case NAME_SHOWN -> Tombstone.Kind.NAME.ordinal();
    };
  }

  @Override
  public boolean covers(String url) {
    return prefix(url).isPresent()
        || database.read(
            session -> {
              ArticleId minted = ArticleId.mint(url);
              if (find(session, minted).isPresent()) {
                return true;
              }
              Optional<Rows.Row> row = Rows.findByUrl(session, url);
              return row.isPresent()
                  && find(session, Rows.settle(session, row.get()).id()).isPresent();
            });
  }

  @Override
  public List<Tombstone> list() {
    return database.read(
        session ->
            session.list(
                "SELECT kind, value, reason, since FROM tombstone ORDER BY since, kind, value",
                row ->
                    new Tombstone(
                        Tombstone.Kind.values()[row.getInt(1)],
                        row.getString(2),
                        row.getString(3),
                        Times.instant(row.getLong(4)))));
  }

  /** Returns why a reading may not come in, if it may not. */
  Optional<String> reason(Session session, Accepted accepted) throws SQLException {
    Optional<String> byId = find(session, accepted.reading().id());
    if (byId.isPresent()) {
      return byId;
    }
    Optional<String> byUrl = prefix(accepted.reading().url());
    return byUrl.isPresent()
        ? byUrl
        : accepted.aliases().stream().flatMap(url -> prefix(url).stream()).findFirst();
  }

  /**
   * Returns the reason of a prefix of {@code url}. The greatest prefix not above {@code url} either
   * is one, or differs from it somewhere; then any other must be as short as what both have in
   * common.
   */
  private Optional<String> prefix(String url) {
    NavigableMap<String, String> all = prefixes;
    String left = url;
    var below = all.floorEntry(left);
    while (below != null && !left.startsWith(below.getKey())) {
      left = left.substring(0, common(left, below.getKey()));
      below = all.floorEntry(left);
    }
    return below == null ? Optional.empty() : Optional.of(below.getValue());
  }

  private static int common(String a, String b) {
    int i = 0;
    while (i < a.length() && i < b.length() && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private static Optional<String> find(Session session, ArticleId id) throws SQLException {
    return session.first(
        "SELECT reason FROM tombstone WHERE kind = ? AND value = ?",
        row -> row.getString(1),
        Tombstone.Kind.ARTICLE.ordinal(),
        id.hex());
  }

  private static NavigableMap<String, String> prefixes(Session session) throws SQLException {
    NavigableMap<String, String> found = new TreeMap<>();
    session.each(
        "SELECT value, reason FROM tombstone WHERE kind = ?",
        row -> {
          found.put(row.getString(1), row.getString(2));
          return true;
        },
        Tombstone.Kind.URL_PREFIX.ordinal());
    return found;
  }

  private static List<Rows.Row> covered(Session session, Tombstone tombstone) throws SQLException {
    List<Rows.Row> rows = new ArrayList<>();
    switch (tombstone.kind()) {
      case ARTICLE -> {
        Optional<ArticleId> id = ArticleId.parse(tombstone.value());
        Optional<Rows.Row> row = id.isPresent() ? Rows.find(session, id.get()) : Optional.empty();
        if (row.isPresent()) {
          rows.add(Rows.settle(session, row.get()));
        }
      }
      case URL_PREFIX -> {
        String prefix = tombstone.value();
        List<Long> numbers =
            session.list(
                "SELECT number FROM article WHERE substr(url, 1, length(?)) = ?"
                    + " UNION SELECT article FROM url_alias WHERE substr(url, 1, length(?)) = ?",
                row -> row.getLong(1),
                prefix,
                prefix,
                prefix,
                prefix);
        for (long number : numbers) {
          Rows.find(session, number).ifPresent(rows::add);
        }
      }
      case NAME, NAME_SHOWN -> {
        // A name hides a tag, which is for rights to decide; no article goes.
      }
    }
    return rows;
  }
}
