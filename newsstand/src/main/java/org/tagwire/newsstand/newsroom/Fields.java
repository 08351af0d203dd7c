package org.tagwire.newsstand.newsroom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The {@code key: value} lines of one block, each with its line number for error messages. */
final class Fields {

  private record Entry(String value, int line) {}

  private final Lines lines;
  private final int start;
  private final Map<String, Entry> entries = new HashMap<>();

  private Fields(Lines lines) {
    this.lines = lines;
    this.start = lines.number();
  }

  /** Reads fields up to the next blank line, which is taken too, or the end. */
  static Fields read(Lines lines, List<String> known) {
    var fields = new Fields(lines);
    while (lines.hasNext() && !lines.peek().isBlank()) {
      fields.add(lines.next(), known);
    }
    return fields;
  }

  private void add(String text, List<String> known) {
    int colon = text.indexOf(':');
    String key = colon < 0 ? "" : text.substring(0, colon).strip();
    if (!known.contains(key)) {
      throw lines.problem("expected 'key: value' with one of " + known + ", was '" + text + "'");
    }
    var entry = new Entry(text.substring(colon + 1).strip(), lines.number());
    if (entries.put(key, entry) != null) {
      throw lines.problem("key '" + key + "' appears twice");
    }
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(entries.get(key))
        .map(Entry::value)
        .filter(value -> !value.isEmpty());
  }

  String require(String key) {
    return find(key)
        .orElseThrow(() -> lines.problemAt(start, "key '" + key + "' is missing or empty"));
  }

  /** Reads a value that may be wrong; what the reader objects to is said with the value's line. */
  <T> T require(String key, Function<String, T> reader) {
    return read(key, require(key), reader);
  }

  <T> Optional<T> find(String key, Function<String, T> reader) {
    return find(key).map(value -> read(key, value, reader));
  }

  private <T> T read(String key, String value, Function<String, T> reader) {
    try {
      return reader.apply(value);
    } catch (IllegalArgumentException e) {
      Entry entry = entries.get(key);
      int line = entry == null ? start : entry.line();
      throw lines.problemAt(line, key + ": " + e.getMessage());
    }
  }

  /** The parts of a value between separators, none of them empty. */
  List<String> list(String key, String separator) {
    List<String> parts = new ArrayList<>();
    for (String part : find(key).orElse("").split(separator, -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  boolean yes(String key) {
    return find(
            key,
            value ->
                switch (value) {
                  case "yes" -> true;
                  case "no" -> false;
                  default -> throw new IllegalArgumentException("must be yes or no, was " + value);
                })
        .orElse(false);
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    return require(key, value -> constant(value, type));
  }

  private static <E extends Enum<E>> E constant(String value, Class<E> type) {
    E[] constants = type.getEnumConstants();
    for (E constant : constants) {
      if (constant.name().equals(value.toUpperCase(Locale.ROOT))) {
        return constant;
      }
    }
    String names = Arrays.toString(constants).toLowerCase(Locale.ROOT);
    throw new IllegalArgumentException("'" + value + "' is not one of " + names);
  }
}
