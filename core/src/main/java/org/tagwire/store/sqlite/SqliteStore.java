package org.tagwire.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Failpoints;
import org.tagwire.model.TagwireException;
import org.tagwire.store.Store;

/** The way to a store in one SQLite file, {@value #FILE}, in the data directory. */
public final class SqliteStore {
  /** The name of the database file. */
  public static final String FILE = "tagwire.db";

  private SqliteStore() {}

  /**
   * Opens the store in a directory, which is made if it is not there, and brings its schema up to
   * date. The caller sees to it that one process only has the directory open for long.
   *
   * @param directory the data directory
   * @param failpoints where tests end the process
   * @param clock when things are accepted, by which waiting readings are ordered and what was
   *     received is dropped
   * @throws TagwireException {@code NEWER_SCHEMA} when a newer Tagwire wrote it, {@code DISK} when
   *     the directory cannot be used, {@code STORE_FAILED} when the file is damaged
   */
  public static Store open(Path directory, Failpoints failpoints, InstantSource clock) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.DISK,
          "the data directory " + directory + " cannot be made; check the path and its permissions",
          e);
    }
    Path file = directory.resolve(FILE);
    new Schema(file, failpoints).migrate();
    Database database = new Database(file, failpoints);
    NameWords.fill(database);
    Withholding withholding = new Withholding(database);
    SqliteTombstones tombstones = new SqliteTombstones(database, withholding);
    SqliteRules rules = new SqliteRules(database);
    SqliteArchive archive = new SqliteArchive(database, clock);
    return new Store(
        new SqliteSources(database),
        new SqliteArticles(database, new Acceptance(database, tombstones, clock), archive, rules),
        new SqliteTags(database, rules, withholding),
        rules,
        new SqliteKnowledge(database),
        tombstones,
        archive,
        new SqliteQuarantine(database),
        new SqliteHubs(database),
        new SqliteWatch(database, rules),
        new SqliteNotices(database, withholding),
        new SqliteReader(database),
        new SqliteUpkeep(database));
  }
}
