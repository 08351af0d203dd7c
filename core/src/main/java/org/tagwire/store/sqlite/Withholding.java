package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Notice;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tombstone;
import org.tagwire.model.Withheld;
import org.tagwire.model.Withheld.Dispute;
import org.tagwire.store.Upkeep;

/** What strangers are not told, kept in memory, since every page asks for it. */
final class Withholding {
  private final Database database;
  private volatile Withheld now;

  Withholding(Database database) {
    this.database = database;
    this.now = database.read(Withholding::read);
  }

  Withheld now() {
    return now;
  }

  /** Reads anew what a transaction that has ended may have changed. */
  synchronized void reload() {
    Withheld fresh = database.read(Withholding::read);
    if (!fresh.equals(now)) {
      now = fresh;
    }
  }

  private static Withheld read(Session session) throws SQLException {
    List<String> secrets =
        Properties.find(session, Upkeep.SUPPRESSION_SECRET)
            .map(value -> Arrays.asList(value.split(",")))
            .orElse(List.of());
    List<String> names =
        session.list(
            "SELECT value FROM tombstone AS hidden WHERE kind = ? AND NOT EXISTS"
                + " (SELECT 1 FROM tombstone AS shown WHERE shown.value = hidden.value"
                + " AND shown.kind = ? AND shown.since >= hidden.since)",
            row -> row.getString(1),
            Tombstone.Kind.NAME.ordinal(),
            Tombstone.Kind.NAME_SHOWN.ordinal());
    List<Dispute> disputes =
        session.list(
            "SELECT tag, article FROM notice WHERE hides = 1 AND state < ?",
            row -> {
              byte[] article = row.getBytes(2);
              return new Dispute(
                  new TagKey(row.getString(1)), article == null ? null : ArticleId.of(article));
            },
            Notice.State.DONE.ordinal());
    return new Withheld(secrets, new HashSet<>(names), new HashSet<>(disputes));
  }
}
