package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ItemKey;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.SourceId;
import org.tagwire.store.QuarantineStore;

/** The quarantine in SQLite: one row an item, its bytes behind the columns that lists read. */
final class SqliteQuarantine implements QuarantineStore {
  private static final String ENTRY =
      "SELECT number, tries, since, source, item, content, url, article, stage, error, frames, last"
          + " FROM quarantine ";

  private final Database database;

  SqliteQuarantine(Database database) {
    this.database = database;
  }

  @Override
  public Entry broke(Breakage breakage) {
    byte[] item = breakage.raw().map(raw -> RawCodec.encode(raw.item())).orElse(null);
    byte[] page = breakage.raw().flatMap(Raw::findPage).map(RawCodec::encodePage).orElse(null);
    return database.write(
        session -> {
          long at = Times.millis(breakage.at());
          byte[] article = breakage.article() == null ? null : breakage.article().bytes();
          session.run(
              "INSERT INTO quarantine (source, item, content, article, tries, since, last, url,"
                  + " stage, error, frames, raw_item, raw_page, page_type)"
                  + " VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                  + " ON CONFLICT (source, item) DO UPDATE SET content = excluded.content,"
                  + " article = excluded.article, tries = tries + 1, last = excluded.last,"
                  + " url = excluded.url, stage = excluded.stage, error = excluded.error,"
                  + " frames = excluded.frames, raw_item = excluded.raw_item,"
                  + " raw_page = excluded.raw_page, page_type = excluded.page_type",
              breakage.source().value(),
              breakage.key().hash(),
              breakage.contentHash(),
              article,
              at,
              at,
              breakage.url(),
              breakage.fault().stage(),
              breakage.fault().error(),
              String.join("\n", breakage.fault().frames()),
              item,
              page,
              breakage.raw().map(Raw::pageType).orElse(null));
          Entry entry =
              session
                  .first(
                      ENTRY + "WHERE source = ? AND item = ?",
                      SqliteQuarantine::entry,
                      breakage.source().value(),
                      breakage.key().hash())
                  .orElseThrow();
          if (entry.isSetApart() && article != null) {
            session.run("UPDATE article SET queued = NULL, stamp = NULL WHERE id = ?", article);
          }
          bound(session);
          return entry;
        });
  }

  private static void bound(Session session) throws SQLException {
    long newest = session.number("SELECT max(number) FROM quarantine");
    session.run(
        "UPDATE quarantine SET raw_item = NULL, raw_page = NULL, page_type = NULL"
            + " WHERE number <= ? AND raw_item IS NOT NULL",
        newest - MOST_WITH_BYTES);
    session.run("DELETE FROM quarantine WHERE number <= ? AND article IS NULL", newest - MOST);
  }

  @Override
  public Map<ItemKey, Long> setApart(SourceId source) {
    return database.read(
        session -> {
          Map<ItemKey, Long> held = new HashMap<>();
          session.each(
              "SELECT item, content FROM quarantine"
                  + " WHERE source = ? AND article IS NULL AND tries >= ?",
              row -> {
                held.put(new ItemKey(row.getLong(1)), row.getLong(2));
                return true;
              },
              source.value(),
              TRIES);
          return held;
        });
  }

  @Override
  public List<Entry> list() {
    return database.read(
        session ->
            session.list(ENTRY + "ORDER BY last DESC, number DESC", SqliteQuarantine::entry));
  }

  @Override
  public Optional<Entry> find(long number) {
    return database.read(
        session -> session.first(ENTRY + "WHERE number = ?", SqliteQuarantine::entry, number));
  }

  @Override
  public Optional<Raw> findRaw(long number) {
    return database.read(
        session ->
            session.first(
                "SELECT raw_item, raw_page, page_type FROM quarantine"
                    + " WHERE number = ? AND raw_item IS NOT NULL",
                SqliteQuarantine::raw,
                number));
  }

  private static Raw raw(ResultSet row) throws SQLException {
    byte[] page = row.getBytes(2);
    return new Raw(
        RawCodec.decode(row.getBytes(1)),
        page == null ? null : RawCodec.decodePage(page),
        row.getString(3));
  }

  @Override
  public long count() {
    return database.read(
        session -> session.number("SELECT count(*) FROM quarantine WHERE tries >= ?", TRIES));
  }

  @Override
  public void release(long number, Instant now) {
    database.change(
        session -> {
          Optional<Entry> entry =
              session.first(ENTRY + "WHERE number = ?", SqliteQuarantine::entry, number);
          if (entry.isPresent()) {
            release(session, entry.get(), Times.millis(now));
          }
        });
  }

  private static void release(Session session, Entry entry, long now) throws SQLException {
    if (entry.last().article() == null) {
      session.run("DELETE FROM quarantine WHERE number = ?", entry.number());
      session.run(
          "UPDATE schedule SET etag = NULL, last_modified = NULL, due = min(due, ?),"
              + " ready = min(ready, ?) WHERE source = ? AND lease IS NULL AND ready IS NOT NULL",
          now,
          now,
          entry.last().source().value());
      return;
    }
    byte[] id = entry.last().article().bytes();
    Optional<Reading> reading =
        session.first(Articles.ARTICLE + "WHERE a.id = ?", Articles::reading, id);
    if (reading.isPresent()) {
      session.run(
          "UPDATE article SET queued = ?, stamp = ? WHERE id = ? AND queued IS NULL AND state <= ?",
          now,
          Acceptance.stamp(reading.get()),
          id,
          Rows.PLACED);
      session.run("UPDATE quarantine SET tries = ? WHERE number = ?", TRIES - 1, entry.number());
    } else {
      session.run("DELETE FROM quarantine WHERE number = ?", entry.number());
    }
  }

  @Override
  public void remove(long number) {
    database.change(session -> session.run("DELETE FROM quarantine WHERE number = ?", number));
  }

  @Override
  public int forget(Instant before) {
    return database.write(
        session ->
            session.run(
                "DELETE FROM quarantine WHERE last < ? AND article IS NULL", Times.millis(before)));
  }

  /** Takes out the entry of an item that has been accepted after all. */
  static void accepted(Session session, Reading reading) throws SQLException {
    session.run(
        "DELETE FROM quarantine WHERE source = ? AND item = ?",
        reading.announcement().source().value(),
        reading.announcement().key().hash());
  }

  /** Takes out the entry of a reading that has been placed after all. */
  static void placed(Session session, ArticleId article) throws SQLException {
    session.run("DELETE FROM quarantine WHERE article = ?", article.bytes());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        row.getInt(2),
        Times.instant(row.getLong(3)),
        new Breakage(
            new SourceId(row.getLong(4)),
            new ItemKey(row.getLong(5)),
            row.getLong(6),
            row.getString(7),
            Rows.idOrNull(row, 8),
            new Fault(row.getString(9), row.getString(10), frames(row.getString(11))),
            Optional.empty(),
            Times.instant(row.getLong(12))));
  }

  private static List<String> frames(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split("\n"));
  }
}
