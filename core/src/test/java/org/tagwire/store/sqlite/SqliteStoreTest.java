package org.tagwire.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.tagwire.model.Samples.NOON;
import static org.tagwire.model.Samples.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.TagwireException;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.Store;

/** What is SQLite's own: schema, backup, damage, and the disk. */
final class SqliteStoreTest {
  @TempDir Path directory;

  @Test
  void keepsEverythingAcrossClosingAndOpening() {
    Reading reading = article("https://lantern.example/1").reading();
    try (Store store = open()) {
      store.articles().accept(List.of(accepted(reading)), Optional.empty());
      store.upkeep().putProperty("secret", "s3");
    }
    try (Store store = open()) {
      assertThat(store.articles().findRaw(reading.id())).isPresent();
      assertThat(store.upkeep().findProperty("secret")).contains("s3");
      assertThat(store.upkeep().findProperty("other")).isEmpty();
    }
  }

  @Test
  void refusesANewerSchemaNamingBoth() throws SQLException {
    open().close();
    try (Session session = Database.connect(file(), false)) {
      session.run(
          "INSERT INTO flyway_schema_history SELECT 99, '99', description, type, 'V99__x.sql',"
              + " checksum, installed_by, installed_on, execution_time, success"
              + " FROM flyway_schema_history WHERE version = '1'");
    }
    assertThatThrownBy(this::open)
        .asInstanceOf(type(TagwireException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NEWER_SCHEMA))
        .satisfies(
            e ->
                assertThat(e)
                    .hasMessageContaining("99")
                    .hasMessageContaining("up to " + Schema.NEWEST));
  }

  @Test
  void leavesACopyOfTheOldSchemaBeforeItMigrates() {
    new Schema(file(), Failpoints.NONE).migrate(2);
    open().close();
    Path copy = directory.resolve("tagwire-before-v" + Schema.NEWEST + ".db");
    assertThat(new Schema(copy, Failpoints.NONE).present()).isEqualTo(2);
    assertThat(new Schema(file(), Failpoints.NONE).present()).isEqualTo(Schema.NEWEST);
  }

  @Test
  void makesNoCopyOfADatabaseThatIsNew() {
    open().close();
    assertThat(directory.resolve("tagwire-before-v" + Schema.NEWEST + ".db")).doesNotExist();
  }

  @Test
  void knowsTheNumberOfItsLastMigration() {
    assertThat(Migrations.numbers()).endsWith(Schema.NEWEST).doesNotHaveDuplicates();
  }

  @Test
  void backsUpWhileWritesGoOn() {
    Path copies = directory.resolve("copies");
    try (Store store = open()) {
      store
          .articles()
          .accept(List.of(accepted(article("https://a.example/1").reading())), Optional.empty());
      assertThat(copies.toFile().mkdir()).isTrue();
      store.upkeep().backup(copies.resolve(SqliteStore.FILE));
      store
          .articles()
          .accept(List.of(accepted(article("https://a.example/2").reading())), Optional.empty());
      assertThatThrownBy(() -> store.upkeep().backup(copies.resolve(SqliteStore.FILE)))
          .hasMessageContaining("is there already");
    }
    try (Store copy = SqliteStore.open(copies, Failpoints.NONE, InstantSource.fixed(NOON))) {
      assertThat(copy.upkeep().check()).isEmpty();
      assertThat(copy.articles().findByUrls(List.of("https://a.example/1", "https://a.example/2")))
          .hasSize(1);
    }
  }

  @Test
  void measuresItsParts() {
    try (Store store = open()) {
      assertThat(store.upkeep().sizes())
          .containsKeys("articles", "texts", "raw", "tags", "sources")
          .allSatisfy((part, bytes) -> assertThat(bytes).isPositive());
    }
  }

  @Test
  void namesTheRestoreCommandWhenTheFileIsDamaged() throws IOException {
    Files.write(file(), "this is no database at all".repeat(400).getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(this::open)
        .asInstanceOf(type(TagwireException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_FAILED))
        .satisfies(e -> assertThat(e).hasMessageContaining("tagwire restore"));
  }

  @Test
  void findsDamageWhenItChecks() throws IOException {
    try (Store store = open()) {
      for (int i = 0; i < 40; i++) {
        store
            .articles()
            .accept(
                List.of(accepted(article("https://a.example/" + i).reading())), Optional.empty());
      }
    }
    byte[] bytes = Files.readAllBytes(file());
    for (int at = bytes.length / 2; at < bytes.length / 2 + 30_000; at++) {
      bytes[at] ^= 0x55;
    }
    Files.write(file(), bytes);
    assertThat(complaints()).isNotEmpty();
  }

  private List<String> complaints() {
    try (Store store = open()) {
      return store.upkeep().check();
    } catch (TagwireException e) {
      return List.of(e.getMessage());
    }
  }

  @Test
  void blamesTheDiskWhenItIsFull() throws SQLException {
    open().close();
    try (Session session = Database.connect(file(), false)) {
      session.number("PRAGMA max_page_count = 1");
      assertThatThrownBy(() -> fill(session))
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> assertThat(Failures.of(file(), e).code()).isEqualTo(ErrorCode.DISK));
    }
  }

  private static void fill(Session session) throws SQLException {
    for (int i = 0; i < 100; i++) {
      Properties.put(session, "key " + i, "value".repeat(2_000));
    }
  }

  @Test
  void letsManyThreadsReadAndWrite() throws Exception {
    try (Store store = open();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> done = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Reading reading = article("https://a.example/" + i % 20).reading();
        done.add(
            threads.submit(
                () -> {
                  store.articles().accept(List.of(accepted(reading)), Optional.empty());
                  return store.articles().findByUrls(List.of(reading.url()));
                }));
      }
      for (Future<?> one : done) {
        assertThat(one.get()).isNotNull();
      }
      assertThat(store.articles().pending(Samples.shard(), 100))
          .extracting(Reading::url)
          .doesNotHaveDuplicates()
          .hasSize(20);
      assertThat(store.upkeep().check()).isEmpty();
    }
  }

  private Store open() {
    return SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(NOON));
  }

  private Path file() {
    return directory.resolve(SqliteStore.FILE);
  }

  private static ArticleStore.Accepted accepted(Reading reading) {
    return new ArticleStore.Accepted(reading, Optional.of(Samples.raw(reading)), List.of(), false);
  }
}
