package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.HeadlineChange;
import org.tagwire.model.ItemKey;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Page;
import org.tagwire.model.Raw;
import org.tagwire.model.Reading;
import org.tagwire.model.Shard;
import org.tagwire.model.SourceId;
import org.tagwire.model.StoryId;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.Placed;
import org.tagwire.store.PollRecord;

/**
 * Articles in SQLite. Writing is {@link Acceptance}'s, {@link Placing}'s and {@link Removal}'s;
 * here is what is asked.
 */
final class SqliteArticles implements ArticleStore {
  private final Database database;
  private final SqliteArchive archive;
  private final Acceptance acceptance;
  private final Placing placing;
  private final Retagging retagging;
  private final SqliteRules rules;

  SqliteArticles(
      Database database, Acceptance acceptance, SqliteArchive archive, SqliteRules rules) {
    this.database = database;
    this.archive = archive;
    this.acceptance = acceptance;
    this.rules = rules;
    this.placing = new Placing(database, rules);
    this.retagging = new Retagging(database, rules);
  }

  @Override
  public Map<ItemKey, Seen> seen(SourceId source, Set<ItemKey> keys) {
    List<Long> dropped = new ArrayList<>();
    long stale = archive.stale();
    Map<ItemKey, Seen> known =
        database.read(
            session -> {
              Map<ItemKey, Seen> seen = new HashMap<>();
              for (ItemKey key : keys) {
                session.each(
                    "SELECT a.id, i.content, a.number, coalesce(a.dropped, ?) < ?"
                        + " FROM source_item i JOIN article a ON a.number = i.article"
                        + " WHERE i.source = ? AND i.item = ?",
                    row -> {
                      seen.put(key, new Seen(ArticleId.of(row.getBytes(1)), row.getLong(2)));
                      return row.getBoolean(4) && dropped.add(row.getLong(3));
                    },
                    stale,
                    stale,
                    source.value(),
                    key.hash());
              }
              return seen;
            });
    archive.announced(dropped);
    return known;
  }

  @Override
  public Map<String, ArticleId> findByUrls(Collection<String> urls) {
    return database.read(
        session -> {
          Map<String, ArticleId> found = new HashMap<>();
          for (String url : new HashSet<>(urls)) {
            Optional<Rows.Row> row = Rows.findByUrl(session, url);
            if (row.isPresent()) {
              found.put(url, Rows.settle(session, row.get()).id());
            }
          }
          return found;
        });
  }

  @Override
  public void accept(List<Accepted> accepted, Optional<PollRecord> poll) {
    acceptance.accept(accepted, poll);
  }

  @Override
  public List<Reading> pending(Shard shard, int limit) {
    return database.read(
        session ->
            session.list(
                Articles.ARTICLE
                    + "WHERE a.language = ? AND a.queued IS NOT NULL"
                    + " ORDER BY a.queued, a.number LIMIT ?",
                Articles::reading,
                shard.language().code(),
                limit));
  }

  @Override
  public Set<Shard> pendingShards() {
    return database.read(
        session -> {
          Set<Shard> shards = new TreeSet<>();
          Optional<String> language = nextWaiting(session, "");
          while (language.isPresent()) {
            shards.add(new Shard(Codec.language(language.get())));
            language = nextWaiting(session, language.get());
          }
          return shards;
        });
  }

  /** Leaps from language to language in the index instead of reading it through. */
  private static Optional<String> nextWaiting(Session session, String after) throws SQLException {
    return session.first(
        "SELECT language FROM article WHERE queued IS NOT NULL AND language > ?"
            + " ORDER BY language LIMIT 1",
        row -> row.getString(1),
        after);
  }

  @Override
  public void place(List<Placed> batch) {
    placing.place(batch);
  }

  @Override
  public void regroup(List<Regrouped> articles, List<Merged> stories) {
    Regrouping.store(database, articles, stories);
  }

  @Override
  public void linkStories(List<StoryLink> links) {
    database.change(
        session -> {
          for (StoryLink link : links) {
            Stories.link(session, link.one().founder(), link.other().founder(), link.reason());
            Stories.link(session, link.other().founder(), link.one().founder(), link.reason());
          }
        });
  }

  @Override
  public List<StoryId> otherLanguages(StoryId story) {
    return database.read(session -> Stories.linked(session, story.founder())).stream()
        .flatMap(id -> findStory(new StoryId(id)).stream())
        .filter(other -> !other.equals(story))
        .distinct()
        .toList();
  }

  @Override
  public List<Article> window(Shard shard, Instant since) {
    return database.read(
        session ->
            session.list(
                Articles.ARTICLE
                    + "WHERE a.state = 1 AND a.sort >= ? AND a.language = ? ORDER BY a.sort, a.id",
                this::article,
                Times.millis(since),
                shard.language().code()));
  }

  private Article article(ResultSet row) throws SQLException {
    return Articles.article(row, rules.now());
  }

  @Override
  public Lookup find(ArticleId id, Audience audience) {
    return database.read(session -> find(session, id, audience));
  }

  private Lookup find(Session session, ArticleId id, Audience audience) throws SQLException {
    Optional<Rows.Row> row = Rows.find(session, id);
    if (row.isEmpty()) {
      return new Lookup.Unknown();
    }
    Rows.Row now = Rows.settle(session, row.get());
    if (!now.visibility().visibleTo(audience)
        || now.state() == Rows.PENDING
        || now.state() == Rows.DROPPED) {
      return new Lookup.Unknown();
    }
    if (now.state() == Rows.WITHDRAWN) {
      return new Lookup.Withdrawn(
          session
              .first(
                  "SELECT reason FROM article WHERE number = ? AND reason IS NOT NULL",
                  r -> r.getString(1),
                  now.number())
              .orElse(""));
    }
    if (!now.id().equals(id)) {
      return new Lookup.Redirect(now.id());
    }
    Optional<Article> article =
        session.first(Articles.ARTICLE + "WHERE a.number = ?", this::article, now.number());
    Optional<Card> card = Articles.findCard(session, now.number());
    if (article.isEmpty() || card.isEmpty()) {
      throw new IllegalStateException("article " + id + " is placed but has no text or no card");
    }
    return new Lookup.Found(WatchNotes.added(session, article.get(), now.number()), card.get());
  }

  @Override
  public List<Article> findAll(List<ArticleId> ids, Audience audience) {
    return database.read(
        session -> {
          List<Article> found = new ArrayList<>();
          for (ArticleId id : ids) {
            Optional<Rows.Row> row = Rows.find(session, id);
            if (row.isPresent()
                && row.get().state() == Rows.PLACED
                && row.get().visibility().visibleTo(audience)) {
              session
                  .first(Articles.ARTICLE + "WHERE a.number = ?", this::article, row.get().number())
                  .ifPresent(found::add);
            }
          }
          return found;
        });
  }

  @Override
  public Page list(ListQuery query) {
    return database.read(session -> new Lists(session, query).page());
  }

  @Override
  public List<Card> copies(ArticleId id, Audience audience) {
    return database.read(
        session -> {
          Optional<Rows.Row> row = Rows.find(session, id);
          if (row.isEmpty()) {
            return List.of();
          }
          ArticleId first = row.get().copyOf() instanceof ArticleId copyOf ? copyOf : id;
          return session.list(
              Articles.CARD
                  + "WHERE a.state = 1 AND (a.id = ? OR a.copy_of = ?) AND a.id <> ?"
                  + Lists.audience(audience)
                  + " ORDER BY CASE WHEN a.copy_of IS NULL THEN 0 ELSE 1 END, a.sort, a.id",
              Articles::card,
              first.bytes(),
              first.bytes(),
              id.bytes());
        });
  }

  @Override
  public Optional<StoryId> findStory(StoryId id) {
    return database.read(
        session -> {
          ArticleId founder = Stories.resolve(session, id.founder());
          boolean exists =
              session.exists(
                      "SELECT 1 FROM article WHERE id = ? AND state = 1 AND story IS NULL",
                      founder.bytes())
                  || session.exists(
                      "SELECT 1 FROM article WHERE story = ? AND state = 1 LIMIT 1",
                      founder.bytes());
          return exists ? Optional.of(new StoryId(founder)) : Optional.empty();
        });
  }

  @Override
  public List<HeadlineChange> headlines(Collection<ArticleId> ids, Audience audience) {
    return database.read(session -> Headlines.list(session, ids, audience));
  }

  @Override
  public Optional<Standing> standing(StoryId story, Audience audience) {
    return database.read(session -> Stories.standing(session, story, audience));
  }

  @Override
  public List<Change> changes(long after, int limit) {
    return database.read(
        session -> {
          List<Change> changes = new ArrayList<>();
          session.each(
              "SELECT change, id, state, number FROM article WHERE change > ?"
                  + " ORDER BY change LIMIT ?",
              row ->
                  changes.add(
                      change(
                          session,
                          row.getLong(1),
                          ArticleId.of(row.getBytes(2)),
                          row.getInt(3) == Rows.PLACED ? row.getLong(4) : 0)),
              after,
              limit);
          return changes;
        });
  }

  private Change change(Session session, long number, ArticleId id, long article)
      throws SQLException {
    if (article == 0) {
      return new Change(number, id, Optional.empty(), Optional.empty(), List.of());
    }
    Optional<Article> found =
        session.first(Articles.ARTICLE + "WHERE a.number = ?", this::article, article);
    return new Change(
        number,
        id,
        found.isEmpty() ? found : Optional.of(WatchNotes.added(session, found.get(), article)),
        Articles.findCard(session, article),
        Articles.sources(session, article));
  }

  @Override
  public long lastChange() {
    return database.read(Rows::lastChange);
  }

  @Override
  public long count() {
    return database.read(session -> session.number("SELECT count(*) FROM article WHERE state = 1"));
  }

  @Override
  public void withdraw(Collection<ArticleId> ids, String reason, Instant now) {
    database.change(
        session -> {
          long change = Rows.lastChange(session);
          for (ArticleId id : ids) {
            Optional<Rows.Row> row = Rows.find(session, id);
            if (row.isPresent()) {
              Rows.Row settled = Rows.settle(session, row.get());
              change += Removal.withdraw(session, settled, reason, change + 1) ? 1 : 0;
            }
          }
        });
  }

  @Override
  public List<ArticleId> expired(Instant now, int limit) {
    return database.read(
        session ->
            session.list(
                "SELECT id FROM article WHERE expires <= ? AND state IN (?, ?)"
                    + " ORDER BY expires LIMIT ?",
                row -> ArticleId.of(row.getBytes(1)),
                Times.millis(now),
                Rows.PENDING,
                Rows.PLACED,
                limit));
  }

  @Override
  public Optional<Raw> findRaw(ArticleId id) {
    return database.read(
        session ->
            session.first(
                "SELECT r.item, r.page, r.page_type FROM raw r"
                    + " JOIN article a ON a.number = r.article WHERE a.id = ?",
                row -> {
                  byte[] page = row.getBytes(2);
                  return new Raw(
                      RawCodec.decode(row.getBytes(1)),
                      page == null ? null : RawCodec.decodePage(page),
                      row.getString(3));
                },
                id.bytes()));
  }

  @Override
  public int dropRaw(Instant before, int limit) {
    return database.write(
        session ->
            session.run(
                "DELETE FROM raw WHERE article IN (SELECT article FROM raw WHERE received < ?"
                    + " ORDER BY received LIMIT ?)",
                Times.millis(before),
                limit));
  }

  @Override
  public List<ArticleId> walk(Optional<ArticleId> after, int limit) {
    return database.read(
        session ->
            session.list(
                "SELECT id FROM article WHERE id > ? AND state = 1 ORDER BY id LIMIT ?",
                row -> ArticleId.of(row.getBytes(1)),
                after.map(ArticleId::bytes).orElse(new byte[0]),
                limit));
  }

  @Override
  public int retag(List<Retagged> articles) {
    return retagging.retag(articles);
  }

  @Override
  public void reread(List<Reading> readings) {
    acceptance.reread(readings);
  }
}
