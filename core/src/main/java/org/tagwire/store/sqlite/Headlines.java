package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.ArticleId;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Audience;
import org.tagwire.model.HeadlineChange;
import org.tagwire.model.Reading;

/**
 * The headlines articles had before: one row for each change, the newest {@link
 * HeadlineChange#MOST} of an article.
 *
 * <p>A change is the publisher's when the same source words the headline otherwise, case and
 * punctuation aside, and the same feed stage read both: what a newer stage reads otherwise nobody
 * has changed.
 */
final class Headlines {
  private Headlines() {}

  /** Notes what becomes of the headline of {@code row} as {@code after} replaces its text. */
  static void note(Session session, Rows.Row row, Reading after, long now) throws SQLException {
    if (row.visibility() != after.announcement().visibility()) {
      // What only a private source has said is nothing the public learns of.
      forget(session, row.number());
      return;
    }
    Optional<Reading> before =
        session.first(Articles.ARTICLE + "WHERE a.number = ?", Articles::reading, row.number());
    if (before.isPresent() && isChange(before.get(), after)) {
      session.run(
          "INSERT INTO headline (article, seen, title) VALUES (?, ?, ?)",
          row.number(),
          now,
          before.get().text().title());
      session.run(
          "DELETE FROM headline WHERE article = ? AND number NOT IN (SELECT number FROM headline"
              + " WHERE article = ? ORDER BY number DESC LIMIT ?)",
          row.number(),
          row.number(),
          HeadlineChange.MOST);
    }
  }

  private static boolean isChange(Reading before, Reading after) {
    return before.announcement().source().equals(after.announcement().source())
        && before.versions().feed() == after.versions().feed()
        && isOther(before.text(), after.text());
  }

  private static boolean isOther(ArticleText before, ArticleText after) {
    return !before.title().isBlank()
        && !after.title().isBlank()
        && !Sieve.words(before.title()).equals(Sieve.words(after.title()));
  }

  static void forget(Session session, long article) throws SQLException {
    session.run("DELETE FROM headline WHERE article = ?", article);
  }

  /** Returns the changes of those articles that are placed and visible, oldest first. */
  static List<HeadlineChange> list(
      Session session, Collection<ArticleId> articles, Audience audience) throws SQLException {
    List<HeadlineChange> changes = new ArrayList<>();
    for (ArticleId id : articles) {
      changes.addAll(
          session.list(
              "SELECT h.title, h.seen FROM article a JOIN headline h ON h.article = a.number"
                  + " WHERE a.id = ? AND a.state = 1"
                  + Lists.audience(audience)
                  + " ORDER BY h.number",
              row -> new HeadlineChange(id, row.getString(1), Times.instant(row.getLong(2))),
              id.bytes()));
    }
    return changes;
  }
}
