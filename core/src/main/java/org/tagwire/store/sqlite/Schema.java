package org.tagwire.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.sqlite.SQLiteDataSource;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Failpoints;
import org.tagwire.model.TagwireException;

/**
 * Brings a database file to the newest schema, one Flyway migration a transaction.
 *
 * <p>Flyway costs a second of CPU to load, so it is only woken when there is something to migrate.
 * Before an existing database is touched, a copy of it is left beside it.
 */
final class Schema {
  /** The number of the last migration on the class path. */
  static final int NEWEST = 15;

  private final Path file;
  private final Failpoints failpoints;

  Schema(Path file, Failpoints failpoints) {
    this.file = file;
    this.failpoints = failpoints;
  }

  void migrate() {
    migrate(NEWEST);
  }

  void migrate(int target) {
    int present = present();
    if (present > target) {
      throw new TagwireException(
          ErrorCode.NEWER_SCHEMA,
          file
              + " has schema "
              + present
              + ", written by a newer Tagwire; this one knows schemas up to "
              + target
              + ". Start the newer one, or restore the copy that it made (tagwire-before-v"
              + present
              + ".db)");
    }
    if (present == target) {
      return;
    }
    if (present > 0) {
      keepCopy(target);
    }
    if (present == 0) {
      Database.create(file);
    }
    try {
      flyway(target).migrate();
    } catch (FlywayException e) {
      throw new TagwireException(
          ErrorCode.STORE_FAILED,
          "the schema of "
              + file
              + " could not be brought from "
              + present
              + " to "
              + target
              + "; nothing of the failed step remains: "
              + e.getMessage(),
          e);
    }
  }

  /** Returns the number of the schema that is there, 0 for none. */
  int present() {
    if (!Files.exists(file)) {
      return 0;
    }
    try (Session session = Database.connect(file, false)) {
      boolean migrated =
          session.exists("SELECT 1 FROM sqlite_master WHERE name = 'flyway_schema_history'");
      return migrated
          ? (int)
              session.number(
                  "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success ="
                      + " 1")
          : 0;
    } catch (SQLException e) {
      throw Failures.of(file, e);
    }
  }

  private void keepCopy(int target) {
    Path copy = file.resolveSibling("tagwire-before-v" + target + ".db");
    try {
      // A copy from an attempt that was cut short may be half done; the database still holds the
      // old schema.
      Files.deleteIfExists(copy);
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.DISK, copy + " cannot be replaced; check its permissions", e);
    }
    new Backup(file).write(copy);
  }

  private Flyway flyway(int target) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    source.setJournalMode("WAL");
    source.setSynchronous("FULL");
    return Flyway.configure(Schema.class.getClassLoader())
        .dataSource(source)
        .locations("classpath:org/tagwire/store/sqlite")
        .target(MigrationVersion.fromVersion(Integer.toString(target)))
        .callbacks(new Steps(failpoints))
        .load();
  }

  /** Reaches the failpoint after each step. */
  private static final class Steps extends BaseCallback {
    private final Failpoints failpoints;

    Steps(Failpoints failpoints) {
      this.failpoints = failpoints;
    }

    @Override
    public boolean supports(Event event, Context context) {
      return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public void handle(Event event, Context context) {
      failpoints.reach(Failpoints.Point.MIGRATION_STEP);
    }
  }
}
