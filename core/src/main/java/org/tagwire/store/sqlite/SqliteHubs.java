package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.SourceId;
import org.tagwire.model.Visibility;
import org.tagwire.store.HubStore;
import org.tagwire.store.HubSubscription;
import org.tagwire.store.HubSubscription.Pushes;
import org.tagwire.store.HubSubscription.Standing;
import org.tagwire.store.HubSubscription.State;
import org.tagwire.store.HubSubscription.Terms;

/**
 * Subscriptions at hubs in SQLite.
 *
 * <p>A push is a hint: {@code hint} holds its time until a poll has begun after it, so that neither
 * a crash nor a poll under way loses it.
 */
final class SqliteHubs implements HubStore {
  private static final String COLUMNS =
      "SELECT id, source, hub, topic, secret, state, asked, lease, due, failures, detail, pushes,"
          + " last_push ";
  private static final String SELECT = COLUMNS + "FROM hub_subscription ";
  private static final String DUE =
      COLUMNS
          + "FROM (SELECT *, row_number() OVER (PARTITION BY hub ORDER BY due) AS place"
          + " FROM hub_subscription WHERE due <= ?) WHERE place <= ? ORDER BY due";

  /** A source that is public, not paused and not gone. */
  private static final String WANTED =
      "EXISTS (SELECT 1 FROM source s JOIN schedule c ON c.source = s.id"
          + " WHERE s.id = h.source AND s.visibility = ? AND c.paused = 0 AND c.due < ?)";

  private final Database database;

  SqliteHubs(Database database) {
    this.database = database;
  }

  @Override
  public void add(HubSubscription added) {
    Terms terms = added.terms();
    Standing standing = added.standing();
    database.change(
        session -> {
          if (!session.exists(
              "SELECT 1 FROM hub_subscription WHERE source = ? AND state <> ?",
              terms.source().value(),
              State.ENDING.ordinal())) {
            session.run(
                "INSERT INTO hub_subscription (id, source, hub, topic, secret, state, asked, lease,"
                    + " due, failures, detail) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                terms.id(),
                terms.source().value(),
                terms.hub(),
                terms.topic(),
                terms.secret(),
                standing.state().ordinal(),
                millis(standing.asked()),
                millis(standing.lease()),
                Times.millis(standing.due()),
                standing.failures(),
                standing.detail());
          }
        });
  }

  @Override
  public Optional<HubSubscription> find(String id) {
    return database.read(
        session -> session.first(SELECT + "WHERE id = ?", SqliteHubs::subscription, id));
  }

  @Override
  public Optional<HubSubscription> findFor(SourceId source) {
    return database.read(
        session ->
            session.first(
                SELECT + "WHERE source = ? AND state <> ?",
                SqliteHubs::subscription,
                source.value(),
                State.ENDING.ordinal()));
  }

  @Override
  public List<HubSubscription> listDue(Instant now, int perHub) {
    return database.read(
        session -> session.list(DUE, SqliteHubs::subscription, Times.millis(now), perHub));
  }

  @Override
  public long countActive(Instant now) {
    return database.read(
        session ->
            session.number(
                "SELECT count(*) FROM hub_subscription WHERE state = ? AND lease > ?",
                State.ACTIVE.ordinal(),
                Times.millis(now)));
  }

  @Override
  public boolean change(HubSubscription before, Standing after) {
    Standing was = before.standing();
    return database.write(
        session ->
            session.run(
                    "UPDATE hub_subscription SET state = ?, asked = ?, lease = ?, due = ?,"
                        + " failures = ?, detail = ? WHERE id = ? AND state = ? AND asked IS ?"
                        + " AND lease IS ? AND due = ? AND failures = ?",
                    after.state().ordinal(),
                    millis(after.asked()),
                    millis(after.lease()),
                    Times.millis(after.due()),
                    after.failures(),
                    after.detail(),
                    before.terms().id(),
                    was.state().ordinal(),
                    millis(was.asked()),
                    millis(was.lease()),
                    Times.millis(was.due()),
                    was.failures())
                == 1);
  }

  @Override
  public void drop(String id) {
    database.change(session -> session.run("DELETE FROM hub_subscription WHERE id = ?", id));
  }

  @Override
  public int endUnwanted(Instant now) {
    String unwanted = " h WHERE h.state <> ? AND NOT " + WANTED;
    Object[] which = {State.ENDING.ordinal(), Visibility.PUBLIC.ordinal(), Long.MAX_VALUE};
    boolean any =
        database.read(
            session -> session.exists("SELECT 1 FROM hub_subscription" + unwanted, which));
    return any
        ? database.write(
            session ->
                session.run(
                    "UPDATE hub_subscription AS h SET state = ?, asked = NULL, due = ?,"
                        + " failures = 0, hint = NULL WHERE h.state <> ? AND NOT "
                        + WANTED,
                    State.ENDING.ordinal(),
                    Times.millis(now),
                    which[0],
                    which[1],
                    which[2]))
        : 0;
  }

  @Override
  public void askAnew(Instant now) {
    database.change(
        session ->
            session.run(
                "UPDATE hub_subscription SET state = ?, asked = NULL, lease = NULL, due = ?,"
                    + " failures = 0 WHERE state <> ?",
                State.WANTED.ordinal(),
                Times.millis(now),
                State.ENDING.ordinal()));
  }

  @Override
  public boolean push(String id, Instant at, Duration gap) {
    long now = Times.millis(at);
    return database.write(
        session -> {
          session.run(
              "UPDATE hub_subscription SET pushes = pushes + 1, last_push = ?, hint = ?"
                  + " WHERE id = ?",
              now,
              now,
              id);
          long source = session.number("SELECT source FROM hub_subscription WHERE id = ?", id);
          return hasten(session, source, now, gap) > 0;
        });
  }

  @Override
  public int followPushes(Instant now, Duration gap) {
    String hinted = "SELECT source FROM hub_subscription WHERE hint IS NOT NULL";
    if (!database.read(session -> session.exists(hinted))) {
      return 0;
    }
    return database.write(
        session -> {
          session.run(
              "UPDATE hub_subscription AS h SET hint = NULL WHERE hint IS NOT NULL AND EXISTS"
                  + " (SELECT 1 FROM schedule c WHERE c.source = h.source"
                  + " AND c.last_poll > h.hint)");
          int hastened = 0;
          for (long source : session.list(hinted, row -> row.getLong(1))) {
            hastened += hasten(session, source, Times.millis(now), gap);
          }
          return hastened;
        });
  }

  private static int hasten(Session session, long source, long now, Duration gap)
      throws SQLException {
    String at = "max(?, coalesce(last_poll, 0) + ?)";
    long millis = gap.toMillis();
    return session.run(
        "UPDATE schedule SET due = "
            + at
            + ", ready = "
            + at
            + " WHERE source = ?"
            + " AND ready IS NOT NULL AND failures = 0 AND (lease IS NULL OR lease <= ?)"
            + " AND due > "
            + at,
        now,
        millis,
        now,
        millis,
        source,
        now,
        now,
        millis);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : Times.millis(instant);
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    Long millis = Rows.longOrNull(row, column);
    return millis == null ? null : Times.instant(millis);
  }

  private static HubSubscription subscription(ResultSet row) throws SQLException {
    Terms terms =
        new Terms(
            row.getString(1),
            new SourceId(row.getLong(2)),
            row.getString(3),
            row.getString(4),
            row.getString(5));
    Standing standing =
        new Standing(
            State.values()[row.getInt(6)],
            instant(row, 7),
            instant(row, 8),
            Times.instant(row.getLong(9)),
            row.getInt(10),
            row.getString(11));
    return new HubSubscription(terms, standing, new Pushes(row.getLong(12), instant(row, 13)));
  }
}
