package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Cursor;
import org.tagwire.model.Retention;
import org.tagwire.model.Source;
import org.tagwire.model.SourceId;
import org.tagwire.store.ArchiveStore;

/**
 * Drops articles in the order of the index over time, and remembers them for a while.
 *
 * <p>What is left of a dropped article is its narrow row, its items and its addresses: about a
 * twentieth of it. {@link #announced} keeps that fresh while a source still announces it.
 */
final class SqliteArchive implements ArchiveStore {
  /** How exactly it is known when a dropped article was last announced. */
  private static final Duration GRAIN = Duration.ofDays(1);

  /** What may go: placed, not waiting to be placed again, and not held by those that stay. */
  private static final String FREE =
      "a.state = 1 AND a.queued IS NULL"
          + " AND NOT EXISTS (SELECT 1 FROM article m WHERE m.story = a.id AND m.state = 1)";

  private static final String BYTES =
      "coalesce((SELECT length(payload) FROM article_text WHERE article = a.number), 0)"
          + " + coalesce((SELECT length(payload) FROM card WHERE article = a.number), 0)"
          + " + coalesce((SELECT length(item) + coalesce(length(page), 0) FROM raw"
          + " WHERE article = a.number), 0)";

  private static final String OTHERS =
      "a.source NOT IN (SELECT id FROM source WHERE keep IS NOT NULL)";

  private static final ArticleId LAST = new ArticleId("f".repeat(32));

  private final Database database;
  private final InstantSource clock;

  SqliteArchive(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Map<SourceId, Retention> rules() {
    return database.read(
        session -> {
          Map<SourceId, Retention> rules = new LinkedHashMap<>();
          session.each(
              "SELECT id, keep FROM source WHERE keep IS NOT NULL ORDER BY id",
              row -> {
                rules.put(new SourceId(row.getLong(1)), rule(row.getString(2)));
                return true;
              });
          return rules;
        });
  }

  private static Retention rule(String text) {
    return Retention.parse(text)
        .orElseThrow(() -> new IllegalStateException("'" + text + "' says not how much is kept"));
  }

  @Override
  public void rule(SourceId source, Optional<Retention> rule) {
    database.change(
        session ->
            session.run(
                "UPDATE source SET keep = ? WHERE id = ?",
                rule.map(Retention::toString).orElse(null),
                source.value()));
  }

  @Override
  public Optional<Cursor> surplus(Optional<SourceId> source, Retention rule, Instant now) {
    Optional<Cursor> byAge =
        Optional.ofNullable(rule.age()).map(age -> new Cursor(now.minus(age).minusMillis(1), LAST));
    return Optional.ofNullable(rule.articles())
        .flatMap(most -> newestBeyond(source, most))
        .filter(byNumber -> byAge.isEmpty() || byNumber.order().isAfter(byAge.get().order()))
        .or(() -> byAge);
  }

  private Optional<Cursor> newestBeyond(Optional<SourceId> source, long most) {
    return database.read(
        session ->
            session.first(
                "SELECT a.sort, a.id FROM article a WHERE a.state = 1 AND "
                    + scope(source)
                    + " ORDER BY a.sort DESC, a.id DESC LIMIT 1 OFFSET ?",
                SqliteArchive::cursor,
                most));
  }

  @Override
  public Sweep drop(Stretch stretch, int limit) {
    Object[] ends = {
      stretch.after().map(after -> Times.millis(after.order())).orElse(Long.MIN_VALUE),
      stretch.after().map(after -> after.id().bytes()).orElse(new byte[0]),
      Times.millis(stretch.upTo().order()),
      stretch.upTo().id().bytes(),
      limit
    };
    String sql =
        "SELECT a.number, a.sort, a.id, "
            + BYTES
            + " FROM article a WHERE "
            + FREE
            + " AND "
            + scope(stretch.source())
            + " AND (a.sort, a.id) > (?, ?) AND (a.sort, a.id) <= (?, ?)"
            + " ORDER BY a.sort, a.id LIMIT ?";
    Sweeping sweeping = new Sweeping(Times.millis(clock.instant()));
    database.changeWatched(session -> sweeping.run(session, sql, ends));
    return sweeping.done(limit);
  }

  /** One transaction's work. */
  private static final class Sweeping {
    private final long now;
    private int dropped;
    private long bytes;
    private @Nullable Cursor last;

    Sweeping(long now) {
      this.now = now;
    }

    void run(Session session, String sql, @Nullable Object... ends) throws SQLException {
      List<Long> numbers = new ArrayList<>();
      session.each(
          sql,
          row -> {
            numbers.add(row.getLong(1));
            last = new Cursor(Times.instant(row.getLong(2)), ArticleId.of(row.getBytes(3)));
            bytes += row.getLong(4);
            return true;
          },
          ends);
      long change = Rows.lastChange(session);
      for (long number : numbers) {
        Removal.drop(session, Rows.find(session, number).orElseThrow(), ++change, now);
      }
      dropped = numbers.size();
    }

    Sweep done(int limit) {
      return new Sweep(
          dropped, bytes, dropped < limit ? Optional.empty() : Optional.ofNullable(last));
    }
  }

  @Override
  public long bytes(Optional<SourceId> source) {
    return database.read(
        session ->
            source.isPresent()
                ? session.number(
                    "SELECT sum("
                        + BYTES
                        + ") FROM article a WHERE a.state = 1 AND "
                        + scope(source))
                : (session.number("PRAGMA page_count") - session.number("PRAGMA freelist_count"))
                    * session.number("PRAGMA page_size"));
  }

  @Override
  public int forget(Instant before, long followed, int limit) {
    return database.write(
        session -> {
          // The greatest change number stays, since the next is counted from it.
          List<Rows.Row> rows =
              session.list(
                  Rows.COLUMNS
                      + "dropped < ? AND change <= ? AND NOT EXISTS (SELECT 1 FROM source_item i"
                      + " JOIN source s ON s.id = i.source JOIN schedule c ON c.source = s.id"
                      + " WHERE i.article = article.number AND s.kind <> ?"
                      + " AND coalesce(c.last_read, 0) <= article.dropped + ?)"
                      + " ORDER BY dropped LIMIT ?",
                  Rows::read,
                  Times.millis(before),
                  Math.min(followed, Rows.lastChange(session) - 1),
                  Source.Kind.DIRECT.ordinal(),
                  GRAIN.toMillis(),
                  limit);
          for (Rows.Row row : rows) {
            Removal.forget(session, row);
          }
          return rows.size();
        });
  }

  /** Notes that dropped articles are announced still, at most once a day for each. */
  void announced(List<Long> numbers) {
    if (!numbers.isEmpty()) {
      long now = clock.millis();
      database.change(
          session -> {
            for (long number : numbers) {
              session.run(
                  "UPDATE article SET dropped = ? WHERE number = ? AND state = ?",
                  now,
                  number,
                  Rows.DROPPED);
            }
          });
    }
  }

  /** Returns the time before which the last announcement of a dropped article is no news. */
  long stale() {
    return clock.millis() - GRAIN.toMillis();
  }

  private static String scope(Optional<SourceId> source) {
    return source.map(id -> "a.source = " + id.value()).orElse(OTHERS);
  }

  private static Cursor cursor(ResultSet row) throws SQLException {
    return new Cursor(Times.instant(row.getLong(1)), ArticleId.of(row.getBytes(2)));
  }
}
