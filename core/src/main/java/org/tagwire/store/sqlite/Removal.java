package org.tagwire.store.sqlite;

import java.sql.SQLException;
import org.tagwire.model.ArticleId;

/**
 * Takes articles away: what is left is a row that says so. Text, card and what was received go at
 * once.
 */
final class Removal {
  private Removal() {}

  /** Withdraws an article under a new change number; one that is gone already stays as it is. */
  static boolean withdraw(Session session, Rows.Row row, String reason, long change)
      throws SQLException {
    if (row.state() == Rows.WITHDRAWN || row.state() == Rows.REDIRECTED) {
      return false;
    }
    strip(session, row, Rows.WITHDRAWN, change);
    session.run("UPDATE article SET reason = ? WHERE number = ?", reason, row.number());
    return true;
  }

  /** Makes {@code younger} an address of {@code older}, since both turned out to be one article. */
  static void redirect(Session session, Rows.Row younger, Rows.Row older, long change)
      throws SQLException {
    strip(session, younger, Rows.REDIRECTED, change);
    session.run(
        "INSERT INTO article_alias (id, target) VALUES (?, ?)",
        younger.id().bytes(),
        older.id().bytes());
    session.run(
        "UPDATE source_item SET article = ? WHERE article = ?", older.number(), younger.number());
    session.run(
        "UPDATE url_alias SET article = ? WHERE article = ?", older.number(), younger.number());
  }

  /** Drops a placed article that is kept no longer, with the stories that led to its own. */
  static void drop(Session session, Rows.Row row, long change, long now) throws SQLException {
    strip(session, row, Rows.DROPPED, change);
    session.run(
        "UPDATE article SET dropped = ?, story = NULL, copy_of = NULL, reason = NULL"
            + " WHERE number = ?",
        now,
        row.number());
    forgetStories(session, row.id());
  }

  private static void forgetStories(Session session, ArticleId story) throws SQLException {
    Stories.unlink(session, story);
    for (ArticleId merged :
        session.list(
            "SELECT id FROM story_alias WHERE story = ?",
            alias -> ArticleId.of(alias.getBytes(1)),
            story.bytes())) {
      session.run("DELETE FROM story_alias WHERE id = ?", merged.bytes());
      forgetStories(session, merged);
    }
  }

  /** Leaves no trace of a row, of the items and URLs that lead to it, nor of its other ids. */
  static void forget(Session session, Rows.Row row) throws SQLException {
    for (Rows.Row redirected :
        session.list(
            Rows.COLUMNS + "id IN (SELECT id FROM article_alias WHERE target = ?)",
            Rows::read,
            row.id().bytes())) {
      forget(session, redirected);
    }
    session.run("DELETE FROM article_alias WHERE target = ?", row.id().bytes());
    session.run("DELETE FROM source_item WHERE article = ?", row.number());
    session.run("DELETE FROM url_alias WHERE article = ?", row.number());
    session.run("DELETE FROM article WHERE number = ?", row.number());
  }

  private static void strip(Session session, Rows.Row row, int state, long change)
      throws SQLException {
    Taggings.take(session, row);
    session.run("DELETE FROM card WHERE article = ?", row.number());
    session.run("DELETE FROM article_text WHERE article = ?", row.number());
    session.run("DELETE FROM raw WHERE article = ?", row.number());
    Headlines.forget(session, row.number());
    SqliteQuarantine.placed(session, row.id());
    session.run(
        "UPDATE article SET state = ?, queued = NULL, stamp = NULL, dropped = NULL,"
            + " expires = NULL, change = ?"
            + " WHERE number = ?",
        state,
        change,
        row.number());
  }
}
