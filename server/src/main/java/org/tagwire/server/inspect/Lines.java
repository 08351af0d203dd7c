package org.tagwire.server.inspect;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.inspect.Stage.Unanswerable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads fields of input lines and makes answers of them. */
final class Lines {
  static final JsonMapper JSON = new JsonMapper();

  private static final int MOST_BYTES = 64 << 20;

  private Lines() {}

  static String text(JsonNode line, String field) {
    JsonNode value = line.get(field);
    return value == null || value.isNull() || value.isContainer() ? "" : value.asString();
  }

  static Optional<String> find(JsonNode line, String field) {
    return Optional.of(text(line, field)).filter(text -> !text.isBlank());
  }

  static String require(JsonNode line, String field) throws Unanswerable {
    return find(line, field)
        .orElseThrow(() -> new Unanswerable("bad-line", "the line has no '" + field + "'"));
  }

  /** Returns a header of the line's {@code headers}, whatever the case of its name. */
  static @Nullable String header(JsonNode line, String name) {
    JsonNode headers = line.get("headers");
    if (headers != null && headers.isObject()) {
      for (Map.Entry<String, JsonNode> entry : headers.properties()) {
        if (entry.getKey().toLowerCase(Locale.ROOT).equals(name)) {
          return entry.getValue().asString("");
        }
      }
    }
    return null;
  }

  /** Begins the answer to a line with what names it. */
  static ObjectNode answerTo(JsonNode line) {
    ObjectNode answer = JSON.createObjectNode();
    for (String name : new String[] {"id", "file"}) {
      JsonNode value = line.get(name);
      if (value != null && !value.isNull()) {
        answer.set(name, value);
      }
    }
    return answer;
  }

  static ObjectNode failure(JsonNode line, String code, String message) {
    ObjectNode answer = answerTo(line).put("ok", false);
    answer.putObject("error").put("code", code).put("message", message);
    return answer;
  }

  /** Reads a file below {@code base}; gzip is recognised by its first bytes. */
  static byte[] read(Path base, String name) throws Unanswerable {
    try {
      byte[] bytes = Files.readAllBytes(base.resolve(name));
      boolean zipped = bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
      return zipped
          ? new GZIPInputStream(new ByteArrayInputStream(bytes)).readNBytes(MOST_BYTES)
          : bytes;
    } catch (IOException e) {
      throw new Unanswerable(
          "not-read",
          name
              + " cannot be read below "
              + base
              + " ("
              + e.getClass().getSimpleName()
              + "); is --base right?");
    }
  }
}
