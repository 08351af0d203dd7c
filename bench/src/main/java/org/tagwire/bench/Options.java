package org.tagwire.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param names the benchmarks, in order; empty for all
 * @param deep whether to take longer and count more
 * @param values the other options by name, without their dashes
 */
record Options(List<String> names, boolean deep, Map<String, String> values) {
  static final Set<String> VALUED =
      Set.of(
          "rig",
          "data",
          "articles",
          "pages",
          "stream",
          "url",
          "feeds",
          "profile",
          "jvm",
          "only",
          "minutes",
          "rate");

  Options {
    names = List.copyOf(names);
    values = Map.copyOf(values);
  }

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException when it makes no sense
   */
  static Options parse(String[] arguments) {
    List<String> names = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    boolean deep = false;
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      String option = argument.startsWith("--") ? argument.substring(2) : "";
      if (option.equals("deep")) {
        deep = true;
      } else if (VALUED.contains(option) && i + 1 < arguments.length) {
        i++;
        values.put(option, arguments[i]);
      } else if (argument.startsWith("-")) {
        throw new IllegalArgumentException(argument + " is no option, or its value is missing");
      } else {
        names.add(argument);
      }
    }
    return new Options(names, deep, values);
  }

  Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  Optional<Path> findPath(String name) {
    return find(name).map(Path::of);
  }

  /** Returns a number that was given, or {@code standard}. */
  int number(String name, int standard) {
    return find(name).map(value -> positive(name, value)).orElse(standard);
  }

  /** Returns the same with another value. */
  Options with(String name, String value) {
    Map<String, String> more = new HashMap<>(values);
    more.put(name, value);
    return new Options(names, deep, more);
  }

  private static int positive(String name, String value) {
    if (!value.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException(
          "--" + name + " must be a whole number above 0, but is '" + value + "'");
    }
    return Integer.parseInt(value);
  }
}
