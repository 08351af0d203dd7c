package org.tagwire.server.site;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Filter;
import org.tagwire.query.Combination;
import org.tagwire.server.web.Lens;

/**
 * What a list is a part of, and what was made of it.
 *
 * @param base the whole list, before anything was narrowed; absent where it cannot be narrowed
 * @param lens through what the reader looks at it
 * @param combination the hashtags it joins, when it is a list of several
 */
record Angle(@Nullable Filter base, Lens lens, @Nullable Combination combination) {
  /** A list as it is. */
  static final Angle NONE = new Angle(null, Lens.PLAIN, null);

  static Angle of(Filter base, Lens lens) {
    return new Angle(base, lens, null);
  }

  Optional<Filter> findBase() {
    return Optional.ofNullable(base);
  }

  /** Returns whether the list is all of one thing. */
  boolean isPlain() {
    return lens.isPlain() && combination == null;
  }
}
