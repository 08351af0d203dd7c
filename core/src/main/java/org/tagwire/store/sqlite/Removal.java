package org.tagwire.store.sqlite;

import java.sql.SQLException;

/**
 * Takes articles away for good: what is left is a row that says so. Text, card and what was
 * received go at once.
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

  private static void strip(Session session, Rows.Row row, int state, long change)
      throws SQLException {
    Taggings.take(session, row);
    session.run("DELETE FROM card WHERE article = ?", row.number());
    session.run("DELETE FROM article_text WHERE article = ?", row.number());
    session.run("DELETE FROM raw WHERE article = ?", row.number());
    session.run(
        "UPDATE article SET state = ?, queued = NULL, stamp = NULL, expires = NULL, change = ?"
            + " WHERE number = ?",
        state,
        change,
        row.number());
  }
}
