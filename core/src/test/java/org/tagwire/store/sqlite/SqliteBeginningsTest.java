package org.tagwire.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.about;
import static org.tagwire.model.Samples.article;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.store.BeginningContract;
import org.tagwire.store.Store;

final class SqliteBeginningsTest extends BeginningContract {
  @TempDir Path directory;

  @Override
  protected Store open() {
    return SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(NOON));
  }

  @Test
  void notesTheNamesOfAStoreFromBeforeTheyWereNoted() throws SQLException {
    publish(article("https://a.example/1").tags(about("Ada Quill")));
    store.close();
    try (Session session = Database.connect(directory.resolve(SqliteStore.FILE), false)) {
      session.run("DELETE FROM name_word");
    }
    store = open();
    assertThat(store.tags().beginning("qui", Audience.PUBLIC, 5)).hasSize(1);
    assertThat(store.sources().publishers("lant", 5)).hasSize(1);
  }
}
