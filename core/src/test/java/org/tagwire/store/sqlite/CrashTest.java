package org.tagwire.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tagwire.model.Samples.NOON;
import static org.tagwire.model.Samples.about;
import static org.tagwire.model.Samples.article;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Failpoints.Point;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.Shard;
import org.tagwire.model.Source;
import org.tagwire.model.Visibility;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.NewSource;
import org.tagwire.store.Placed;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.Store;

/**
 * Fails at each point in turn, opens again as after a crash, repeats what was not acknowledged, and
 * counts.
 */
final class CrashTest {
  private static final Reading READING =
      article("https://lantern.example/1").tags(about("Ada Quill")).reading();

  @TempDir Path directory;

  /** Ends the work the n-th time a point is reached. */
  private static final class Fuse implements Failpoints {
    private final Map<Point, Integer> left = new EnumMap<>(Point.class);

    Fuse(Point point, int times) {
      left.put(point, times);
    }

    @Override
    public void reach(Point point) {
      if (left.merge(point, -1, Integer::sum) == 0) {
        throw new Burnt();
      }
    }
  }

  private static final class Burnt extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_DB_COMMIT", "AFTER_DB_COMMIT"})
  void neitherLosesNorDoublesWhenAcceptingOrPlacingEndsEarly(Point point) {
    for (int times = 1; times <= 2; times++) {
      Path place = directory.resolve(point + "-" + times);
      Store doomed = open(place, new Fuse(point, times));
      doomed.sources().add(List.of(source()), NOON);
      assertThatThrownBy(() -> journey(doomed)).isInstanceOf(Burnt.class);
      try (Store again = open(place, Failpoints.NONE)) {
        assertThat(again.upkeep().check()).isEmpty();
        assertAllOrNothing(again, point, times);
        journey(again);
        assertWhole(again);
        journey(again);
        assertWhole(again);
      }
      doomed.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BEFORE_DB_COMMIT", "AFTER_DB_COMMIT"})
  void goesOnInTheSameProcessAfterAFailedTransaction(Point point) {
    try (Store store = open(directory, new Fuse(point, 1))) {
      store.sources().add(List.of(source()), NOON);
      assertThatThrownBy(() -> journey(store)).isInstanceOf(Burnt.class);
      journey(store);
      assertWhole(store);
    }
  }

  @ParameterizedTest
  @EnumSource(names = "CHECKPOINT")
  void losesNothingWhenACheckpointEndsEarly(Point point) {
    for (int times = 1; times <= 2; times++) {
      Path file = directory.resolve("checkpoint-" + times + ".db");
      new Schema(file, Failpoints.NONE).migrate();
      Database doomed = new Database(file, new Fuse(point, times));
      doomed.change(session -> Properties.put(session, "owner", "here"));
      assertThatThrownBy(doomed::checkpoint).isInstanceOf(Burnt.class);
      try (Database again = new Database(file, Failpoints.NONE)) {
        assertThat(again.<Optional<String>>read(session -> Properties.find(session, "owner")))
            .contains("here");
        assertThat(new SqliteUpkeep(again).check()).isEmpty();
      }
      doomed.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = "MIGRATION_STEP")
  void goesOnWhereAMigrationEnded(Point point) {
    for (int times = 1; times <= 2 * Migrations.numbers().size(); times++) {
      Path place = directory.resolve("migration-" + times);
      Fuse fuse = new Fuse(point, times);
      assertThatThrownBy(() -> open(place, fuse)).hasRootCauseInstanceOf(Burnt.class);
      try (Store again = open(place, Failpoints.NONE)) {
        again.sources().add(List.of(source()), NOON);
        journey(again);
        assertWhole(again);
      }
    }
  }

  private static Store open(Path place, Failpoints failpoints) {
    return SqliteStore.open(place, failpoints, InstantSource.fixed(NOON));
  }

  private static NewSource source() {
    return new NewSource(
        "https://lantern.example/feed",
        Source.Kind.FEED,
        "The Lantern",
        new Domain("lantern.example"),
        "",
        Visibility.PUBLIC,
        Source.PageFetching.AUTO);
  }

  private static void journey(Store store) {
    PollPlan next = PollPlan.first(NOON.plusSeconds(60), Duration.ofMinutes(30));
    PollRecord poll =
        new PollRecord(
            READING.announcement().source(), NOON, Duration.ofMillis(9), "fetched", "", 1, 1, next);
    store
        .articles()
        .accept(
            List.of(
                new ArticleStore.Accepted(
                    READING, Optional.of(Samples.raw(READING)), List.of(), false)),
            Optional.of(poll));
    Placement placement = Samples.alone(READING);
    store
        .articles()
        .place(
            List.of(
                new Placed(
                    READING, placement, Samples.card(READING, placement), Observation.NONE)));
  }

  private static void assertAllOrNothing(Store store, Point point, int times) {
    boolean accepted = point == Point.AFTER_DB_COMMIT || times == 2;
    boolean placed = point == Point.AFTER_DB_COMMIT && times == 2;
    assertThat(store.articles().findRaw(READING.id()).isPresent()).isEqualTo(accepted);
    assertThat(store.sources().lastPolls(READING.announcement().source()))
        .hasSize(accepted ? 1 : 0);
    assertThat(store.articles().pending(new Shard(Language.ENGLISH), 9))
        .hasSize(accepted && !placed ? 1 : 0);
    assertThat(store.articles().count()).isEqualTo(placed ? 1 : 0);
    assertThat(store.tags().count()).isEqualTo(placed ? 1 : 0);
  }

  private static void assertWhole(Store store) {
    assertThat(store.upkeep().check()).isEmpty();
    assertThat(store.articles().count()).isOne();
    assertThat(store.articles().lastChange()).isOne();
    assertThat(store.tags().count()).isOne();
    assertThat(store.sources().list(Audience.OWNER).getFirst().articles()).isOne();
    assertThat(store.articles().pendingShards()).isEmpty();
  }
}
