package org.tagwire.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tagwire.model.Mute;
import org.tagwire.model.TagKey;
import org.tagwire.store.ReaderStore;

/** The owner's reading in SQLite; the mutes are kept in memory, since every list asks for them. */
final class SqliteReader implements ReaderStore {
  private static final String FOLLOWED = "SELECT tag, folder, since, seen FROM followed ";

  private final Database database;

  /** Replaced as a whole, never changed. */
  private volatile List<Mute> mutes;

  SqliteReader(Database database) {
    this.database = database;
    this.mutes = database.read(SqliteReader::mutes);
  }

  @Override
  public List<Followed> followed() {
    return database.read(
        session -> session.list(FOLLOWED + "ORDER BY folder, tag", SqliteReader::followed));
  }

  @Override
  public Optional<Followed> findFollowed(TagKey tag) {
    return database.read(session -> find(session, tag));
  }

  private static Optional<Followed> find(Session session, TagKey tag) throws SQLException {
    return session.first(FOLLOWED + "WHERE tag = ?", SqliteReader::followed, tag.value());
  }

  private static Followed followed(ResultSet row) throws SQLException {
    return new Followed(
        new TagKey(row.getString(1)),
        row.getString(2),
        Times.instant(row.getLong(3)),
        Times.instant(row.getLong(4)));
  }

  @Override
  public boolean follow(TagKey tag, String folder, Instant now) {
    return database.write(session -> follow(session, tag, folder, now));
  }

  private static boolean follow(Session session, TagKey tag, String folder, Instant now)
      throws SQLException {
    long others =
        session.number(
            "SELECT count(*) FROM followed WHERE folder = ? AND tag <> ?", folder, tag.value());
    long all = session.number("SELECT count(*) FROM followed WHERE tag <> ?", tag.value());
    if (others >= MOST_IN_FOLDER || all >= MOST_FOLLOWED) {
      return false;
    }
    session.run(
        "INSERT INTO followed (tag, folder, since, seen) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (tag) DO UPDATE SET folder = excluded.folder",
        tag.value(),
        folder,
        Times.millis(now),
        Times.millis(now));
    return true;
  }

  @Override
  public boolean unfollow(TagKey tag) {
    return database.write(
        session -> session.run("DELETE FROM followed WHERE tag = ?", tag.value()) > 0);
  }

  @Override
  public void see(TagKey tag, Instant until) {
    database.write(
        session ->
            session.run(
                "UPDATE followed SET seen = max(seen, ?) WHERE tag = ?",
                Times.millis(until),
                tag.value()));
  }

  @Override
  public List<Mute> mutes() {
    return mutes;
  }

  private static List<Mute> mutes(Session session) throws SQLException {
    return List.copyOf(
        session.list(
            "SELECT kind, value FROM muted ORDER BY kind, value",
            row -> new Mute(kind(row.getString(1)), row.getString(2))));
  }

  private static Mute.Kind kind(String word) {
    return Mute.Kind.find(word)
        .orElseThrow(() -> new IllegalStateException("nothing can be muted as '" + word + "'"));
  }

  @Override
  public synchronized boolean mute(Mute mute, Instant now) {
    return changed(session -> mute(session, mute, now));
  }

  private static boolean mute(Session session, Mute mute, Instant now) throws SQLException {
    List<Mute> others = mutes(session).stream().filter(m -> !m.equals(mute)).toList();
    boolean word = mute.kind() == Mute.Kind.WORD;
    long words = others.stream().filter(m -> m.kind() == Mute.Kind.WORD).count();
    if (others.size() >= MOST_MUTES || (word && words >= MOST_WORDS)) {
      return false;
    }
    session.run(
        "INSERT OR IGNORE INTO muted (kind, value, since) VALUES (?, ?, ?)",
        mute.kind().word(),
        mute.value(),
        Times.millis(now));
    return true;
  }

  @Override
  public synchronized boolean unmute(Mute mute) {
    return changed(
        session ->
            session.run(
                    "DELETE FROM muted WHERE kind = ? AND value = ?",
                    mute.kind().word(),
                    mute.value())
                > 0);
  }

  private boolean changed(Database.Work<Boolean> work) {
    record Outcome(boolean done, List<Mute> mutes) {}
    Outcome outcome = database.write(session -> new Outcome(work.apply(session), mutes(session)));
    mutes = outcome.mutes();
    return outcome.done();
  }
}
