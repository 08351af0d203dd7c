package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Knowledge.Scope;
import org.tagwire.model.Observation;
import org.tagwire.model.Observation.Sighting;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

class LearnedCountsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final Scope NAMES = new Scope("hashtag:names", "en");

  @TempDir Path directory;

  @Test
  void countsWhatWasSeenNowFully() {
    try (Store store = open()) {
      LearnedCounts counts = LearnedCounts.load(store.knowledge(), NOW);

      counts.fold(List.of(seen("ada quill", NOW), seen("ada quill", NOW)), NOW);

      assertThat(counts.now().count(NAMES, "ada quill")).isCloseTo(2, within(1e-9));
      assertThat(counts.now().count(NAMES, "nobody")).isZero();
    }
  }

  @Test
  void letsWhatWasSeenAHalfLifeAgoCountHalf() {
    try (Store store = open()) {
      LearnedCounts counts = LearnedCounts.load(store.knowledge(), NOW);
      Instant before = NOW.minus(LearnedCounts.HALF_LIFE);

      counts.fold(List.of(seen("ada quill", before)), before);
      counts.fold(List.of(seen("tomas reed", NOW)), NOW);

      assertThat(counts.now().count(NAMES, "ada quill")).isCloseTo(0.5, within(1e-9));
    }
  }

  @Test
  void leavesASnapshotAlreadyHandedOutAsItWas() {
    try (Store store = open()) {
      LearnedCounts counts = LearnedCounts.load(store.knowledge(), NOW);
      Knowledge before = counts.now();

      counts.fold(List.of(seen("ada quill", NOW)), NOW);

      assertThat(before.count(NAMES, "ada quill")).isZero();
    }
  }

  @Test
  void keepsItsCountsThroughACompactionAndARestart() {
    try (Store store = open()) {
      LearnedCounts counts = LearnedCounts.load(store.knowledge(), NOW);
      counts.fold(List.of(seen("ada quill", NOW)), NOW);
      counts.compact(store.knowledge());

      assertThat(counts.now().count(NAMES, "ada quill")).isCloseTo(1, within(1e-9));
    }
  }

  private static Observation seen(String name, Instant when) {
    return LearnedCounts.weigh(new Observation(List.of(new Sighting(NAMES, name, 1))), when);
  }

  private Store open() {
    return SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(NOW));
  }
}
