package org.tagwire.fetch;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Keeps one value per origin, loaded when first asked for: of many threads that ask at once, one
 * loads and the others wait. Safe for threads.
 */
final class PerOrigin<T> {
  private static final int MAX_ORIGINS = 50_000;

  private final ConcurrentMap<String, FutureTask<T>> known = new ConcurrentHashMap<>();
  private final Function<String, T> load;
  private final Predicate<T> stale;

  PerOrigin(Function<String, T> load, Predicate<T> stale) {
    this.load = load;
    this.stale = stale;
  }

  /** Returns the value of an origin, loading it where it is missing or stale. */
  T get(String origin) throws InterruptedException {
    FutureTask<T> task =
        known.compute(
            origin, (o, present) -> present == null || isStale(present) ? task(o) : present);
    // Whoever comes first runs it; for the others this does nothing.
    task.run();
    try {
      return task.get();
    } catch (ExecutionException bug) {
      known.remove(origin, task);
      throw new IllegalStateException("reading the rules of " + origin + " failed", bug.getCause());
    }
  }

  /** Returns the value of an origin if it was loaded before, stale or not. Loads nothing. */
  Optional<T> findKnown(String origin) {
    FutureTask<T> task = known.get(origin);
    return task == null || task.state() != Future.State.SUCCESS
        ? Optional.empty()
        : Optional.of(task.resultNow());
  }

  private boolean isStale(FutureTask<T> task) {
    return task.state() == Future.State.SUCCESS && stale.test(task.resultNow());
  }

  private FutureTask<T> task(String origin) {
    return new FutureTask<>(() -> load.apply(origin));
  }

  /** Forgets what is stale once there is much of it; called outside of any look-up. */
  void trim() {
    if (known.size() > MAX_ORIGINS) {
      known.values().removeIf(this::isStale);
    }
  }
}
