package org.tagwire.embedding;

import java.util.Optional;
import org.tagwire.model.Vector;

/**
 * Gives a text its place in the space of meanings. Implementations are safe for use by many
 * threads.
 */
public interface Embedder extends AutoCloseable {
  /** Returns an embedder that knows no meanings. */
  static Embedder none() {
    return text -> Optional.empty();
  }

  /** Returns the vector of {@code text}; empty when there is no engine or nothing to read. */
  Optional<Vector> embed(String text);

  /** Frees what the engine holds; {@link #embed} must not be called any more. */
  @Override
  default void close() {}
}
