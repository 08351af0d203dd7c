package org.tagwire.model;

import org.jspecify.annotations.Nullable;

/**
 * Whose text an article is, when it is another's than the carrier's.
 *
 * @param name the name readers know
 * @param domain where the origin publishes, if known
 * @param url the address of the original text, if known
 */
public record Origin(String name, @Nullable Domain domain, @Nullable String url) {
  public Origin {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an origin needs a name; leave the origin out instead");
    }
  }
}
