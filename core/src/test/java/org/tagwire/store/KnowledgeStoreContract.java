package org.tagwire.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.model.Samples.article;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Observation;
import org.tagwire.model.Reading;
import org.tagwire.model.Samples;

/** Learned counts, whatever the engine. */
public abstract class KnowledgeStoreContract extends StoreContract {
  private static final Knowledge.Scope NAMES = new Knowledge.Scope("hashtag:names", "en");

  @Test
  void keepsObservationsInTheOrderOfPlacing() {
    observe("https://a.example/1", "Ada Quill");
    observe("https://a.example/2", "Ben Ode");
    KnowledgeStore.Kept kept = store.knowledge().load();
    assertThat(kept.snapshot()).isEmpty();
    assertThat(kept.since()).containsExactly(seen("Ada Quill"), seen("Ben Ode"));
    assertThat(kept.upTo()).isEqualTo(store.articles().lastChange());
  }

  @Test
  void countsNothingTwiceWhenAPlacementIsRepeated() {
    Reading reading = observe("https://a.example/1", "Ada Quill");
    place(
        new Placed(
            reading,
            Samples.alone(reading),
            Samples.card(reading, Samples.alone(reading)),
            seen("Ada Quill")));
    assertThat(store.knowledge().load().since()).hasSize(1);
  }

  @Test
  void replacesWhatASnapshotContainsAndKeepsWhatCameAfter() {
    observe("https://a.example/1", "Ada Quill");
    long upTo = store.knowledge().load().upTo();
    observe("https://a.example/2", "Ben Ode");
    Map<Knowledge.Scope, Map<String, Double>> snapshot = Map.of(NAMES, Map.of("Ada Quill", 1.25));
    store.knowledge().compact(snapshot, upTo);
    KnowledgeStore.Kept kept = store.knowledge().load();
    assertThat(kept.snapshot()).isEqualTo(snapshot);
    assertThat(kept.since()).containsExactly(seen("Ben Ode"));
    store.knowledge().compact(snapshot, kept.upTo());
    assertThat(store.knowledge().load().since()).isEmpty();
    assertThat(store.knowledge().load().upTo()).isEqualTo(kept.upTo());
  }

  @Test
  void forgetsOneScopeWhereverItIsKept() {
    Knowledge.Scope other = new Knowledge.Scope("hashtag:names", "de");
    observe("https://a.example/1", "Ada Quill");
    store
        .knowledge()
        .compact(Map.of(NAMES, Map.of("Ada Quill", 1.0), other, Map.of("Ben Ode", 2.0)), 0);
    store.knowledge().forget(other);
    assertThat(store.knowledge().load().snapshot()).containsOnlyKeys(NAMES);
    assertThat(store.knowledge().load().since()).containsExactly(seen("Ada Quill"));
    store.knowledge().forget(NAMES);
    assertThat(store.knowledge().load().snapshot()).isEmpty();
    assertThat(store.knowledge().load().since())
        .allSatisfy(observation -> assertThat(observation.sightings()).isEmpty());
  }

  private Reading observe(String url, String name) {
    Reading reading = article(url).reading();
    accept(reading);
    place(
        new Placed(
            reading,
            Samples.alone(reading),
            Samples.card(reading, Samples.alone(reading)),
            seen(name)));
    return reading;
  }

  private static Observation seen(String name) {
    return new Observation(List.of(new Observation.Sighting(NAMES, name, 0.5)));
  }
}
