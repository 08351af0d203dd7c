package org.tagwire.fetch;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The fields of a form that is sent by POST, as {@code application/x-www-form-urlencoded} in UTF-8.
 * Its values may be secrets: they are never printed.
 *
 * @param fields by name, in the order in which they are sent
 */
public record Form(Map<String, String> fields) {
  static final String TYPE = "application/x-www-form-urlencoded";
  private static final int MOST = 64 << 10;

  public Form {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    if (fields.isEmpty() || encoded(fields).length > MOST) {
      throw new IllegalArgumentException(
          "a form has one field or more and at most " + MOST + " bytes; it has " + fields.keySet());
    }
  }

  byte[] encoded() {
    return encoded(fields);
  }

  private static byte[] encoded(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Form" + fields.keySet();
  }
}
