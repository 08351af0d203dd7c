package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Reading;
import org.tagwire.model.Tagging;
import org.tagwire.store.ArticleStore.Retagged;

/** Brings placed articles under the owner's rules: what stands in lists, and the card. */
final class Retagging {
  private final Database database;
  private final SqliteRules rules;

  Retagging(Database database, SqliteRules rules) {
    this.database = database;
    this.rules = rules;
  }

  private record Encoded(Retagged article, byte[] card) {}

  private record Kept(byte[] card, byte[] tags) {}

  int retag(List<Retagged> articles) {
    List<Encoded> encoded =
        articles.stream().map(one -> new Encoded(one, CardCodec.encode(one.card()))).toList();
    return database.write(
        session -> {
          int left = 0;
          long change = Rows.lastChange(session);
          for (Encoded one : encoded) {
            Optional<Rows.Row> row = findUnchanged(session, one.article());
            if (row.isEmpty()) {
              left++;
            } else if (retag(session, row.get(), one)) {
              session.run(
                  "UPDATE article SET change = ? WHERE number = ?", ++change, row.get().number());
            }
          }
          return left;
        });
  }

  private static Optional<Rows.Row> findUnchanged(Session session, Retagged article)
      throws SQLException {
    return session.first(
        Rows.COLUMNS + "id = ? AND state = 1 AND stamp IS NULL AND change = ?",
        Rows::read,
        article.id().bytes(),
        article.change());
  }

  /** Returns whether anything is another than it was. */
  private boolean retag(Session session, Rows.Row row, Encoded one) throws SQLException {
    Reading read =
        session
            .first(Articles.ARTICLE + "WHERE a.number = ?", Articles::reading, row.number())
            .orElseThrow(() -> new IllegalStateException("article " + row.id() + " has no text"));
    List<Tagging> tags =
        WatchNotes.added(session, rules.now().on(read).understanding().tags(), row.number());
    Kept kept =
        session
            .first(
                "SELECT payload, tags FROM card WHERE article = ?",
                r -> new Kept(r.getBytes(1), r.getBytes(2)),
                row.number())
            .orElseThrow(() -> new IllegalStateException("article " + row.id() + " has no card"));
    byte[] keys = Taggings.encode(tags);
    boolean moved = Taggings.replace(session, row, Taggings.decode(kept.tags()), tags);
    if (!moved && Arrays.equals(kept.card(), one.card()) && Arrays.equals(kept.tags(), keys)) {
      return false;
    }
    session.run(
        "UPDATE card SET payload = ?, tags = ? WHERE article = ?", one.card(), keys, row.number());
    return true;
  }
}
