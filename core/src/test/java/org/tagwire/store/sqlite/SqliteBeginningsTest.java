package org.tagwire.store.sqlite;

import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Failpoints;
import org.tagwire.store.BeginningContract;
import org.tagwire.store.Store;

final class SqliteBeginningsTest extends BeginningContract {
  @TempDir Path directory;

  @Override
  protected Store open() {
    return SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(NOON));
  }
}
