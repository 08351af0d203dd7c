package org.tagwire.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A name before a colon that means something. */
enum Field {
  TAG,
  PUBLISHER,
  SITE,
  CATEGORY,
  LANG,
  BEFORE,
  AFTER;

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> find(String name) {
    return Arrays.stream(values())
        .filter(field -> field.label().equalsIgnoreCase(name))
        .findFirst();
  }
}
