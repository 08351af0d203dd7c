package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.engines.Engines;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Filter;
import org.tagwire.model.Observation;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.Placed;

class IndexerTest {
  @TempDir private Path directory;
  private Engines engines;

  @BeforeEach
  void open() {
    engines = Engines.embedded(directory, Failpoints.NONE, InstantSource.fixed(Samples.NOON));
  }

  @AfterEach
  void close() {
    engines.close();
  }

  @Test
  void callsAppliedOnlyWhatReadersCanSee() {
    place(1_200);
    Indexer indexer = new Indexer(engines.store().articles(), engines.index());

    boolean more = true;
    while (more) {
      more = indexer.advance();
      assertThat((long) engines.index().totals(Filter.ALL, Audience.OWNER).articles())
          .isEqualTo(indexer.applied());
    }

    assertThat(indexer.applied()).isEqualTo(1_200);
    assertThat(indexer.index()).isPresent();
  }

  @Test
  void showsASingleArticleAtOnce() {
    Indexer indexer = new Indexer(engines.store().articles(), engines.index());
    place(1);

    assertThat(indexer.advance()).isFalse();
    assertThat(indexer.applied()).isEqualTo(1);
  }

  @Test
  void commitsAllItHasTakenIn() {
    place(700);
    Indexer indexer = new Indexer(engines.store().articles(), engines.index());
    indexer.advance();
    indexer.commit();

    assertThat(engines.index().committed()).isEqualTo(500);
  }

  private void place(int count) {
    List<Reading> readings =
        IntStream.range(0, count)
            .mapToObj(i -> Samples.article("https://lantern.example/" + i).minutesAgo(i).reading())
            .toList();
    List<Placed> placed = new ArrayList<>();
    for (Reading reading : readings) {
      Placement placement = Samples.alone(reading);
      placed.add(
          new Placed(reading, placement, Samples.card(reading, placement), Observation.NONE));
    }
    engines
        .store()
        .articles()
        .accept(
            readings.stream()
                .map(r -> new Accepted(r, Optional.empty(), List.of(), false))
                .toList(),
            Optional.empty());
    engines.store().articles().place(placed);
  }
}
