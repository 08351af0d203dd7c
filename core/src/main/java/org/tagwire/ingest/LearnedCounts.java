package org.tagwire.ingest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tagwire.extract.Furniture;
import org.tagwire.hashtag.Tagger;
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

  /** What the texts of one publisher may take, while there are few publishers. */
  static final int MOST_PER_PUBLISHER = 3_000;

  private static final int LEAST_PER_PUBLISHER = 120;
  private static final int OF_ALL_PUBLISHERS = 400_000;

  private static final Instant LANDMARK = Instant.parse("2020-01-01T00:00:00Z");
  private static final int FRESH = 20_000;

  private volatile Snapshot snapshot;
  private long foldedUpTo;

  private LearnedCounts(Snapshot snapshot, long foldedUpTo) {
    this.snapshot = snapshot;
    this.foldedUpTo = foldedUpTo;
  }

  /** Returns counts that know nothing. */
  static LearnedCounts none(Instant streamTime) {
    return new LearnedCounts(new Snapshot(Map.of(), Map.of(), growth(streamTime)), 0);
  }

  /** Returns the counts that the store keeps. */
  static LearnedCounts load(KnowledgeStore store, Instant streamTime) {
    KnowledgeStore.Kept kept = store.load();
    return new LearnedCounts(
        new Snapshot(counted(kept), Map.of(), growth(streamTime)), kept.upTo());
  }

  private static Map<Knowledge.Scope, Map<String, Double>> counted(KnowledgeStore.Kept kept) {
    Map<Knowledge.Scope, Map<String, Double>> counts = new HashMap<>();
    kept.snapshot().forEach((scope, known) -> counts.put(scope, copy(scope, known)));
    kept.since().forEach(observation -> add(counts, observation));
    return counts;
  }

  /**
   * Puts other counts in the place of all that was observed up to and with {@code upTo}, here and
   * in the store. Must not run beside {@link #fold}.
   */
  synchronized void replace(KnowledgeStore store, LearnedCounts anew, long upTo) {
    Snapshot other = anew.snapshot;
    store.compact(merged(other.base, other.fresh, other.growth), upTo);
    KnowledgeStore.Kept kept = store.load();
    snapshot = new Snapshot(counted(kept), Map.of(), Math.max(snapshot.growth, other.growth));
    foldedUpTo = upTo;
  }

  /** Returns what is known now. */
  Knowledge now() {
    return snapshot;
  }

  /** Returns all faded counts of a scope. */
  Map<String, Double> all(Knowledge.Scope scope) {
    return snapshot.all(scope);
  }

  /**
   * Forgets a scope, here and in the store. Must not run beside {@link #fold}. Returns whether
   * there was anything to forget.
   */
  synchronized boolean forget(KnowledgeStore store, Knowledge.Scope scope) {
    boolean known = snapshot.base.containsKey(scope) || snapshot.fresh.containsKey(scope);
    store.forget(scope);
    Map<Knowledge.Scope, Map<String, Double>> base = new HashMap<>(snapshot.base);
    Map<Knowledge.Scope, Map<String, Double>> fresh = new HashMap<>(snapshot.fresh);
    base.remove(scope);
    fresh.remove(scope);
    snapshot = new Snapshot(base, fresh, snapshot.growth);
    return known;
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
    snapshot.fresh.forEach((scope, counts) -> fresh.put(scope, copy(scope, counts)));
    weighed.forEach(observation -> add(fresh, observation));
    double growth = Math.max(snapshot.growth, growth(streamTime));
    int size = fresh.values().stream().mapToInt(Map::size).sum();
    snapshot =
        size <= FRESH
            ? new Snapshot(snapshot.base, fresh, growth)
            : new Snapshot(merged(snapshot.base, fresh, growth), Map.of(), growth);
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
    Map<Knowledge.Scope, Map<String, Double>> all =
        merged(snapshot.base, snapshot.fresh, snapshot.growth);
    store.compact(all, kept.upTo());
    snapshot = new Snapshot(all, Map.of(), snapshot.growth);
    foldedUpTo = kept.upTo();
  }

  private static Map<Knowledge.Scope, Map<String, Double>> merged(
      Map<Knowledge.Scope, Map<String, Double>> base,
      Map<Knowledge.Scope, Map<String, Double>> fresh,
      double growth) {
    Map<Knowledge.Scope, Map<String, Double>> all = new HashMap<>(base);
    int allowance = allowance(base, fresh);
    fresh.forEach(
        (scope, counts) -> {
          Map<String, Double> sum = copy(scope, all.getOrDefault(scope, Map.of()));
          counts.forEach((what, weight) -> sum.merge(what, weight, Double::sum));
          all.put(
              scope,
              scope.topic().equals(Furniture.TOPIC)
                  ? trimmed(sum, allowance, growth)
                  : bounded(scope, sum));
        });
    return all;
  }

  /** The more publishers there are, the less each may take, so that nobody can fill the memory. */
  private static int allowance(
      Map<Knowledge.Scope, Map<String, Double>> base,
      Map<Knowledge.Scope, Map<String, Double>> fresh) {
    long publishers =
        Stream.concat(base.keySet().stream(), fresh.keySet().stream())
            .filter(scope -> scope.topic().equals(Furniture.TOPIC))
            .distinct()
            .count();
    return (int)
        Math.clamp(
            OF_ALL_PUBLISHERS / Math.max(1, publishers), LEAST_PER_PUBLISHER, MOST_PER_PUBLISHER);
  }

  private static Map<String, Double> trimmed(Map<String, Double> counts, int most, double growth) {
    return counts.size() <= most ? counts : Furniture.trimmed(counts, most * 9 / 10, growth);
  }

  private static Map<String, Double> bounded(Knowledge.Scope scope, Map<String, Double> counts) {
    if (counts.size() <= MOST_PER_SCOPE) {
      return counts;
    }
    Map<String, Double> kept = copy(scope, Map.of());
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
          .computeIfAbsent(seen.scope(), scope -> copy(scope, Map.of()))
          .merge(seen.what(), seen.weight(), Double::sum);
    }
  }

  /** What is asked by its beginning is kept in order. */
  private static Map<String, Double> copy(Knowledge.Scope scope, Map<String, Double> counts) {
    return scope.topic().equals(Tagger.FORMS) ? new TreeMap<>(counts) : new HashMap<>(counts);
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
    Map<String, Double> all(Scope scope) {
      Map<String, Double> all = new HashMap<>();
      base.getOrDefault(scope, Map.of()).forEach((what, sum) -> all.put(what, sum / growth));
      fresh
          .getOrDefault(scope, Map.of())
          .forEach((what, sum) -> all.merge(what, sum / growth, Double::sum));
      return all;
    }

    @Override
    public double count(Scope scope, String what) {
      double sum =
          base.getOrDefault(scope, Map.of()).getOrDefault(what, 0.0)
              + fresh.getOrDefault(scope, Map.of()).getOrDefault(what, 0.0);
      return sum / growth;
    }

    @Override
    public Map<String, Double> beginning(Scope scope, String prefix) {
      Map<String, Double> found = new HashMap<>();
      for (Map<Scope, Map<String, Double>> part : List.of(base, fresh)) {
        if (part.get(scope) instanceof NavigableMap<String, Double> ordered) {
          ordered
              .subMap(prefix, prefix + Character.MAX_VALUE)
              .forEach((what, sum) -> found.merge(what, sum / growth, Double::sum));
        }
      }
      return found;
    }
  }
}
