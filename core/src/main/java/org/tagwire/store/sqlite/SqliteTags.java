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
import org.tagwire.model.TagRules;
import org.tagwire.model.Withheld;
import org.tagwire.store.TagStore;

/** Hashtags in SQLite. */
final class SqliteTags implements TagStore {
  private static final String TAG = "SELECT key, form, name, kind, since FROM hashtag ";

  private final Database database;
  private final SqliteRules rules;
  private final Withholding withholding;

  SqliteTags(Database database, SqliteRules rules, Withholding withholding) {
    this.database = database;
    this.rules = rules;
    this.withholding = withholding;
  }

  @Override
  public Optional<Hashtag> find(TagKey key) {
    TagRules now = rules.now();
    return database.read(
        session -> {
          Optional<Hashtag> exact = find(session, key, now);
          String bare = key.withoutJoiners();
          Optional<Hashtag> found =
              exact.isPresent() || bare.isEmpty() ? exact : find(session, new TagKey(bare), now);
          return found.isPresent() ? found : explained(session, key, now);
        });
  }

  private static Optional<Hashtag> find(Session session, TagKey key, TagRules rules)
      throws SQLException {
    return session
        .first(TAG + "WHERE key = ?", SqliteTags::hashtag, rules.resolve(key).value())
        .map(rules::named);
  }

  private static Optional<Hashtag> explained(Session session, TagKey key, TagRules rules)
      throws SQLException {
    Optional<String> meant = Spellings.find(session, key.value());
    return meant.isPresent() ? find(session, new TagKey(meant.get()), rules) : Optional.empty();
  }

  @Override
  public Map<TagKey, Hashtag> findAll(Collection<TagKey> keys) {
    TagRules now = rules.now();
    return database.read(
        session -> {
          Map<TagKey, Hashtag> found = new LinkedHashMap<>();
          for (TagKey key : keys) {
            find(session, key, now).ifPresent(tag -> found.put(key, tag));
          }
          return found;
        });
  }

  @Override
  public List<Hashtag> nearest(TagKey key, Audience audience, int limit) {
    TagRules now = rules.now();
    return database.read(session -> nearest(session, key, audience, limit, now));
  }

  @Override
  public List<Hashtag> beginning(String typed, Audience audience, int limit) {
    TagRules now = rules.now();
    return database.read(
        session -> {
          List<Hashtag> found = new ArrayList<>();
          for (TagKey key : new Beginnings(session, audience, now).of(typed, limit)) {
            find(session, key, now).ifPresent(found::add);
          }
          return found;
        });
  }

  @Override
  public List<Hashtag> list(Optional<TagKey> from, Audience audience, int limit) {
    return list(from.map(TagKey::value).orElse(""), audience, limit, rules.now());
  }

  private List<Hashtag> list(String from, Audience audience, int limit, TagRules now) {
    return database.read(
        session -> {
          List<Hashtag> tags = new ArrayList<>();
          session.each(
              TAG + "WHERE key >= ? ORDER BY key",
              row -> {
                Hashtag tag = hashtag(row);
                if (carries(session, tag.key(), audience, now)) {
                  tags.add(now.named(tag));
                }
                return tags.size() < limit;
              },
              from);
          return tags;
        });
  }

  /**
   * A jump from letter to letter along the key, so it costs what there are of letters, not tags.
   */
  @Override
  public List<Hashtag> initials(Audience audience) {
    TagRules now = rules.now();
    List<Hashtag> firsts = new ArrayList<>();
    String from = "";
    for (Optional<Hashtag> first = first(from, audience, now);
        first.isPresent();
        first = first(from, audience, now)) {
      firsts.add(first.get());
      from = following(first.get().key().value().codePointAt(0));
    }
    return firsts;
  }

  private Optional<Hashtag> first(String from, Audience audience, TagRules rules) {
    return list(from, audience, 1, rules).stream().findFirst();
  }

  private static String following(int letter) {
    int next = letter + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : letter + 1;
    return Character.toString(Math.min(next, Character.MAX_CODE_POINT));
  }

  /** Whether a tag is its own, and has articles, though they may still stand under another key. */
  private static boolean carries(Session session, TagKey key, Audience audience, TagRules rules)
      throws SQLException {
    if (!rules.resolve(key).equals(key)) {
      return false;
    }
    boolean carries = carries(session, key, audience);
    for (TagKey leaving : rules.leaving(key)) {
      carries = carries || carries(session, leaving, audience);
    }
    return carries;
  }

  private static boolean carries(Session session, TagKey key, Audience audience)
      throws SQLException {
    return session.exists(
        "SELECT 1 FROM article_tag g JOIN article a ON a.number = g.article"
            + " WHERE g.tag = ? AND a.state = 1"
            + Lists.audience(audience)
            + " LIMIT 1",
        key.value());
  }

  @Override
  public TagRules rules() {
    return rules.now();
  }

  @Override
  public Withheld withheld() {
    return withholding.now();
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

  private static List<Hashtag> nearest(
      Session session, TagKey key, Audience audience, int limit, TagRules rules)
      throws SQLException {
    Map<TagKey, Hashtag> found = new LinkedHashMap<>();
    for (String near : new Neighbours(session, key.value(), audience, rules).nearest(limit)) {
      find(session, new TagKey(near), rules).ifPresent(tag -> found.putIfAbsent(tag.key(), tag));
    }
    return List.copyOf(found.values());
  }
}
