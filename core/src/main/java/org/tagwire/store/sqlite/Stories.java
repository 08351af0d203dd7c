package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.StoryId;
import org.tagwire.store.ArticleStore.Standing;

/** Story addresses: which one a merged story leads to, and how its articles follow. */
final class Stories {
  private Stories() {}

  /**
   * Follows merges to the story that stands for {@code story} now; itself when it was never merged.
   */
  static ArticleId resolve(Session session, ArticleId story) throws SQLException {
    ArticleId now = story;
    Optional<ArticleId> next = next(session, now);
    while (next.isPresent()) {
      now = next.get();
      next = next(session, now);
    }
    return now;
  }

  /**
   * Redirects {@code younger} to {@code older}, which must be resolved; returns the last change
   * number given.
   */
  static long merge(Session session, ArticleId younger, ArticleId older, long lastChange)
      throws SQLException {
    session.run(
        "INSERT INTO story_alias (id, story) VALUES (?, ?)"
            + " ON CONFLICT (id) DO UPDATE SET story = excluded.story",
        younger.bytes(),
        older.bytes());
    return bring(session, "story", younger, older, lastChange);
  }

  /**
   * Moves all that point at {@code from} in {@code column} over to {@code to}, each under a change
   * number of its own.
   */
  static long bring(Session session, String column, ArticleId from, ArticleId to, long lastChange)
      throws SQLException {
    long change = lastChange;
    for (long number :
        session.list(
            "SELECT number FROM article WHERE " + column + " = ? AND state = 1",
            row -> row.getLong(1),
            from.bytes())) {
      session.run(
          "UPDATE article SET " + column + " = ?, change = ? WHERE number = ?",
          to.bytes(),
          ++change,
          number);
    }
    return change;
  }

  /** Returns how a story that was never merged into another stands for an audience. */
  static Optional<Standing> standing(Session session, StoryId story, Audience audience)
      throws SQLException {
    byte[] founder = story.founder().bytes();
    String accounts =
        "WHERE a.state = 1 AND (a.story = ? OR (a.id = ? AND a.story IS NULL))"
            + Lists.audience(audience);
    Optional<Card> first =
        session.first(
            Articles.CARD + accounts + " ORDER BY a.sort, a.id LIMIT 1",
            Articles::card,
            founder,
            founder);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    return session.first(
        "SELECT max(a.change), count(*) FROM article a " + accounts,
        row -> new Standing(row.getLong(1), row.getInt(2), first.get()),
        founder,
        founder);
  }

  static void link(Session session, ArticleId story, ArticleId other, String reason)
      throws SQLException {
    session.run(
        "INSERT INTO story_link (story, other, reason) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        story.bytes(),
        other.bytes(),
        reason);
  }

  /** Returns what a story and those merged into it were linked with. */
  static List<ArticleId> linked(Session session, ArticleId story) throws SQLException {
    return session.list(
        "SELECT other FROM story_link WHERE story = ?"
            + " UNION SELECT l.other FROM story_link l JOIN story_alias a ON a.id = l.story"
            + " WHERE a.story = ? LIMIT 50",
        row -> ArticleId.of(row.getBytes(1)),
        story.bytes(),
        story.bytes());
  }

  /** Forgets whatever a story was linked with. */
  static void unlink(Session session, ArticleId story) throws SQLException {
    session.run(
        "DELETE FROM story_link WHERE story = ? OR other = ?", story.bytes(), story.bytes());
  }

  private static Optional<ArticleId> next(Session session, ArticleId story) throws SQLException {
    return session.first(
        "SELECT story FROM story_alias WHERE id = ?",
        row -> ArticleId.of(row.getBytes(1)),
        story.bytes());
  }
}
