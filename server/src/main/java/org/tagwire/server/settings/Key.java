package org.tagwire.server.settings;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * One setting: its name, what may be written, what stands when nothing is, and what it does.
 *
 * @param name in kebab-case, as in the file
 * @param shape whether it is one value, a list or a table
 * @param form what may be written, for people
 * @param standard the default as it would be written; empty for none
 * @param meaning what it does, in a sentence or two
 * @param parser reads one value; empty when it is none
 * @param <T> the type of one value
 */
record Key<T>(
    String name,
    Shape shape,
    String form,
    String standard,
    String meaning,
    Function<String, Optional<T>> parser) {

  /** How many values a setting has. */
  enum Shape {
    ONE,
    LIST,
    TABLE
  }

  /** Returns the environment variable that sets it, as in {@code TAGWIRE_BASE_URL}. */
  String variable() {
    return "TAGWIRE_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** Returns the flag that sets it, as in {@code --base-url}. */
  String flag() {
    return "--" + name;
  }
}
