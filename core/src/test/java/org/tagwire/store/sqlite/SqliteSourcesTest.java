package org.tagwire.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Visibility;
import org.tagwire.store.DueSource;
import org.tagwire.store.NewSource;
import org.tagwire.store.SourceStoreContract;
import org.tagwire.store.Store;

final class SqliteSourcesTest extends SourceStoreContract {
  @TempDir Path directory;

  @Test
  void claimsByTheIndexWithoutSorting() throws SQLException {
    try (Session session = Database.connect(directory.resolve(SqliteStore.FILE), false)) {
      List<String> steps =
          session.list(
              "EXPLAIN QUERY PLAN " + SqliteSources.CLAIM, row -> row.getString(4), 0L, 9L);
      assertThat(steps).first().asString().contains("SEARCH c USING INDEX schedule_ready");
      assertThat(steps).noneMatch(step -> step.contains("SCAN") || step.contains("B-TREE"));
    }
  }

  /** Twenty-two claims and records a second are what fifty thousand sources need. */
  @Test
  void claimsAndRecordsWithEaseAmongFiftyThousand() {
    List<NewSource> many =
        IntStream.range(0, 50_000)
            .mapToObj(i -> feed("https://h" + i + ".example/feed", Visibility.PUBLIC))
            .toList();
    store.sources().add(many, NOON);
    long begun = System.nanoTime();
    int polls = 0;
    for (int round = 0; round < 20; round++) {
      List<DueSource> due = store.sources().claimDue(NOON, Duration.ofMinutes(15), 100);
      store
          .sources()
          .record(
              due.stream().map(d -> poll(d.source().id(), NOON, NOON.plusSeconds(9_000))).toList());
      polls += due.size();
    }
    double second = (System.nanoTime() - begun) / 1e9;
    System.out.printf(
        Locale.ROOT, "claimed and recorded among 50,000: %.0f polls a second%n", polls / second);
    assertThat(polls).isEqualTo(2_000);
    assertThat(polls / second).isGreaterThan(220);
  }

  @Override
  protected Store open() {
    return SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(NOON));
  }
}
