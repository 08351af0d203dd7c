package org.tagwire.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tagwire.model.Samples.NOON;
import static org.tagwire.model.Samples.article;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tagwire.model.Audience;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Failpoints.Point;
import org.tagwire.model.Filter;
import org.tagwire.model.ListQuery;
import org.tagwire.model.Observation;
import org.tagwire.model.Page;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.TagKey;
import org.tagwire.model.WatchedName;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.Placed;
import org.tagwire.store.Store;
import org.tagwire.store.sqlite.SqliteStore;

class WatchDeskTest {
  private static final WatchedName QUELL = WatchedName.of("Quell");

  @TempDir Path directory;

  private Store open(Failpoints failpoints) {
    return SqliteStore.open(directory, failpoints, InstantSource.fixed(NOON));
  }

  private static WatchDesk desk(Store store) {
    return new WatchDesk(store.watch(), store.articles()::lastChange, () -> {});
  }

  /** Publishes articles of which every third says the name. */
  private static void publish(Store store, int from, int to) {
    List<Accepted> accepted = new ArrayList<>();
    List<Placed> placed = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String body = i % 3 == 0 ? "The head of Quell's board spoke." : "Rain fell on the harbour.";
      Reading reading = article("https://a.example/" + i).minutesAgo(i).body(body).reading();
      Placement alone = Samples.alone(reading);
      accepted.add(new Accepted(reading, Optional.empty(), List.of(), false));
      placed.add(new Placed(reading, alone, Samples.card(reading, alone), Observation.NONE));
    }
    store.articles().accept(accepted, Optional.empty());
    store.articles().place(placed);
  }

  private static int tagged(Store store) {
    Page page =
        store
            .articles()
            .list(new ListQuery(Filter.tag(TagKey.of("Quell")), Audience.OWNER, null, 200, false));
    return page.listings().size();
  }

  private static void work(WatchDesk desk) {
    while (desk.advance()) {
      // until there is nothing left to look at
    }
  }

  @Test
  void findsWhatIsThereAlreadyAndWhatComesLater() {
    try (Store store = open(Failpoints.NONE)) {
      publish(store, 0, 150);
      WatchDesk desk = desk(store);
      work(desk);
      store.watch().set(List.of(QUELL), NOON);
      assertThat(desk.isDone()).isFalse();
      work(desk);
      assertThat(desk.isDone()).isTrue();
      assertThat(tagged(store)).isEqualTo(50);
      assertThat(desk.progress().looked()).isEqualTo(150);
      publish(store, 150, 180);
      assertThat(desk.isFollowed()).isFalse();
      work(desk);
      assertThat(desk.isFollowed()).isTrue();
      assertThat(tagged(store)).isEqualTo(60);
    }
  }

  @Test
  void takesOffWhatIsWatchedNoLonger() {
    try (Store store = open(Failpoints.NONE)) {
      publish(store, 0, 150);
      store.watch().set(List.of(QUELL, WatchedName.of("Rain")), NOON);
      WatchDesk desk = desk(store);
      work(desk);
      store.watch().remove(QUELL.key());
      assertThat(desk.isDone()).isFalse();
      work(desk);
      assertThat(desk.isDone()).isTrue();
      assertThat(tagged(store)).isZero();
      assertThat(store.watch().latest(Optional.empty(), 200).listings()).hasSize(100);
      store.watch().remove(TagKey.of("Rain"));
      work(desk);
      assertThat(store.watch().latest(Optional.empty(), 200).listings()).isEmpty();
      assertThat(desk.isDone()).isTrue();
    }
  }

  /** Ends the work in the middle of the way back, again and again. */
  @ParameterizedTest
  @EnumSource(names = {"BEFORE_DB_COMMIT", "AFTER_DB_COMMIT"})
  void goesOnWhereItWasKilledAndNeitherMissesNorDoubles(Point killed) {
    try (Store store = open(Failpoints.NONE)) {
      publish(store, 0, 400);
      store.watch().set(List.of(QUELL), NOON);
    }
    boolean whole = false;
    for (int round = 0; !whole; round++) {
      assertThat(round).as("it makes way in every round").isLessThan(20);
      AtomicInteger left = new AtomicInteger(killed == Point.BEFORE_DB_COMMIT ? 3 : 2);
      Store store = open(point -> burn(point == killed && left.decrementAndGet() <= 0));
      WatchDesk desk = desk(store);
      try {
        work(desk);
        whole = desk.isDone();
      } catch (IllegalStateException burnt) {
        assertThat(burnt).hasMessage("burnt");
      } finally {
        store.close();
      }
    }
    try (Store store = open(Failpoints.NONE)) {
      assertThat(tagged(store)).isEqualTo(134);
      assertThat(store.watch().progress().looked()).isEqualTo(400);
      assertThat(store.articles().lastChange()).isEqualTo(400 + 134);
      assertThat(store.upkeep().check()).isEmpty();
    }
  }

  private static void burn(boolean now) {
    if (now) {
      throw new IllegalStateException("burnt");
    }
  }

  @Test
  void goesOnAfterAStoreThatFailed() {
    AtomicInteger left = new AtomicInteger(1);
    try (Store store = open(Failpoints.NONE)) {
      publish(store, 0, 60);
      store.watch().set(List.of(QUELL), NOON);
    }
    try (Store store =
        open(p -> burn(p == Point.BEFORE_DB_COMMIT && left.getAndDecrement() == 1))) {
      WatchDesk desk = desk(store);
      assertThatThrownBy(() -> work(desk)).hasMessage("burnt");
      work(desk);
      assertThat(tagged(store)).isEqualTo(20);
      assertThat(desk.isDone()).isTrue();
    }
  }
}
