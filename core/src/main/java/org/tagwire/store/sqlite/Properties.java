package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.Optional;

/** Single values of this instance. */
final class Properties {
  private Properties() {}

  static Optional<String> find(Session session, String key) throws SQLException {
    return session.first("SELECT value FROM property WHERE key = ?", row -> row.getString(1), key);
  }

  static void put(Session session, String key, String value) throws SQLException {
    session.run(
        "INSERT INTO property (key, value) VALUES (?, ?)"
            + " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        key,
        value);
  }
}
