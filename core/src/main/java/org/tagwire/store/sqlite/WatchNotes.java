package org.tagwire.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tagwire.model.Article;
import org.tagwire.model.ArticleId;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.TagKey;
import org.tagwire.model.Tagging;
import org.tagwire.model.Understanding;
import org.tagwire.store.WatchStore.Found;

/** Hangs watched names on articles and takes them off again, within one transaction. */
final class WatchNotes {
  private final Session session;
  private long lastChange;
  private boolean changed;

  WatchNotes(Session session) throws SQLException {
    this.session = session;
    this.lastChange = Rows.lastChange(session);
  }

  /** A note as it is kept. */
  private record Note(long sort, List<Tagging> tags) {}

  /** Returns an article with the watched names it says among its tags. */
  static Article added(Session session, Article article, long number) throws SQLException {
    Understanding own = article.understanding();
    Understanding more = own.with(added(session, own.tags(), number));
    return new Article(article.reading().with(more), article.placement(), article.change());
  }

  /** Returns an article's tags and the watched names that it says. */
  static List<Tagging> added(Session session, List<Tagging> own, long number) throws SQLException {
    Optional<Note> note = find(session, number);
    if (note.isEmpty()) {
      return own;
    }
    List<Tagging> tags = new ArrayList<>(own);
    Set<TagKey> keys = keys(own);
    note.get().tags().stream().filter(t -> !keys.contains(t.key())).forEach(tags::add);
    return tags;
  }

  private static Optional<Note> find(Session session, long number) throws SQLException {
    return session.first(
        "SELECT sort, payload FROM watch_note WHERE article = ?",
        row -> new Note(row.getLong(1), WatchCodec.decodeFound(row.getBytes(2))),
        number);
  }

  /** Whether an article has changed by what was noted so far. */
  boolean hasChanged() {
    return changed;
  }

  void note(Found found) throws SQLException {
    Optional<Rows.Row> row = Rows.find(session, found.article().id());
    if (row.isPresent() && isAsRead(row.get(), found.article())) {
      note(row.get(), found);
    }
  }

  private boolean isAsRead(Rows.Row row, Article article) throws SQLException {
    return session.exists(
        "SELECT 1 FROM article WHERE number = ? AND state = 1 AND queued IS NULL AND change = ?",
        row.number(),
        article.change());
  }

  private void note(Rows.Row row, Found found) throws SQLException {
    List<Tagging> own = found.article().understanding().tags();
    List<Tagging> hung = new ArrayList<>(own);
    Set<TagKey> keys = keys(own);
    found.tags().stream().filter(t -> !keys.contains(t.key())).forEach(hung::add);
    Optional<Note> before = find(session, row.number());
    boolean same = before.map(Note::tags).orElse(List.of()).equals(found.tags());
    if (same && (found.tags().isEmpty() || Taggings.hangs(session, row, hung))) {
      return;
    }
    remove(row.number(), before);
    put(row, found.tags());
    Taggings.rehang(session, row, hung);
    session.run("UPDATE article SET change = ? WHERE number = ?", ++lastChange, row.number());
    changed = true;
  }

  private void put(Rows.Row row, List<Tagging> tags) throws SQLException {
    if (tags.isEmpty()) {
      return;
    }
    session.run(
        "INSERT INTO watch_note (article, sort, payload) VALUES (?, ?, ?)",
        row.number(),
        row.sort(),
        WatchCodec.encode(tags));
    for (Tagging tag : tags) {
      session.run(
          "INSERT INTO watch_hit (watch, sort, article) VALUES (?, ?, ?)",
          tag.key().value(),
          row.sort(),
          row.number());
      session.run(
          "INSERT INTO hashtag (key, form, name, name_lead, kind, kind_lead, since)"
              + " VALUES (?, ?, ?, 0, ?, 0, ?) ON CONFLICT (key) DO NOTHING",
          tag.key().value(),
          HashtagGrammar.form(tag.name()).orElse(tag.key().value()),
          tag.name(),
          tag.kind().ordinal(),
          row.sort());
    }
  }

  /** Forgets what was found in an article that is gone. */
  void gone(ArticleId id) throws SQLException {
    Optional<Rows.Row> row = Rows.find(session, id);
    if (row.isPresent() && row.get().state() != Rows.PLACED) {
      remove(row.get().number(), find(session, row.get().number()));
    }
  }

  private void remove(long number, Optional<Note> note) throws SQLException {
    if (note.isEmpty()) {
      return;
    }
    for (Tagging tag : note.get().tags()) {
      session.run(
          "DELETE FROM watch_hit WHERE watch = ? AND sort = ? AND article = ?",
          tag.key().value(),
          note.get().sort(),
          number);
    }
    session.run("DELETE FROM watch_note WHERE article = ?", number);
  }

  private static Set<TagKey> keys(List<Tagging> tags) {
    return tags.stream().map(Tagging::key).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
