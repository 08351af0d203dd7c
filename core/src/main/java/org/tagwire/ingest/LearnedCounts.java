package org.tagwire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Observation;
import org.tagwire.model.Observation.Sighting;
import org.tagwire.store.KnowledgeStore;

/**
 * The learned counts of this instance: folds observations and hands out immutable snapshots.
 *
 * <p>Counts fade by <em>forward decay</em> (Cormode, Shkapenyuk, Srivastava, Xu: Forward Decay,
 * ICDE 2009): a sighting is weighted up by its age from a fixed landmark when it is written, {@code
 * 2^((t - landmark) / half-life)}, and a count is weighted down by the same growth when it is read.
 * So nothing stored ever has to be touched again, and what was logged before a crash adds up to the
 * same counts after it.
 *
 * <p>A snapshot is a large base and a small fresh part; folding copies the fresh part only, and
 * merges it into a new base when it has grown. Folding costs time linear in the fresh part, at most
 * {@value #FRESH} entries. Snapshots may be read from any thread; {@link #fold} is called by one
 * thread at a time.
 */
final class LearnedCounts {
  static final Duration HALF_LIFE = Duration.ofDays(90);
  static final int MOST_PER_SCOPE = 100_000;

  private static final Instant LANDMARK = Instant.parse("2020-01-01T00:00:00Z");
  private static final int FRESH = 20_000;

  private volatile Snapshot snapshot;
  private long foldedUpTo;

  private LearnedCounts(Snapshot snapshot, long foldedUpTo) {
    this.snapshot = snapshot;
    this.foldedUpTo = foldedUpTo;
  }

  /** Returns the counts that the store keeps. */
  static LearnedCounts load(KnowledgeStore store, Instant streamTime) {
    KnowledgeStore.Kept kept = store.load();
    Map<Knowledge.Scope, Map<String, Double>> base = new HashMap<>();
    kept.snapshot().forEach((scope, counts) -> base.put(scope, new HashMap<>(counts)));
    kept.since().forEach(observation -> add(base, observation));
    return new LearnedCounts(new Snapshot(base, Map.of(), growth(streamTime)), kept.upTo());
  }

  /** Returns what is known now. */
  Knowledge now() {
    return snapshot;
  }

  /**
   * Returns {@code observation} as it is to be written and folded: weighted by the time it belongs
   * to.
   */
  static Observation weigh(Observation observation, Instant time) {
    double growth = growth(time);
    List<Sighting> weighed = new ArrayList<>(observation.sightings().size());
    for (Sighting seen : observation.sightings()) {
      weighed.add(new Sighting(seen.scope(), seen.what(), seen.weight() * growth));
    }
    return new Observation(weighed);
  }

  /** Folds weighed observations that have just been stored. */
  synchronized void fold(List<Observation> weighed, Instant streamTime) {
    Map<Knowledge.Scope, Map<String, Double>> fresh = new HashMap<>();
    snapshot.fresh.forEach((scope, counts) -> fresh.put(scope, new HashMap<>(counts)));
    weighed.forEach(observation -> add(fresh, observation));
    double growth = Math.max(snapshot.growth, growth(streamTime));
    int size = fresh.values().stream().mapToInt(Map::size).sum();
    snapshot =
        size <= FRESH
            ? new Snapshot(snapshot.base, fresh, growth)
            : new Snapshot(merged(snapshot.base, fresh), Map.of(), growth);
  }

  /**
   * Writes a snapshot of everything and drops the observations it contains. Must not run beside
   * {@link #fold}.
   */
  synchronized void compact(KnowledgeStore store) {
    KnowledgeStore.Kept kept = store.load();
    if (kept.upTo() == foldedUpTo) {
      return;
    }
    Map<Knowledge.Scope, Map<String, Double>> all = merged(snapshot.base, snapshot.fresh);
    store.compact(all, kept.upTo());
    snapshot = new Snapshot(all, Map.of(), snapshot.growth);
    foldedUpTo = kept.upTo();
  }

  private static Map<Knowledge.Scope, Map<String, Double>> merged(
      Map<Knowledge.Scope, Map<String, Double>> base,
      Map<Knowledge.Scope, Map<String, Double>> fresh) {
    Map<Knowledge.Scope, Map<String, Double>> all = new HashMap<>(base);
    fresh.forEach(
        (scope, counts) -> {
          Map<String, Double> sum = new HashMap<>(all.getOrDefault(scope, Map.of()));
          counts.forEach((what, weight) -> sum.merge(what, weight, Double::sum));
          all.put(scope, bounded(sum));
        });
    return all;
  }

  private static Map<String, Double> bounded(Map<String, Double> counts) {
    if (counts.size() <= MOST_PER_SCOPE) {
      return counts;
    }
    Map<String, Double> kept = new HashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
        .limit(MOST_PER_SCOPE * 9L / 10)
        .forEach(e -> kept.put(e.getKey(), e.getValue()));
    return kept;
  }

  private static void add(
      Map<Knowledge.Scope, Map<String, Double>> counts, Observation observation) {
    for (Sighting seen : observation.sightings()) {
      counts
          .computeIfAbsent(seen.scope(), scope -> new HashMap<>())
          .merge(seen.what(), seen.weight(), Double::sum);
    }
  }

  private static double growth(Instant time) {
    double halfLives =
        (double) Duration.between(LANDMARK, time).toSeconds() / HALF_LIFE.toSeconds();
    return Math.pow(2, Math.clamp(halfLives, -400, 400));
  }

  /** What was known at one moment. The maps are never changed once they are in here. */
  private record Snapshot(
      Map<Knowledge.Scope, Map<String, Double>> base,
      Map<Knowledge.Scope, Map<String, Double>> fresh,
      double growth)
      implements Knowledge {
    @Override
    public double count(Scope scope, String what) {
      double sum =
          base.getOrDefault(scope, Map.of()).getOrDefault(what, 0.0)
              + fresh.getOrDefault(scope, Map.of()).getOrDefault(what, 0.0);
      return sum / growth;
    }
  }
}
