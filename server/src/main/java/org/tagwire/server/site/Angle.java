package org.tagwire.server.site;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Filter;
import org.tagwire.query.Combination;
import org.tagwire.server.web.Lens;
import org.tagwire.server.web.Seeking;
import org.tagwire.server.web.Visit;

/**
 * What a list is a part of, and what was made of it.
 *
 * @param base the whole list, before anything was narrowed; absent where it cannot be narrowed
 * @param lens through what the reader looks at it
 * @param combination the hashtags it joins, when it is a list of several
 * @param ranked whether the best come first
 */
record Angle(@Nullable Filter base, Lens lens, @Nullable Combination combination, boolean ranked) {
  /** A list as it is. */
  static final Angle NONE = new Angle(null, Lens.PLAIN, null, false);

  static Angle of(Filter base, Lens lens) {
    return new Angle(base, lens, null, false);
  }

  /** Returns the same through another lens. */
  Angle through(Lens other) {
    return new Angle(base, other, combination, ranked);
  }

  /** Returns the same, the best first or the newest. */
  Angle ranked(boolean best) {
    return new Angle(base, lens, combination, best);
  }

  /** Returns the parameters that lead here. */
  List<String> parameters() {
    List<String> parts = lens.parameters();
    if (ranked) {
      parts.add(Visit.SORT + "=" + Seeking.RELEVANCE);
    }
    return parts;
  }

  Optional<Filter> findBase() {
    return Optional.ofNullable(base);
  }

  /** Returns whether the list is all of one thing. */
  boolean isPlain() {
    return lens.isPlain() && combination == null;
  }
}
