package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.embedding.Embedder;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Language;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.StoryId;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

class DeskTest {
  private final Reading first =
      Samples.article("https://lantern.example/1").minutesAgo(5).reading();
  private final Reading copy =
      Samples.article("https://beacon.example/1").carrier("beacon.example").reading();

  @TempDir private Path directory;

  @Test
  void leavesTextsAloneThatNothingIsToBeUnderstoodOf() {
    Placement placement = placeOfTheCopy(Optional.empty());

    assertThat(placement.findCopyOf()).isEmpty();
    assertThat(placement.story()).isEqualTo(new StoryId(copy.id()));
  }

  @Test
  void putsACopyIntoTheStoryOfItsText() {
    assertThat(placeOfTheCopy(Optional.of(new Analyst(Embedder.none()))).story())
        .isEqualTo(new StoryId(first.id()));
  }

  private Placement placeOfTheCopy(Optional<Analyst> analyst) {
    try (Store store =
        SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(Samples.NOON))) {
      Desk desk =
          Desk.of(new Desk.Beat(Language.ENGLISH, 0), List.of(), new Cards(store.tags()), analyst);
      desk.place(first);
      return desk.place(copy).placement();
    }
  }
}
