package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.model.Audience;
import org.tagwire.model.Hashtag;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagKind;
import org.tagwire.store.TagStore;

/** Hashtags in SQLite. */
final class SqliteTags implements TagStore {
  private static final String TAG = "SELECT key, form, name, kind, since FROM hashtag ";

  private final Database database;

  SqliteTags(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Hashtag> find(TagKey key) {
    return database.read(
        session -> {
          Optional<Hashtag> exact = find(session, key.value());
          String bare = key.withoutJoiners();
          return exact.isPresent() || bare.equals(key.value()) ? exact : find(session, bare);
        });
  }

  private static Optional<Hashtag> find(Session session, String key) throws SQLException {
    return session.first(TAG + "WHERE key = ?", SqliteTags::hashtag, key);
  }

  @Override
  public Map<TagKey, Hashtag> findAll(Collection<TagKey> keys) {
    return database.read(
        session -> {
          Map<TagKey, Hashtag> found = new LinkedHashMap<>();
          for (TagKey key : keys) {
            find(session, key.value()).ifPresent(tag -> found.put(key, tag));
          }
          return found;
        });
  }

  @Override
  public List<Hashtag> nearest(TagKey key, Audience audience, int limit) {
    return database.read(session -> nearest(session, key, audience, limit));
  }

  @Override
  public List<Hashtag> list(Optional<TagKey> from, Audience audience, int limit) {
    return database.read(
        session ->
            session.list(
                TAG
                    + "WHERE key >= ? AND EXISTS (SELECT 1 FROM article_tag g JOIN article a"
                    + " ON a.number = g.article WHERE g.tag = hashtag.key AND a.state = 1"
                    + Lists.audience(audience)
                    + ") ORDER BY key LIMIT ?",
                SqliteTags::hashtag,
                from.map(TagKey::value).orElse(""),
                limit));
  }

  @Override
  public long count() {
    return database.read(session -> session.number("SELECT count(*) FROM hashtag"));
  }

  private static Hashtag hashtag(ResultSet row) throws SQLException {
    return new Hashtag(
        new TagKey(row.getString(1)),
        row.getString(2),
        row.getString(3),
        TagKind.values()[row.getInt(4)],
        Times.instant(row.getLong(5)));
  }

  private static List<Hashtag> nearest(Session session, TagKey key, Audience audience, int limit)
      throws SQLException {
    List<Hashtag> found = new ArrayList<>();
    for (String near : new Neighbours(session, key.value(), audience).nearest(limit)) {
      find(session, near).ifPresent(found::add);
    }
    return found;
  }
}
