package org.tagwire.ingest;

import java.util.Optional;
import java.util.function.Supplier;
import org.tagwire.model.TagwireException;

/**
 * Work that a bug may break, done once.
 *
 * <p>What is caught is what a stage may throw at one input. Broken surroundings ({@link
 * TagwireException}) say nothing about the input and go on; so does every {@link Error} but an
 * overflown stack, which depth of input alone can bring about.
 *
 * @param result what came of it; absent when it broke
 * @param bug what broke it; absent when it did not
 */
record Attempt<T>(Optional<T> result, Optional<Throwable> bug) {
  static <T> Attempt<T> at(Supplier<T> work) {
    try {
      return new Attempt<>(Optional.of(work.get()), Optional.empty());
    } catch (TagwireException surroundings) {
      throw surroundings;
    } catch (RuntimeException | StackOverflowError bug) {
      return new Attempt<>(Optional.empty(), Optional.of(bug));
    }
  }

  static Attempt<Boolean> at(Runnable work) {
    return at(
        () -> {
          work.run();
          return true;
        });
  }
}
