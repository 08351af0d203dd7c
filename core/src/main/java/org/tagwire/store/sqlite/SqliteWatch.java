package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Card;
import org.tagwire.model.Cursor;
import org.tagwire.model.Page;
import org.tagwire.model.TagKey;
import org.tagwire.model.WatchedName;
import org.tagwire.store.WatchStore;

/** Watched names in SQLite; {@link WatchNotes} writes what was found of them. */
final class SqliteWatch implements WatchStore {
  /** How many articles are looked at in vain before that is stored. */
  private static final int KEEP_EVERY = 1_000;

  private final Database database;
  private final SqliteRules rules;

  SqliteWatch(Database database, SqliteRules rules) {
    this.database = database;
    this.rules = rules;
  }

  @Override
  public List<WatchedName> list() {
    return database.read(SqliteWatch::list);
  }

  private static List<WatchedName> list(Session session) throws SQLException {
    return session.list(
        "SELECT payload FROM watched_name ORDER BY key",
        row -> WatchCodec.decodeName(row.getBytes(1)));
  }

  @Override
  public Optional<WatchedName> find(TagKey key) {
    return database.read(session -> find(session, key));
  }

  private static Optional<WatchedName> find(Session session, TagKey key) throws SQLException {
    return session.first(
        "SELECT payload FROM watched_name WHERE key = ?",
        row -> WatchCodec.decodeName(row.getBytes(1)),
        key.value());
  }

  @Override
  public Taken set(Collection<WatchedName> names, Instant now) {
    return database.write(session -> set(session, names, now));
  }

  private static Taken set(Session session, Collection<WatchedName> names, Instant now)
      throws SQLException {
    List<WatchedName> added = new ArrayList<>();
    List<WatchedName> changed = new ArrayList<>();
    for (WatchedName name : names) {
      Optional<WatchedName> before = find(session, name.key());
      if (before.isEmpty()) {
        added.add(name);
      } else if (!before.get().equals(name)) {
        changed.add(name);
      }
    }
    long count = session.number("SELECT count(*) FROM watched_name");
    if (count + added.size() > MOST) {
      return new TooMany((int) count + added.size());
    }
    if (!added.isEmpty() || !changed.isEmpty()) {
      put(session, added, now);
      put(session, changed, now);
      begin(session, count == 0);
    }
    return new Watched(added.size(), changed.size(), names.size() - added.size() - changed.size());
  }

  private static void put(Session session, List<WatchedName> names, Instant now)
      throws SQLException {
    for (WatchedName name : names) {
      session.run(
          "INSERT INTO watched_name (key, payload, since) VALUES (?, ?, ?)"
              + " ON CONFLICT (key) DO UPDATE SET payload = excluded.payload",
          name.key().value(),
          WatchCodec.encode(name),
          Times.millis(now));
    }
  }

  /**
   * What has come before the first name need not be followed: looking backward takes it in as well.
   */
  private static void begin(Session session, boolean first) throws SQLException {
    session.run(
        "UPDATE watch_progress SET edition = edition + 1, sort = NULL, id = NULL, looked = 0,"
            + " done = 0");
    if (first) {
      session.run("UPDATE watch_progress SET followed = ?", Rows.lastChange(session));
    }
  }

  @Override
  public boolean remove(TagKey key) {
    return database.write(
        session -> {
          boolean removed = session.run("DELETE FROM watched_name WHERE key = ?", key.value()) > 0;
          if (removed) {
            session.run("UPDATE watch_progress SET edition = edition + 1");
          }
          return removed;
        });
  }

  @Override
  public Progress progress() {
    return database.read(SqliteWatch::progress);
  }

  private static Progress progress(Session session) throws SQLException {
    return session
        .first(
            "SELECT edition, followed, sort, id, looked, done FROM watch_progress",
            row -> {
              ArticleId id = Rows.idOrNull(row, 4);
              Cursor back = id == null ? null : new Cursor(Times.instant(row.getLong(3)), id);
              return new Progress(
                  row.getLong(1), row.getLong(2), back, row.getLong(5), row.getBoolean(6));
            })
        .orElseThrow(() -> new IllegalStateException("the row of the watch's progress is gone"));
  }

  @Override
  public List<Changed> changed(long after, int limit) {
    return database.read(
        session -> {
          List<Changed> changes = new ArrayList<>();
          session.each(
              "SELECT change, id, number FROM article WHERE change > ? ORDER BY change LIMIT ?",
              row ->
                  changes.add(
                      new Changed(
                          row.getLong(1),
                          ArticleId.of(row.getBytes(2)),
                          placed(session, row.getLong(3)))),
              after,
              limit);
          return changes;
        });
  }

  private Article article(ResultSet row) throws SQLException {
    return Articles.article(row, rules.now());
  }

  private @Nullable Article placed(Session session, long number) throws SQLException {
    return session
        .first(Articles.ARTICLE + "WHERE a.number = ? AND a.state = 1", this::article, number)
        .orElse(null);
  }

  @Override
  public List<Article> before(Optional<Cursor> place, int limit) {
    long sort = place.map(p -> Times.millis(p.order())).orElse(Long.MAX_VALUE);
    byte[] id = place.map(p -> p.id().bytes()).orElse(new byte[0]);
    return database.read(
        session ->
            session.list(
                Articles.ARTICLE
                    + "WHERE a.state = 1 AND a.sort <= ? AND (a.sort < ? OR a.id < ?)"
                    + " ORDER BY a.sort DESC, a.id DESC LIMIT ?",
                this::article,
                sort,
                sort,
                id,
                limit));
  }

  @Override
  public List<Article> orphans(int limit) {
    return database.read(
        session ->
            session.list(
                Articles.ARTICLE
                    + "WHERE a.state = 1 AND a.queued IS NULL AND a.number IN"
                    + " (SELECT h.article FROM watch_hit h WHERE NOT EXISTS"
                    + " (SELECT 1 FROM watched_name n WHERE n.key = h.watch) LIMIT ?)",
                this::article,
                limit));
  }

  @Override
  public boolean note(List<Found> found, List<ArticleId> gone, Progress reached) {
    if (database.read(session -> isNothing(session, found, gone, reached))) {
      return false;
    }
    boolean[] changed = {false};
    database.changeWatched(session -> changed[0] = note(session, found, gone, reached));
    return changed[0];
  }

  /** Whether a transaction would store next to nothing, which most batches do. */
  private static boolean isNothing(
      Session session, List<Found> found, List<ArticleId> gone, Progress reached)
      throws SQLException {
    Progress kept = progress(session);
    long further = reached.followed() - kept.followed() + reached.looked() - kept.looked();
    if (kept.done() != reached.done() || further >= KEEP_EVERY) {
      return false;
    }
    List<ArticleId> ids = new ArrayList<>(gone);
    for (Found one : found) {
      if (!one.tags().isEmpty()) {
        return false;
      }
      ids.add(one.article().id());
    }
    for (ArticleId id : ids) {
      if (session.exists(
          "SELECT 1 FROM watch_note n JOIN article a ON a.number = n.article WHERE a.id = ?",
          id.bytes())) {
        return false;
      }
    }
    return true;
  }

  private static boolean note(
      Session session, List<Found> found, List<ArticleId> gone, Progress reached)
      throws SQLException {
    if (progress(session).edition() != reached.edition()) {
      return false;
    }
    WatchNotes notes = new WatchNotes(session);
    for (Found one : found) {
      notes.note(one);
    }
    for (ArticleId id : gone) {
      notes.gone(id);
    }
    Cursor back = reached.back();
    session.run(
        "UPDATE watch_progress SET followed = ?, sort = ?, id = ?, looked = ?, done = ?",
        reached.followed(),
        back == null ? null : (Long) Times.millis(back.order()),
        back == null ? null : back.id().bytes(),
        reached.looked(),
        reached.done());
    return notes.hasChanged();
  }

  @Override
  public List<Tally> tally(Days days) {
    return database.read(
        session -> {
          Map<String, Counts> counts = counts(session, days);
          List<Tally> tallies = new ArrayList<>();
          for (WatchedName name : list(session)) {
            String key = name.key().value();
            Counts own = counts.getOrDefault(key, Counts.NONE);
            tallies.add(
                new Tally(
                    name,
                    own.today(),
                    own.week(),
                    own.before(),
                    own.publishers(),
                    last(session, key)));
          }
          return tallies;
        });
  }

  private record Counts(int today, int week, int before, int publishers) {
    static final Counts NONE = new Counts(0, 0, 0, 0);
  }

  private static Map<String, Counts> counts(Session session, Days days) throws SQLException {
    Map<String, Counts> counts = new HashMap<>();
    session.each(
        "SELECT h.watch, sum(h.sort >= ?), sum(h.sort >= ?), sum(h.sort < ?),"
            + " count(DISTINCT CASE WHEN h.sort >= ? THEN a.carrier END)"
            + " FROM watch_hit h JOIN article a ON a.number = h.article"
            + " WHERE h.sort >= ? AND a.state = 1 GROUP BY h.watch",
        row -> {
          counts.put(
              row.getString(1),
              new Counts(row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)));
          return true;
        },
        Times.millis(days.today()),
        Times.millis(days.week()),
        Times.millis(days.week()),
        Times.millis(days.week()),
        Times.millis(days.before()));
    return counts;
  }

  private static @Nullable Card last(Session session, String key) throws SQLException {
    return session
        .first(
            Articles.CARD
                + "JOIN watch_hit h ON h.article = a.number WHERE h.watch = ? AND a.state = 1"
                + " ORDER BY h.sort DESC, h.article DESC LIMIT 1",
            Articles::card,
            key)
        .orElse(null);
  }

  @Override
  public Page latest(Optional<Cursor> after, int size) {
    long sort = after.map(p -> Times.millis(p.order())).orElse(Long.MAX_VALUE);
    byte[] id = after.map(p -> p.id().bytes()).orElse(new byte[0]);
    List<Card> cards =
        database.read(
            session ->
                session.list(
                    Articles.CARD
                        + "JOIN watch_note n ON n.article = a.number WHERE a.state = 1"
                        + " AND n.sort <= ? AND (n.sort < ? OR a.id < ?) AND (a.copy_of IS NULL"
                        + " OR NOT EXISTS (SELECT 1 FROM article b JOIN watch_note m"
                        + " ON m.article = b.number WHERE b.state = 1 AND (b.id = a.copy_of"
                        + " OR (b.copy_of = a.copy_of AND (b.sort < a.sort"
                        + " OR (b.sort = a.sort AND b.id < a.id))))))"
                        + " ORDER BY n.sort DESC, a.id DESC LIMIT ?",
                    Articles::card,
                    sort,
                    sort,
                    id,
                    size + 1));
    List<Card> shown = cards.subList(0, Math.min(size, cards.size()));
    return new Page(
        shown.stream().map(card -> new Page.Listing(card, 1)).toList(),
        cards.size() > size ? Cursor.after(shown.getLast()) : null);
  }
}
