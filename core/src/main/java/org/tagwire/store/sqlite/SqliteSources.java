package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Publisher;
import org.tagwire.model.Source;
import org.tagwire.model.SourceHealth;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.store.DueSource;
import org.tagwire.store.NewSource;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.SourceStore;

/**
 * Sources in SQLite.
 *
 * <p>A claim is one index range: {@code ready} is when a source may be claimed next, its due time
 * or the end of its lease, and NULL where it is never polled.
 */
final class SqliteSources implements SourceStore {
  private static final Duration FIRST_INTERVAL = Duration.ofHours(1);

  private static final String SOURCE =
      "s.id, s.url, s.kind, s.title, s.publisher, s.folder, s.visibility, s.pages";
  private static final int PLAN_AT = 9;
  private static final String DUE =
      "SELECT "
          + SOURCE
          + ", "
          + Polls.PLAN
          + ", EXISTS (SELECT 1 FROM hub_subscription h"
          + " WHERE h.source = c.source AND h.hint IS NOT NULL)"
          + " FROM schedule c JOIN source s ON s.id = c.source ";

  /** What is due, earliest first: a range of the index, however many sources there are. */
  static final String CLAIM = DUE + "WHERE c.ready <= ? ORDER BY c.ready LIMIT ?";

  private static final String STATUS =
      "SELECT "
          + SOURCE
          + ", "
          + Polls.PLAN
          + ", c.paused, c.last_poll, c.last_detail, c.articles"
          + " FROM source s JOIN schedule c ON c.source = s.id";

  private final Database database;

  SqliteSources(Database database) {
    this.database = database;
  }

  @Override
  public List<SourceId> add(List<NewSource> sources, Instant due) {
    return database.write(
        session -> {
          List<SourceId> ids = new ArrayList<>();
          for (NewSource source : sources) {
            ids.add(add(session, source, Times.millis(due)));
          }
          return ids;
        });
  }

  private static SourceId add(Session session, NewSource source, long due) throws SQLException {
    Optional<Long> known =
        session.first("SELECT id FROM source WHERE url = ?", row -> row.getLong(1), source.url());
    if (known.isPresent()) {
      session.run(
          "UPDATE source SET folder = ? WHERE id = ? AND folder = ''",
          source.folder(),
          known.get());
      return new SourceId(known.get());
    }
    session.run(
        "INSERT INTO source (url, kind, title, publisher, folder, visibility, pages)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        source.url(),
        source.kind().ordinal(),
        source.title(),
        source.publisher().name(),
        source.folder(),
        source.visibility().ordinal(),
        source.pages().ordinal());
    long id = session.number("SELECT id FROM source WHERE url = ?", source.url());
    session.run(
        "INSERT INTO schedule (source, ready, due, every) VALUES (?, ?, ?, ?)",
        id,
        source.kind() == Source.Kind.DIRECT ? null : due,
        source.kind() == Source.Kind.DIRECT ? Long.MAX_VALUE : due,
        FIRST_INTERVAL.toMillis());
    Publishers.learn(session, Publisher.of(source.publisher()));
    return new SourceId(id);
  }

  @Override
  public Optional<Source> find(SourceId id, Audience audience) {
    return database
        .read(
            session ->
                session.first(
                    "SELECT " + SOURCE + " FROM source s WHERE s.id = ?",
                    SqliteSources::source,
                    id.value()))
        .filter(source -> source.visibility().visibleTo(audience));
  }

  @Override
  public Optional<Source> findByUrl(String url, Audience audience) {
    return database
        .read(
            session ->
                session.first(
                    "SELECT " + SOURCE + " FROM source s WHERE s.url = ?",
                    SqliteSources::source,
                    url))
        .filter(source -> source.visibility().visibleTo(audience));
  }

  @Override
  public List<SourceStatus> list(Audience audience) {
    return database
        .read(session -> session.list(STATUS + " ORDER BY s.id", SqliteSources::status))
        .stream()
        .filter(status -> status.source().visibility().visibleTo(audience))
        .toList();
  }

  @Override
  public Optional<SourceStatus> findStatus(SourceId id, Audience audience) {
    return database
        .read(
            session -> session.first(STATUS + " WHERE s.id = ?", SqliteSources::status, id.value()))
        .filter(status -> status.source().visibility().visibleTo(audience));
  }

  @Override
  public List<String> listFolders(Audience audience) {
    return database.read(
        session ->
            session.list(
                "SELECT DISTINCT folder FROM source WHERE folder <> '' AND visibility <= ?"
                    + " ORDER BY folder",
                row -> row.getString(1),
                greatest(audience)));
  }

  @Override
  public List<SourceId> listInFolder(String folder, Audience audience) {
    String within = folder + "/";
    return database.read(
        session ->
            session.list(
                "SELECT id FROM source WHERE (folder = ? OR substr(folder, 1, length(?)) = ?)"
                    + " AND visibility <= ? ORDER BY id",
                row -> new SourceId(row.getLong(1)),
                folder,
                within,
                within,
                greatest(audience)));
  }

  private static int greatest(Audience audience) {
    return (audience == Audience.OWNER ? Visibility.PRIVATE : Visibility.PUBLIC).ordinal();
  }

  @Override
  public List<DueSource> claimDue(Instant now, Duration lease, int limit) {
    return database.write(
        session -> {
          List<DueSource> due = session.list(CLAIM, SqliteSources::due, Times.millis(now), limit);
          for (DueSource source : due) {
            lease(session, source, now.plus(lease));
          }
          return due;
        });
  }

  @Override
  public Optional<DueSource> claim(SourceId id, Instant now, Duration lease) {
    return database.write(
        session -> {
          Optional<DueSource> source =
              session.first(
                  DUE + "WHERE c.source = ? AND (c.lease IS NULL OR c.lease <= ?)",
                  SqliteSources::due,
                  id.value(),
                  Times.millis(now));
          if (source.isPresent()) {
            lease(session, source.get(), now.plus(lease));
          }
          return source;
        });
  }

  @Override
  public void releaseLeases() {
    database.change(
        session ->
            session.run(
                "UPDATE schedule SET lease = NULL,"
                    + " ready = CASE WHEN ready IS NULL THEN NULL ELSE due END"
                    + " WHERE lease IS NOT NULL"));
  }

  @Override
  public Duration turnBack(Instant now) {
    return database.write(
        session -> {
          long by = session.number("SELECT max(last_poll) FROM schedule") - Times.millis(now);
          if (by <= 0) {
            return Duration.ZERO;
          }
          session.run(
              "UPDATE schedule SET ready = ready - ?, lease = lease - ?, last_poll = last_poll - ?,"
                  + " moved_since = moved_since - ?,"
                  + " due = CASE WHEN due = ? THEN due ELSE due - ? END",
              by,
              by,
              by,
              by,
              Long.MAX_VALUE,
              by);
          return Duration.ofMillis(by);
        });
  }

  private static void lease(Session session, DueSource source, Instant until) throws SQLException {
    long end = Times.millis(until);
    session.run(
        "UPDATE schedule SET lease = ?, ready = CASE WHEN ready IS NULL THEN NULL ELSE ? END"
            + " WHERE source = ?",
        end,
        end,
        source.source().id().value());
  }

  @Override
  public void record(List<PollRecord> polls) {
    database.change(
        session -> {
          for (PollRecord poll : polls) {
            Polls.record(session, poll);
          }
        });
  }

  @Override
  public List<PollRecord> lastPolls(SourceId id) {
    return database.read(session -> Polls.last(session, id));
  }

  @Override
  public Optional<SourceHealth> findHealth(SourceId id) {
    return database.read(session -> Polls.health(session, id));
  }

  @Override
  public void adopt(SourceId id, String url) {
    database.change(
        session -> {
          if (!session.exists("SELECT 1 FROM source WHERE url = ?", url)) {
            session.run("UPDATE source SET url = ? WHERE id = ?", url, id.value());
            session.run(
                "UPDATE schedule SET moved_to = NULL, moved_since = NULL, moved_polls = 0"
                    + " WHERE source = ?",
                id.value());
          }
        });
  }

  @Override
  public void update(Source source) {
    database.change(
        session -> {
          session.run(
              "UPDATE source SET title = ?, folder = ?, visibility = ?, pages = ? WHERE id = ?",
              source.title(),
              source.folder(),
              source.visibility().ordinal(),
              source.pages().ordinal(),
              source.id().value());
          Exposure.follow(session, source);
        });
  }

  @Override
  public void pause(SourceId id, boolean paused, Instant now) {
    long from = Times.millis(now);
    database.change(
        session -> {
          if (paused) {
            session.run(
                "UPDATE schedule SET paused = 1, ready = NULL WHERE source = ?", id.value());
          } else {
            session.run(
                "UPDATE schedule SET paused = 0, due = CASE WHEN due = ? THEN ? ELSE due END"
                    + " WHERE source = ? AND source IN (SELECT id FROM source WHERE kind <> ?)",
                Long.MAX_VALUE,
                from,
                id.value(),
                Source.Kind.DIRECT.ordinal());
            session.run(
                "UPDATE schedule SET ready = CASE WHEN lease > ? THEN lease ELSE due END"
                    + " WHERE source = ? AND paused = 0 AND due < ?",
                from,
                id.value(),
                Long.MAX_VALUE);
          }
        });
  }

  @Override
  public void remove(SourceId id) {
    database.change(
        session -> {
          session.run("DELETE FROM poll WHERE source = ?", id.value());
          session.run("DELETE FROM quarantine WHERE source = ? AND article IS NULL", id.value());
          session.run("DELETE FROM source_health WHERE source = ?", id.value());
          session.run("DELETE FROM schedule WHERE source = ?", id.value());
          session.run("DELETE FROM source WHERE id = ?", id.value());
        });
  }

  @Override
  public Optional<Publisher> findPublisher(Domain domain) {
    return database.read(session -> Publishers.find(session, domain));
  }

  @Override
  public List<Publisher> publishers(String typed, int limit) {
    return database.read(
        session -> {
          List<Publisher> found = new ArrayList<>();
          for (String domain : NameWords.find(session, NameWords.PUBLISHER, typed, limit)) {
            Publishers.find(session, new Domain(domain)).ifPresent(found::add);
          }
          return found;
        });
  }

  @Override
  public void learn(List<Publisher> publishers) {
    database.change(
        session -> {
          for (Publisher publisher : publishers) {
            Publishers.learn(session, publisher);
          }
        });
  }

  @Override
  public Optional<Instant> nextDue() {
    return database.read(
        session ->
            session.first(
                "SELECT ready FROM schedule WHERE ready IS NOT NULL ORDER BY ready LIMIT 1",
                row -> Times.instant(row.getLong(1))));
  }

  private static DueSource due(ResultSet row) throws SQLException {
    boolean pushed = row.getBoolean(PLAN_AT + Polls.PLAN_COLUMNS);
    return new DueSource(source(row), Polls.plan(row, PLAN_AT), pushed);
  }

  private static SourceStatus status(ResultSet row) throws SQLException {
    PollPlan plan = Polls.plan(row, PLAN_AT);
    int after = PLAN_AT + Polls.PLAN_COLUMNS;
    Long lastPoll = Rows.longOrNull(row, after + 1);
    return new SourceStatus(
        source(row),
        state(plan, row.getInt(after) == 1, lastPoll != null),
        plan,
        lastPoll == null ? null : Times.instant(lastPoll),
        row.getString(after + 2),
        row.getLong(after + 3));
  }

  private static SourceStatus.State state(PollPlan plan, boolean paused, boolean polled) {
    if (paused) {
      return SourceStatus.State.PAUSED;
    }
    if (!polled) {
      return SourceStatus.State.NEW;
    }
    if (plan.due().equals(Instant.MAX)) {
      return SourceStatus.State.GONE;
    }
    return plan.failures() > 0 ? SourceStatus.State.FAILING : SourceStatus.State.OK;
  }

  private static Source source(ResultSet row) throws SQLException {
    return new Source(
        new SourceId(row.getLong(1)),
        row.getString(2),
        Source.Kind.values()[row.getInt(3)],
        row.getString(4),
        new Domain(row.getString(5)),
        row.getString(6),
        Visibility.values()[row.getInt(7)],
        Source.PageFetching.values()[row.getInt(8)]);
  }
}
