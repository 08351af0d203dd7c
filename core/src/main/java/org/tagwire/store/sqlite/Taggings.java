package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Grade;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;

/**
 * Keeps hashtags and their counts in step with the articles that carry them.
 *
 * <p>Name and kind of a tag follow usage by Boyer and Moore's majority vote (MJRTY, 1981): one counter says by how many
 * votes the present one leads, a different vote lowers it, and at zero the challenger takes over. The lead is capped, so
 * that a change of usage shows within a few dozen articles.
 */
final class Taggings {
  private static final String VOTE =
      """
      UPDATE hashtag SET
        name_lead = CASE WHEN name = ? THEN CASE WHEN name_lead < 30 THEN name_lead + 1 ELSE 30 END
                         WHEN name_lead > 0 THEN name_lead - 1 ELSE 1 END,
        name = CASE WHEN name = ? OR name_lead > 0 THEN name ELSE ? END,
        kind_lead = CASE WHEN kind = ? THEN CASE WHEN kind_lead < 30 THEN kind_lead + 1 ELSE 30 END
                         WHEN kind_lead > 0 THEN kind_lead - 1 ELSE 1 END,
        kind = CASE WHEN kind = ? OR kind_lead > 0 THEN kind ELSE ? END,
        since = CASE WHEN since < ? THEN since ELSE ? END,
        articles = articles + 1,
        shown = shown + ?
      WHERE key = ?""";

  private Taggings() {}

  /** Hangs an article's tags on it. */
  static void put(Session session, Rows.Row row, List<Tagging> tags) throws SQLException {
    for (Tagging tag : tags) {
      int known = vote(session, row, tag);
      if (known == 0) {
        session.run(
            "INSERT INTO hashtag (key, form, name, name_lead, kind, kind_lead, since, articles,"
                + " shown) VALUES (?, ?, ?, 1, ?, 1, ?, 1, ?)",
            tag.key().value(),
            form(tag),
            tag.name(),
            tag.kind().ordinal(),
            row.sort(),
            row.shown());
      }
      session.run(
          "INSERT INTO article_tag (tag, sort, article, about) VALUES (?, ?, ?, ?)"
              + " ON CONFLICT (tag, sort, article) DO NOTHING",
          tag.key().value(),
          row.sort(),
          row.number(),
          tag.grade() == Grade.ABOUT);
    }
  }

  private static int vote(Session session, Rows.Row row, Tagging tag) throws SQLException {
    int kind = tag.kind().ordinal();
    return session.run(
        VOTE,
        tag.name(),
        tag.name(),
        tag.name(),
        kind,
        kind,
        kind,
        row.sort(),
        row.sort(),
        row.shown(),
        tag.key().value());
  }

  /** The spelling in addresses; the key itself for a name that makes another tag. */
  private static String form(Tagging tag) {
    return HashtagGrammar.form(tag.name())
        .filter(form -> TagKey.parse(form).equals(Optional.of(tag.key())))
        .orElse(tag.key().value());
  }

  /** Takes an article's tags back. */
  static void take(Session session, Rows.Row row) throws SQLException {
    for (String tag : placed(session, row)) {
      session.run(
          "DELETE FROM article_tag WHERE tag = ? AND sort = ? AND article = ?",
          tag,
          row.sort(),
          row.number());
      session.run(
          "UPDATE hashtag SET articles = articles - 1, shown = shown - ? WHERE key = ?",
          row.shown(),
          tag);
    }
  }

  /** Follows an article that public lists show from now on (1), or no longer show (-1). */
  static void recount(Session session, Rows.Row row, int difference) throws SQLException {
    if (difference != 0 && row.state() == Rows.PLACED) {
      for (String tag : placed(session, row)) {
        session.run("UPDATE hashtag SET shown = shown + ? WHERE key = ?", difference, tag);
      }
    }
  }

  static byte[] encode(List<Tagging> tags) {
    return new ByteWriter().list(tags, (out, tag) -> out.text(tag.key().value())).toBytes();
  }

  static List<String> decode(byte[] tags) {
    return new ByteReader(tags).list(ByteReader::text);
  }

  private static List<String> placed(Session session, Rows.Row row) throws SQLException {
    return session
        .first("SELECT tags FROM card WHERE article = ?", r -> decode(r.getBytes(1)), row.number())
        .orElse(List.of());
  }
}
