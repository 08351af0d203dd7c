package org.tagwire.server.works;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.engines.Engines;
import org.tagwire.ingest.Archivist;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Observation;
import org.tagwire.model.Reading;
import org.tagwire.model.Retention;
import org.tagwire.model.Samples;
import org.tagwire.store.ArticleStore;
import org.tagwire.store.ArticleStore.Lookup;
import org.tagwire.store.Placed;
import org.tagwire.store.Store;

class HousekeepingTest {

  @Test
  void withdrawsWhatItsPublisherHasEnded(@TempDir Path directory) {
    Instant end = Samples.NOON.plusSeconds(60);
    Reading ends = Samples.article("https://lantern.example/ends").endsAt(end).reading();
    Reading stays = Samples.article("https://lantern.example/stays").reading();
    AtomicInteger told = new AtomicInteger();
    try (Engines engines =
        Engines.embedded(directory, Failpoints.NONE, InstantSource.fixed(Samples.NOON))) {
      ArticleStore articles = engines.store().articles();
      for (Reading reading : List.of(ends, stays)) {
        articles.accept(
            List.of(new ArticleStore.Accepted(reading, Optional.empty(), List.of(), false)),
            Optional.empty());
        articles.place(
            List.of(
                new Placed(
                    reading,
                    Samples.alone(reading),
                    Samples.card(reading, Samples.alone(reading)),
                    Observation.NONE)));
      }
      housekeeping(engines.store(), end.minusMillis(1), told).round();
      assertThat(find(articles, ends.id())).isInstanceOf(Lookup.Found.class);

      housekeeping(engines.store(), end, told).round();
      assertThat(find(articles, ends.id())).isInstanceOf(Lookup.Withdrawn.class);
      assertThat(find(articles, stays.id())).isInstanceOf(Lookup.Found.class);
      assertThat(told).hasValue(1);
    }
  }

  private static Housekeeping housekeeping(Store store, Instant now, AtomicInteger told) {
    InstantSource clock = InstantSource.fixed(now);
    Archivist archivist = new Archivist(store.archive(), Retention.FOREVER, () -> 0L, clock);
    return new Housekeeping(store, archivist, told::incrementAndGet, Duration.ofDays(14), clock);
  }

  private static Lookup find(ArticleStore articles, ArticleId id) {
    return articles.find(id, Audience.PUBLIC);
  }
}
