package org.tagwire.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;
import org.tagwire.model.Failpoints;

/**
 * The database file: one connection that writes, under a fair lock, and a few that read.
 *
 * <p>SQLite has one writer at a time anyway; queueing here instead of in SQLite's busy handler is
 * fair and does not sleep. In WAL mode readers see the last commit and never wait. Checkpoints run
 * on the writer's thread when the log has grown to {@link #CHECKPOINT_PAGES}: later than SQLite's
 * own, so that pages written again and again are copied once.
 */
final class Database implements AutoCloseable {
  private static final int READERS = 4;
  private static final int PAGE_BYTES = 8_192;
  private static final int CHECKPOINT_PAGES = 2_000;
  private static final int COMMITS_BETWEEN_LOOKS = 8;
  private static final int WRITER_CACHE_KIB = 16_384;
  private static final int READER_CACHE_KIB = 4_096;

  private final Path file;
  private final Failpoints failpoints;
  private final Session writer;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final Semaphore reading = new Semaphore(READERS, true);
  private final Deque<Session> readers = new ConcurrentLinkedDeque<>();
  private int commits;

  /** Opens a file whose schema is in place. */
  Database(Path file, Failpoints failpoints) {
    this.file = file;
    this.failpoints = failpoints;
    this.writer = connect(file, false);
  }

  /** Work on a connection, within a transaction. */
  @FunctionalInterface
  interface Work<T> {
    T apply(Session session) throws SQLException;
  }

  /** Work that returns nothing. */
  @FunctionalInterface
  interface Task {
    void apply(Session session) throws SQLException;
  }

  Path file() {
    return file;
  }

  /** Runs {@code work} on one consistent state of the database. */
  <T> T read(Work<T> work) {
    reading.acquireUninterruptibly();
    try {
      Session idle = readers.pollFirst();
      Session session = idle == null ? connect(file, true) : idle;
      try {
        return within(session, "BEGIN", work, () -> {});
      } finally {
        readers.addFirst(session);
      }
    } catch (SQLException e) {
      throw Failures.of(file, e);
    } finally {
      reading.release();
    }
  }

  /** Runs {@code work} in one transaction that is durable on return, or leaves no trace. */
  <T> T write(Work<T> work) {
    return write(work, Failpoints.NONE);
  }

  void change(Task task) {
    write(
        session -> {
          task.apply(session);
          return Boolean.TRUE;
        });
  }

  /** As {@link #change}, with the failpoints around its commit. */
  void changeWatched(Task task) {
    write(
        session -> {
          task.apply(session);
          return Boolean.TRUE;
        },
        failpoints);
  }

  private <T> T write(Work<T> work, Failpoints watched) {
    writing.lock();
    try {
      T result =
          within(
              writer,
              "BEGIN IMMEDIATE",
              work,
              () -> watched.reach(Failpoints.Point.BEFORE_DB_COMMIT));
      watched.reach(Failpoints.Point.AFTER_DB_COMMIT);
      if (++commits % COMMITS_BETWEEN_LOOKS == 0) {
        checkpointIfLong();
      }
      return result;
    } catch (SQLException e) {
      throw Failures.of(file, e);
    } finally {
      writing.unlock();
    }
  }

  private static <T> T within(Session session, String begin, Work<T> work, Runnable beforeCommit)
      throws SQLException {
    boolean done = false;
    session.run(begin);
    try {
      T result = work.apply(session);
      beforeCommit.run();
      session.run("COMMIT");
      done = true;
      return result;
    } finally {
      if (!done) {
        rollBack(session);
      }
    }
  }

  /**
   * The failure on its way is the one to report; that SQLite has rolled back by itself is no news.
   */
  private static void rollBack(Session session) {
    try {
      session.run("ROLLBACK");
    } catch (SQLException ignored) {
      // SQLITE_FULL and SQLITE_IOERR end the transaction before we do.
    }
  }

  private void checkpointIfLong() throws SQLException {
    long waiting =
        writer
            .first("PRAGMA wal_checkpoint(NOOP)", row -> row.getLong(2) - row.getLong(3))
            .orElse(0L);
    if (waiting >= CHECKPOINT_PAGES) {
      checkpoint("PASSIVE");
    }
  }

  /** Copies the log into the file. */
  void checkpoint() {
    writing.lock();
    try {
      checkpoint("PASSIVE");
    } catch (SQLException e) {
      throw Failures.of(file, e);
    } finally {
      writing.unlock();
    }
  }

  private void checkpoint(String mode) throws SQLException {
    failpoints.reach(Failpoints.Point.CHECKPOINT);
    writer.number("PRAGMA wal_checkpoint(" + mode + ")");
    failpoints.reach(Failpoints.Point.CHECKPOINT);
  }

  /** Makes an empty file; the size of its pages cannot be changed once it is in WAL mode. */
  static void create(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(PAGE_BYTES);
    try (Session session = new Session(config.createConnection("jdbc:sqlite:" + file))) {
      session.once("PRAGMA journal_mode = WAL");
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  static Session connect(Path file, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    // The driver would otherwise prepare and run a query after each INSERT.
    config.setGetGeneratedKeys(false);
    config.setBusyTimeout(10_000);
    config.setCacheSize(readOnly ? -READER_CACHE_KIB : -WRITER_CACHE_KIB);
    if (readOnly) {
      config.resetOpenMode(SQLiteOpenMode.READWRITE);
      config.resetOpenMode(SQLiteOpenMode.CREATE);
      config.setOpenMode(SQLiteOpenMode.READONLY);
    }
    try {
      Session session = new Session(config.createConnection("jdbc:sqlite:" + file));
      if (!readOnly) {
        session.once("PRAGMA wal_autocheckpoint = 0");
      }
      return session;
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  @Override
  public void close() {
    reading.acquireUninterruptibly(READERS);
    writing.lock();
    try {
      for (Session reader : readers) {
        reader.close();
      }
      readers.clear();
      checkpoint("TRUNCATE");
      writer.close();
    } catch (SQLException e) {
      throw Failures.of(file, e);
    } finally {
      writing.unlock();
      reading.release(READERS);
    }
  }
}
