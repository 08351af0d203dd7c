package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.extract.Furniture.Learned;
import org.tagwire.model.ArticleText;
import org.tagwire.model.ArticleText.BodySource;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.model.Paragraph;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.TagwireException;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.Placed;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

final class RelearnTest {
  private static final Domain LANTERN = new Domain("lantern.example");
  private static final String NOTE = "The Lantern is owned by those who read it by the sea.";

  @TempDir private Path directory;
  private Store store;
  private Desks desks;

  @BeforeEach
  void open() {
    store = SqliteStore.open(directory, Failpoints.NONE, InstantSource.fixed(Samples.NOON));
    desks = opened();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void countsWhatIsPlacedMeanwhileOnce() {
    place(0, 6);
    Desks.Relearning relearning = desks.relearn();
    place(6, 9);
    List<Learned> before = desks.furniture(LANTERN);

    relearning.fold(lessons(relearning));
    relearning.finish();

    assertThat(lessons(relearning)).hasSize(6);
    assertThat(before.getFirst().seen()).isEqualTo(9);
    assertThat(desks.furniture(LANTERN)).isEqualTo(before);
    assertThat(opened().furniture(LANTERN)).isEqualTo(before);
  }

  @Test
  void leavesWhatWasKnownAloneUntilItIsDone() {
    place(0, 6);
    List<Learned> before = desks.furniture(LANTERN);

    try (Desks.Relearning relearning = desks.relearn()) {
      relearning.fold(List.of());
    }

    assertThat(desks.furniture(LANTERN)).isEqualTo(before);
    assertThat(opened().furniture(LANTERN)).isEqualTo(before);
  }

  @Test
  void neverBringsBackWhatWasForgottenMeanwhile() {
    place(0, 6);
    Desks.Relearning relearning = desks.relearn();
    relearning.fold(lessons(relearning));

    assertThat(desks.forgetFurniture(LANTERN)).isTrue();

    assertThatThrownBy(relearning::finish)
        .isInstanceOf(TagwireException.class)
        .hasMessageContaining("give the command again");
    assertThat(desks.furniture(LANTERN)).isEmpty();
    assertThat(opened().furniture(LANTERN)).isEmpty();
  }

  @Test
  void goesThroughAllArticles() {
    place(0, 230);
    desks.forgetFurniture(LANTERN);
    long[] looked = {0};

    long taught = new Relearn(store.articles(), desks).run(done -> looked[0] = done);

    assertThat(taught).isEqualTo(230);
    assertThat(looked[0]).isEqualTo(230);
    assertThat(desks.furniture(LANTERN).getFirst().seen()).isCloseTo(230, within(1e-6));
  }

  private List<Observation> lessons(Desks.Relearning relearning) {
    return store
        .articles()
        .findAll(store.articles().walk(Optional.empty(), 100), Audience.OWNER)
        .stream()
        .flatMap(article -> relearning.lesson(article).stream())
        .toList();
  }

  private void place(int from, int to) {
    Desk desk =
        Desk.of(
            new Desk.Beat(Language.ENGLISH, 0),
            List.of(),
            new Cards(store.tags()),
            Optional.empty());
    for (int i = from; i < to; i++) {
      Reading reading = reading(i);
      store
          .articles()
          .accept(
              List.of(new Accepted(reading, Optional.empty(), List.of(), false)), Optional.empty());
      List<Placed> placed = List.of(desk.place(reading));
      desks.learn(placed, () -> store.articles().place(placed));
    }
  }

  private static Reading reading(int number) {
    Reading sample =
        Samples.article("https://lantern.example/" + number)
            .carrier(LANTERN.name())
            .order(Samples.NOON)
            .reading();
    ArticleText text =
        new ArticleText(
            "Boat " + number,
            "",
            "",
            List.of(
                Paragraph.of("Boat number " + number + " left the harbour with its lamps lit."),
                Paragraph.of("Boat number " + number + " is back with a hold of early apples."),
                Paragraph.of(NOTE)),
            "",
            List.of(),
            null,
            BodySource.PAGE);
    return new Reading(
        sample.id(),
        sample.url(),
        sample.announcement(),
        sample.credit(),
        sample.timing(),
        text,
        sample.understanding(),
        sample.limits(),
        sample.versions());
  }

  private Desks opened() {
    return new Desks(store, Optional.empty(), InstantSource.fixed(Samples.NOON));
  }
}
