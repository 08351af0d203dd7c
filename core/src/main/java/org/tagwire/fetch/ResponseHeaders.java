package org.tagwire.fetch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The headers of an answer that somebody here reads; the others are dropped while reading.
 *
 * @param values by lower-case name, in order of arrival
 */
public record ResponseHeaders(Map<String, List<String>> values) {
  /** No header at all. */
  public static final ResponseHeaders NONE = new ResponseHeaders(Map.of());

  private static final Set<String> KEPT =
      Set.of(
          "age",
          "cache-control",
          "content-language",
          "content-location",
          "content-type",
          "content-usage",
          "date",
          "expires",
          "link",
          "retry-after",
          "tdm-policy",
          "tdm-reservation",
          "x-robots-tag");

  public ResponseHeaders {
    values = Map.copyOf(values);
  }

  /** Returns the first value of a header. */
  public Optional<String> find(String name) {
    return all(name).stream().findFirst();
  }

  /** Returns all values of a header. */
  public List<String> all(String name) {
    return values.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** Collects headers as they are read. */
  static final class Collector {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    void add(String name, String value) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (KEPT.contains(lower)) {
        values.computeIfAbsent(lower, n -> new ArrayList<>(1)).add(printable(value));
      }
    }

    /** RFC 9110 §5.5: NUL, CR and their like become blanks; what is kept here may be shown. */
    private static String printable(String value) {
      StringBuilder clean = new StringBuilder(value.length());
      value.chars().forEach(c -> clean.append(Character.isISOControl(c) ? ' ' : (char) c));
      return clean.toString().strip();
    }

    ResponseHeaders done() {
      values.replaceAll((name, list) -> List.copyOf(list));
      return new ResponseHeaders(values);
    }
  }
}
