package org.tagwire.server.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How orders and reports look on the wire: an order is one line of JSON and its input behind it; a
 * report is one line of JSON for each event, the last of which says that the order was done, or why
 * not.
 */
final class Wire {
  static final int MAX_ORDER = 64 << 20;

  private static final JsonMapper JSON = new JsonMapper();

  private Wire() {}

  private record Head(String name, List<String> arguments, Map<String, String> options) {}

  /**
   * One event of a report; what does not apply is absent.
   *
   * @param kind {@code line}, {@code note}, {@code progress}, {@code failed} or {@code done}
   * @param text what it says
   * @param done how far
   * @param total of how many
   */
  record Event(String kind, @Nullable String text, long done, long total) {
    static Event of(String kind, String text) {
      return new Event(kind, text, 0, 0);
    }

    static Event failed(TagwireException e) {
      return of("failed", e.code().label() + " " + e.getMessage());
    }

    /** Tells a report; returns true when this was the end. */
    boolean tell(Report report) {
      String said = text == null ? "" : text;
      switch (kind) {
        case "line" -> report.line(said);
        case "note" -> report.note(said);
        case "progress" -> report.progress(said, done, total);
        case "failed" -> throw failure(said);
        case "done" -> {
          return true;
        }
        default -> report.note("the node says something this version does not understand: " + kind);
      }
      return false;
    }

    private static TagwireException failure(String said) {
      int space = said.indexOf(' ');
      String label =
          said.substring(0, Math.max(space, 0)).toUpperCase(Locale.ROOT).replace('-', '_');
      ErrorCode code =
          Arrays.stream(ErrorCode.values())
              .filter(c -> c.name().equals(label))
              .findFirst()
              .orElse(ErrorCode.STORE_FAILED);
      return new TagwireException(code, said.substring(space + 1));
    }
  }

  static byte[] encode(Order order) {
    byte[] head =
        JSON.writeValueAsBytes(new Head(order.name(), order.arguments(), order.options()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length + 1 + order.input().length);
    bytes.writeBytes(head);
    bytes.write('\n');
    bytes.writeBytes(order.input());
    return bytes.toByteArray();
  }

  /** Reads an order; empty when it is none or too long. */
  static Optional<Order> decode(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MAX_ORDER + 1);
    int end = 0;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    if (bytes.length > MAX_ORDER || end == bytes.length) {
      return Optional.empty();
    }
    try {
      Head head = JSON.readValue(bytes, 0, end, Head.class);
      byte[] input = Arrays.copyOfRange(bytes, end + 1, bytes.length);
      return Optional.of(new Order(head.name(), head.arguments(), head.options(), input));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  static String encode(Event event) {
    return JSON.writeValueAsString(event) + "\n";
  }

  static Event decode(String line) {
    try {
      return JSON.readValue(line, Event.class);
    } catch (JacksonException e) {
      throw new TagwireException(
          ErrorCode.BAD_REQUEST, "the node answered what is no report: " + line, e);
    }
  }
}
