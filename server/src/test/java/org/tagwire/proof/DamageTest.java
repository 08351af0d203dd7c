package org.tagwire.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.engines.Engines;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Card;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.Language;
import org.tagwire.model.Page.Listing;
import org.tagwire.model.TagKey;
import org.tagwire.model.TagwireException;
import org.tagwire.newsstand.Newsstand;
import org.tagwire.newsstand.Options;
import org.tagwire.query.ListView;
import org.tagwire.query.Lists;
import org.tagwire.server.settings.SettingsReader;
import org.tagwire.server.works.Works;
import org.tagwire.store.sqlite.SqliteStore;

/** Files are lost and spoilt while nobody looks; then the node is opened again. */
final class DamageTest {
  private static final Instant NOW = Instant.parse("2031-05-14T14:00:00Z");

  @TempDir private static Path room;

  private static Newsstand stand;
  private static Path sound;

  @TempDir private Path shelf;

  @BeforeAll
  static void readTheNews() throws IOException {
    stand =
        Newsstand.open(
            new Provinces(), Options.at(() -> NOW).startingAt(NOW.minus(Duration.ofHours(2))));
    sound = room.resolve("sound");
    Rounds.prepare(sound, stand);
    try (Works works = open(sound)) {
      Rounds.complete(works, NOW);
    }
  }

  @AfterAll
  static void close() {
    stand.close();
  }

  @Test
  void rebuildsALostIndexAndAnswersFromTheStoreMeanwhile() throws IOException {
    Path directory = copy();
    empty(directory.resolve("index"), true);
    rebuilds(directory);
  }

  @Test
  void rebuildsAnIndexWithoutItsFiles() throws IOException {
    Path directory = copy();
    empty(directory.resolve("index"), false);
    rebuilds(directory);
  }

  @Test
  void rebuildsAnIndexWithACutFile() throws IOException {
    Path directory = copy();
    try (FileChannel file =
        FileChannel.open(largest(directory.resolve("index")), StandardOpenOption.WRITE)) {
      file.truncate(file.size() / 2);
    }
    rebuilds(directory);
  }

  @Test
  void rebuildsAnIndexWithFlippedBytes() throws IOException {
    for (double place : List.of(0.0, 0.3, 0.6, 0.9)) {
      Path directory = Rounds.copy(sound, shelf.resolve("flipped-" + place));
      flip(largest(directory.resolve("index")), place);
      rebuilds(directory);
    }
  }

  @Test
  void rebuildsAnIndexThatIsAheadOfItsStore() throws IOException {
    Path older = shelf.resolve("older");
    Rounds.prepare(older, stand);
    try (Works works = open(older)) {
      works
          .store()
          .upkeep()
          .putProperty("note", "an empty store, from an older copy of the directory");
    }
    Path directory = copy();
    Files.delete(directory.resolve(SqliteStore.FILE));
    Files.copy(older.resolve(SqliteStore.FILE), directory.resolve(SqliteStore.FILE));
    try (Works works = open(directory)) {
      works.settle((done, total) -> {});
      assertThat(works.index().orElseThrow().count()).isEqualTo(works.store().articles().count());
    }
  }

  @Test
  void refusesADamagedDatabaseAndNamesTheWayBack() throws IOException {
    Path directory = copy();
    Path file = directory.resolve(SqliteStore.FILE);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(
          ByteBuffer.wrap(
              "this is no database any more".repeat(20).getBytes(StandardCharsets.US_ASCII)),
          0);
    }
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> open(directory))
        .asInstanceOf(InstanceOfAssertFactories.throwable(TagwireException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.STORE_FAILED))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("tagwire restore");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void refusesADatabaseThatWasCutAndNamesTheWayBack() throws IOException {
    Path directory = copy();
    Path file = directory.resolve(SqliteStore.FILE);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 3);
    }
    assertThatThrownBy(
            () -> {
              try (Works works = open(directory)) {
                works.settle((done, total) -> {});
              }
            })
        .isInstanceOf(TagwireException.class)
        .hasMessageContaining("tagwire restore");
  }

  @Test
  void refusesTheSchemaOfANewerTagwireAndChangesNothing() throws IOException, SQLException {
    Path directory = copy();
    Path file = directory.resolve(SqliteStore.FILE);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO flyway_schema_history SELECT installed_rank + 1000, '900', 'from the"
              + " future', type, script, checksum, installed_by, installed_on, execution_time, 1"
              + " FROM flyway_schema_history ORDER BY 1 DESC LIMIT 1");
    }
    byte[] before = Files.readAllBytes(file);
    assertThatThrownBy(() -> open(directory))
        .asInstanceOf(InstanceOfAssertFactories.throwable(TagwireException.class))
        .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NEWER_SCHEMA))
        .hasMessageContaining("schema 900");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  private Path copy() throws IOException {
    return Rounds.copy(sound, shelf.resolve("copy"));
  }

  /**
   * At the beginning the index is away and lists come from the store; at the end both say the same.
   */
  private static void rebuilds(Path directory) {
    List<ArticleId> wanted = newest(sound);
    try (Engines engines = Engines.embedded(directory, Failpoints.NONE, () -> NOW)) {
      assertThat(engines.indexNote()).isNotEmpty();
      assertThat(engines.index().count()).isZero();
      Lists lists = new Lists(engines.store().articles(), engines.store().tags(), Optional::empty);
      assertThat(ids(lists)).isEqualTo(wanted);
    }
    try (Works works = open(directory)) {
      Lists lists = new Lists(works.store().articles(), works.store().tags(), works::index);
      assertThat(ids(lists)).isEqualTo(wanted);
      works.settle((done, total) -> {});
      assertThat(ids(lists)).isEqualTo(wanted);
      assertThat(works.degraded()).isEmpty();
      new Oracle(works.store(), works.index().orElseThrow())
          .holds(Provinces.addresses(stand.dateline()));
    }
  }

  private static List<ArticleId> newest(Path directory) {
    try (Works works = open(directory)) {
      works.settle((done, total) -> {});
      return ids(new Lists(works.store().articles(), works.store().tags(), works::index));
    }
  }

  private static List<ArticleId> ids(Lists lists) {
    ListView view = ListView.of(Audience.OWNER, Language.ENGLISH);
    return Stream.of(Filter.ALL, Filter.tag(TagKey.of("Orla Venn")))
        .flatMap(filter -> lists.page(filter, view).listings().stream())
        .map(Listing::card)
        .map(Card::id)
        .toList();
  }

  private static Path largest(Path index) throws IOException {
    try (Stream<Path> files = Files.list(index)) {
      return files.max(Comparator.comparingLong(f -> f.toFile().length())).orElseThrow();
    }
  }

  private static void flip(Path file, double place) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int at = (int) (bytes.length * place);
    for (int i = at; i < Math.min(at + 16, bytes.length); i++) {
      bytes[i] ^= (byte) 0xff;
    }
    Files.write(file, bytes);
  }

  private static void empty(Path folder, boolean itselfToo) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (itselfToo || !file.equals(folder)) {
          Files.delete(file);
        }
      }
    }
  }

  private static Works open(Path directory) {
    return Works.open(
        new Works.Surroundings(
            directory,
            SettingsReader.read(directory, Map.of(), Map.of()),
            () -> NOW,
            Failpoints.NONE));
  }
}
