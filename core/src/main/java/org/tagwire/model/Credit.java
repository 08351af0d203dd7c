package org.tagwire.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose page and whose text an article is.
 *
 * @param carrier the publisher whose page it is
 * @param origin whose text it is, when another's
 */
public record Credit(Publisher carrier, @Nullable Origin origin) {
  public Optional<Origin> findOrigin() {
    return Optional.ofNullable(origin);
  }

  /**
   * Returns the name under which origins are counted: the origin's, or the carrier's when the text
   * is its own.
   */
  public String originName() {
    return origin == null ? carrier.name() : origin.name();
  }
}
