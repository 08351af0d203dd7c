package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagwire.model.Grade;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;

/**
 * Hangs hashtags on articles and lets their names follow usage.
 *
 * <p>Name and kind of a tag are a majority vote with one counter (Boyer and Moore, MJRTY, 1981): it
 * says by how many votes the present value leads, a different vote lowers it, and at zero the
 * challenger takes over. The lead ends at {@link #MOST_LEAD}, so that a change of usage shows
 * within a few articles, and so that a tag everybody spells alike is read but not written: a page
 * written for each tagging is what placing would cost most.
 */
final class Taggings {
  private static final int MOST_LEAD = 3;

  private Taggings() {}

  /** A value and by how many votes it leads. */
  private record Standing<T>(T value, int lead) {
    Standing<T> vote(T other) {
      if (other.equals(value)) {
        return lead < MOST_LEAD ? new Standing<>(value, lead + 1) : this;
      }
      return lead > 0 ? new Standing<>(value, lead - 1) : new Standing<>(other, 1);
    }
  }

  private record Tag(Standing<String> name, Standing<Integer> kind, long since) {
    Tag vote(Tagging tagging, long sort) {
      return new Tag(
          name.vote(tagging.name()), kind.vote(tagging.kind().ordinal()), Math.min(since, sort));
    }
  }

  static void put(Session session, Rows.Row row, List<Tagging> tags) throws SQLException {
    for (Tagging tag : tags) {
      put(session, row, tag);
    }
  }

  private static void put(Session session, Rows.Row row, Tagging tag) throws SQLException {
    vote(session, tag, row.sort());
    Spellings.note(session, tag);
    hang(session, row, tag);
  }

  private static void hang(Session session, Rows.Row row, Tagging tag) throws SQLException {
    session.run(
        "INSERT INTO article_tag (tag, sort, article, about) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (tag, sort, article) DO NOTHING",
        tag.key().value(),
        row.sort(),
        row.number(),
        tag.grade() == Grade.ABOUT);
  }

  /**
   * Hangs other tags on an article; a tag that stays has had its vote. Returns whether anything is
   * another than it was.
   */
  static boolean replace(Session session, Rows.Row row, List<String> before, List<Tagging> tags)
      throws SQLException {
    Set<String> gone = new HashSet<>(before);
    boolean changed = false;
    for (Tagging tag : tags) {
      if (gone.remove(tag.key().value())) {
        changed |= regrade(session, row, tag);
      } else {
        put(session, row, tag);
        changed = true;
      }
    }
    take(session, row, gone);
    return changed || !gone.isEmpty();
  }

  private static boolean regrade(Session session, Rows.Row row, Tagging tag) throws SQLException {
    boolean about = tag.grade() == Grade.ABOUT;
    return session.run(
            "UPDATE article_tag SET about = ? WHERE tag = ? AND sort = ? AND article = ?"
                + " AND about <> ?",
            about,
            tag.key().value(),
            row.sort(),
            row.number(),
            about)
        > 0;
  }

  private static void vote(Session session, Tagging tagging, long sort) throws SQLException {
    String key = tagging.key().value();
    Optional<Tag> known =
        session.first(
            "SELECT name, name_lead, kind, kind_lead, since FROM hashtag WHERE key = ?",
            row ->
                new Tag(
                    new Standing<>(row.getString(1), row.getInt(2)),
                    new Standing<>(row.getInt(3), row.getInt(4)),
                    row.getLong(5)),
            key);
    if (known.isEmpty()) {
      session.run(
          "INSERT INTO hashtag (key, form, name, name_lead, kind, kind_lead, since)"
              + " VALUES (?, ?, ?, 1, ?, 1, ?)",
          key,
          form(tagging),
          tagging.name(),
          tagging.kind().ordinal(),
          sort);
      NameWords.note(session, NameWords.HASHTAG, key, tagging.name());
      return;
    }
    Tag now = known.get().vote(tagging, sort);
    if (!now.name().value().equals(known.get().name().value())) {
      NameWords.note(session, NameWords.HASHTAG, key, tagging.name());
    }
    if (!now.equals(known.get())) {
      session.run(
          "UPDATE hashtag SET name = ?, name_lead = ?, kind = ?, kind_lead = ?, since = ?"
              + " WHERE key = ?",
          now.name().value(),
          now.name().lead(),
          now.kind().value(),
          now.kind().lead(),
          now.since(),
          key);
    }
  }

  /** The spelling in addresses; the key itself for a name that makes another tag. */
  private static String form(Tagging tag) {
    return HashtagGrammar.form(tag.name())
        .filter(form -> TagKey.parse(form).equals(Optional.of(tag.key())))
        .orElse(tag.key().value());
  }

  /** Takes an article's tags off. */
  static void take(Session session, Rows.Row row) throws SQLException {
    take(session, row, hung(session, row));
  }

  private static void take(Session session, Rows.Row row, Collection<String> tags)
      throws SQLException {
    for (String tag : tags) {
      session.run(
          "DELETE FROM article_tag WHERE tag = ? AND sort = ? AND article = ?",
          tag,
          row.sort(),
          row.number());
    }
  }

  private static List<String> hung(Session session, Rows.Row row) throws SQLException {
    return session
        .first("SELECT tags FROM card WHERE article = ?", r -> decode(r.getBytes(1)), row.number())
        .orElse(List.of());
  }

  /** Whether just these tags hang on an article. */
  static boolean hangs(Session session, Rows.Row row, List<Tagging> tags) throws SQLException {
    return Set.copyOf(hung(session, row))
        .equals(tags.stream().map(t -> t.key().value()).collect(Collectors.toSet()));
  }

  /** Hangs other tags on an article, which exist already; nobody votes on them again. */
  static void rehang(Session session, Rows.Row row, List<Tagging> tags) throws SQLException {
    take(session, row);
    for (Tagging tag : tags) {
      hang(session, row, tag);
    }
    session.run("UPDATE card SET tags = ? WHERE article = ?", encode(tags), row.number());
  }

  static byte[] encode(List<Tagging> tags) {
    return new ByteWriter().list(tags, (out, tag) -> out.text(tag.key().value())).toBytes();
  }

  static List<String> decode(byte[] tags) {
    return new ByteReader(tags).list(ByteReader::text);
  }
}
