package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.extract.Furniture;
import org.tagwire.hashtag.Tagger;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Knowledge.Scope;
import org.tagwire.model.Observation;
import org.tagwire.model.Observation.Sighting;
import org.tagwire.model.Paragraph;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

class LearnedCountsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  private static final Scope NAMES = new Scope("hashtag:names", "en");

  /** What may wait to be merged. */
  private static final int FRESH = 20_000;

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
  void tellsTheShortFormsThatBeginSoBeforeAndAfterACompaction() {
    Scope forms = new Scope(Tagger.FORMS, "en");
    try (Store store = open()) {
      LearnedCounts counts = LearnedCounts.load(store.knowledge(), NOW);
      Observation seen =
          new Observation(
              List.of(
                  new Sighting(forms, "quill=Ada Quill", 1),
                  new Sighting(forms, "quillon=Tomas Quillon", 1)));
      counts.fold(List.of(LearnedCounts.weigh(seen, NOW)), NOW);
      counts.compact(store.knowledge());
      counts.fold(List.of(LearnedCounts.weigh(seen, NOW)), NOW);

      assertThat(counts.now().beginning(forms, "quill=")).containsOnlyKeys("quill=Ada Quill");
      assertThat(counts.now().beginning(forms, "quill=").get("quill=Ada Quill"))
          .isCloseTo(2, within(1e-9));
      assertThat(counts.now().beginning(NAMES, "quill=")).isEmpty();
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

  @Test
  void keepsThePagesOfOnePublisherFromGrowingWithoutBound() {
    try (Store store = open()) {
      LearnedCounts counts = LearnedCounts.load(store.knowledge(), NOW);
      Domain flood = new Domain("flood.example");
      Domain calm = new Domain("calm.example");
      String note = "The Calm is owned by its readers, who choose the editor anew each spring.";
      for (int page = 0; page < 20; page++) {
        counts.fold(List.of(LearnedCounts.weigh(lesson(calm, page, List.of(note)), NOW)), NOW);
      }
      for (int page = 0; page < 4_000; page += 40) {
        List<Observation> batch = new ArrayList<>();
        for (int i = page; i < page + 40; i++) {
          batch.add(LearnedCounts.weigh(lesson(flood, i, List.of()), NOW));
        }
        counts.fold(batch, NOW);
      }
      counts.compact(store.knowledge());

      assertThat(counts.all(Furniture.scope(flood)))
          .hasSizeLessThanOrEqualTo(LearnedCounts.MOST_PER_PUBLISHER + FRESH);
      assertThat(Furniture.learned(counts.all(Furniture.scope(calm))).getFirst().known()).isTrue();
    }
  }

  private static Observation lesson(Domain publisher, int page, List<String> notes) {
    List<Paragraph> body = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      body.add(Paragraph.of("Sentence " + i + " of page " + page + " at " + publisher.name()));
    }
    notes.forEach(note -> body.add(Paragraph.of(note)));
    return Furniture.lesson(publisher, "page-" + page, body);
  }

  private static Observation seen(String name, Instant when) {
    return LearnedCounts.weigh(new Observation(List.of(new Sighting(NAMES, name, 1))), when);
  }

  private Store open() {
    return SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(NOW));
  }
}
