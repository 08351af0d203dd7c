package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Notice;
import org.tagwire.model.Notice.Outcome;
import org.tagwire.model.TagKey;
import org.tagwire.store.NoticeStore;

/** What readers have told the owner, in SQLite. */
final class SqliteNotices implements NoticeStore {
  private static final String NOTICE =
      "SELECT id, received, kind, about, article, tag, text, email, language, hides, state, answer,"
          + " since FROM notice ";

  private static final int ANSWERED = Notice.State.DONE.ordinal();

  private final Database database;
  private final Withholding withholding;

  SqliteNotices(Database database, Withholding withholding) {
    this.database = database;
    this.withholding = withholding;
  }

  @Override
  public void add(Notice notice) {
    Outcome outcome = notice.outcome();
    database.change(
        session ->
            session.run(
                "INSERT INTO notice (id, received, kind, about, article, tag, text, email,"
                    + " language, hides, state, answer, since)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " ON CONFLICT (id) DO NOTHING",
                notice.id(),
                Times.millis(notice.received()),
                notice.kind().ordinal(),
                notice.about(),
                notice.findArticle().map(ArticleId::bytes).orElse(null),
                notice.findTag().map(TagKey::value).orElse(null),
                notice.text(),
                notice.email(),
                notice.language(),
                notice.hides() ? 1 : 0,
                outcome.state().ordinal(),
                outcome.answer(),
                outcome.findSince().map(Times::millis).orElse(null)));
    withholding.reload();
  }

  @Override
  public Optional<Notice> find(String id) {
    return database.read(
        session -> session.first(NOTICE + "WHERE id = ?", SqliteNotices::notice, id));
  }

  @Override
  public List<Notice> list(int limit) {
    return database.read(
        session ->
            session.list(
                NOTICE + "ORDER BY state >= ?, received DESC, id LIMIT ?",
                SqliteNotices::notice,
                ANSWERED,
                limit));
  }

  @Override
  public int countOpen() {
    return count("SELECT count(*) FROM notice WHERE state < ?");
  }

  @Override
  public int countHiding() {
    return count("SELECT count(*) FROM notice WHERE state < ? AND hides = 1");
  }

  private int count(String question) {
    return database.read(session -> (int) session.number(question, ANSWERED));
  }

  @Override
  public boolean answer(String id, Outcome outcome) {
    boolean known =
        database.write(
            session -> {
              boolean there = session.exists("SELECT 1 FROM notice WHERE id = ?", id);
              session.run(
                  "UPDATE notice SET state = ?, answer = ?, since = ? WHERE id = ?",
                  outcome.state().ordinal(),
                  outcome.answer(),
                  outcome.findSince().map(Times::millis).orElse(null),
                  id);
              return there;
            });
    withholding.reload();
    return known;
  }

  @Override
  public int forget(Instant before) {
    return database.write(
        session -> {
          String old =
              " FROM notice WHERE state >= ? AND since < ? AND (text <> '' OR email <> '')";
          int forgotten =
              (int) session.number("SELECT count(*)" + old, ANSWERED, Times.millis(before));
          if (forgotten > 0) {
            session.run(
                "UPDATE notice SET text = '', email = '' WHERE id IN (SELECT id" + old + ")",
                ANSWERED,
                Times.millis(before));
          }
          return forgotten;
        });
  }

  private static Notice notice(ResultSet row) throws SQLException {
    byte[] article = row.getBytes(5);
    String tag = row.getString(6);
    long since = row.getLong(13);
    Instant decided = row.wasNull() ? null : Times.instant(since);
    return new Notice(
        row.getString(1),
        Times.instant(row.getLong(2)),
        Notice.Kind.values()[row.getInt(3)],
        row.getString(4),
        article == null ? null : ArticleId.of(article),
        tag == null ? null : new TagKey(tag),
        row.getString(7),
        row.getString(8),
        row.getString(9),
        row.getInt(10) == 1,
        new Outcome(Notice.State.values()[row.getInt(11)], row.getString(12), decided));
  }
}
