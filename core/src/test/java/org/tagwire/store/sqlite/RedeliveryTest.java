package org.tagwire.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tagwire.model.ArticleId;
import org.tagwire.model.Audience;
import org.tagwire.model.Domain;
import org.tagwire.model.Failpoints;
import org.tagwire.model.Observation;
import org.tagwire.model.PollHints;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;
import org.tagwire.model.Source;
import org.tagwire.model.Visibility;
import org.tagwire.store.ArticleStore.Accepted;
import org.tagwire.store.NewSource;
import org.tagwire.store.Placed;
import org.tagwire.store.PollPlan;
import org.tagwire.store.PollRecord;
import org.tagwire.store.SourceStatus;
import org.tagwire.store.Store;

/**
 * Case O013 of the hostile set: whatever is delivered twice or thrice, and in another order, leaves
 * the store as if it had come once and in order. {@code -Dtagwire.seed} repeats a run.
 */
final class RedeliveryTest {
  private static final long SEED = Long.getLong("tagwire.seed", new Random().nextLong());
  private static final Instant NOON = Samples.NOON;
  private static final int ARTICLES = 300;
  private static final int WINDOW = 100;

  @TempDir Path directory;

  @Test
  void endsTheSameHoweverOftenAndInWhateverOrderThingsAreDelivered() {
    List<Runnable> once = new ArrayList<>();
    Random random = new Random(SEED);
    try (Store orderly = open("orderly");
        Store unruly = open("unruly")) {
      List<Runnable> many = new ArrayList<>();
      for (int i = 0; i < ARTICLES; i++) {
        once.add(delivery(orderly, i));
        Runnable again = delivery(unruly, i);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
          many.add(again);
        }
      }
      for (int from = 0; from < many.size(); from += WINDOW) {
        Collections.shuffle(many.subList(from, Math.min(many.size(), from + WINDOW)), random);
      }
      once.forEach(Runnable::run);
      many.forEach(Runnable::run);
      place(orderly, 1);
      place(unruly, 3);

      assertThat(state(unruly)).as("seed %d", SEED).isEqualTo(state(orderly));
      assertThat(state(orderly)).hasSize(ARTICLES);
      assertThat(schedule(unruly)).as("seed %d", SEED).isEqualTo(schedule(orderly));
    }
  }

  /** One poll of a source of its own that brings one article, as often as it may come. */
  private static Runnable delivery(Store store, int number) {
    String url = "https://h" + number + ".example/article";
    NewSource source =
        new NewSource(
            "https://h" + number + ".example/feed",
            Source.Kind.FEED,
            "",
            new Domain("h" + number + ".example"),
            "",
            Visibility.PUBLIC,
            Source.PageFetching.AUTO);
    var id = store.sources().add(List.of(source), NOON).getFirst();
    Reading reading = Samples.article(url).reading();
    PollPlan next =
        new PollPlan(
            NOON.plusSeconds(900 + number),
            Duration.ofMinutes(15),
            "\"" + number + "\"",
            null,
            0,
            null,
            PollHints.NONE);
    PollRecord poll = new PollRecord(id, NOON, Duration.ofMillis(9), "fetched", "", 1, 1, next);
    Accepted accepted = new Accepted(reading, Optional.of(Samples.raw(reading)), List.of(), false);
    return () -> store.articles().accept(List.of(accepted), Optional.of(poll));
  }

  private static void place(Store store, int times) {
    List<Placed> placed =
        store.articles().pendingShards().stream()
            .flatMap(shard -> store.articles().pending(shard, 2 * ARTICLES).stream())
            .map(
                reading ->
                    new Placed(
                        reading,
                        Samples.alone(reading),
                        Samples.card(reading, Samples.alone(reading)),
                        Observation.NONE))
            .toList();
    for (int i = 0; i < times; i++) {
      store.articles().place(placed);
    }
  }

  private static Map<String, ArticleId> state(Store store) {
    List<String> urls =
        IntStream.range(0, ARTICLES).mapToObj(i -> "https://h" + i + ".example/article").toList();
    assertThat(store.articles().pendingShards()).isEmpty();
    assertThat(store.articles().lastChange()).isEqualTo(ARTICLES);
    return new HashMap<>(store.articles().findByUrls(urls));
  }

  private static Map<String, String> schedule(Store store) {
    return store.sources().list(Audience.OWNER).stream()
        .collect(
            Collectors.toMap(
                status -> status.source().url(),
                status -> told(status) + store.sources().lastPolls(status.source().id()).size()));
  }

  private static String told(SourceStatus status) {
    return status.state() + " " + status.plan() + " " + status.articles() + " ";
  }

  private Store open(String name) {
    Path folder = directory.resolve(name);
    assertThat(folder.toFile().mkdir()).isTrue();
    return SqliteStore.open(folder, Failpoints.NONE, InstantSource.fixed(NOON));
  }
}
