package org.tagwire.server.page;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a page says of itself for machines: JSON-LD 1.1 in the words of schema.org, fit to stand in
 * a {@code script} element as it is.
 *
 * <p>Browsers neither run nor block such an element, since its type is no script's (HTML, "prepare
 * the script element"); all that must not happen is that a publisher's text ends it. So every
 * {@code <}, {@code >} and {@code &} is written as a JSON escape; those characters stand in JSON
 * within strings only. Immutable.
 */
public final class LinkedData {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final String json;

  private LinkedData(String json) {
    this.json = json;
  }

  /** Writes a tree of maps, lists, strings and numbers. */
  public static LinkedData of(Map<String, Object> tree) {
    return new LinkedData(escaped(MAPPER.writeValueAsString(tree)));
  }

  private static String escaped(String json) {
    StringBuilder escaped = new StringBuilder(json.length() + 64);
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '<' -> escaped.append("\\u003c");
        case '>' -> escaped.append("\\u003e");
        case '&' -> escaped.append("\\u0026");
        case '\u2028' -> escaped.append("\\u2028");
        case '\u2029' -> escaped.append("\\u2029");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  /** Returns the JSON, which no text in it can end. */
  public String json() {
    return json;
  }
}
