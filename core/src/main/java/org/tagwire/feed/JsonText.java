package org.tagwire.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * JSON as a stream of members and elements. A value is a text (numbers as they are written, so that
 * none is ever computed), a map or a list; of each no more is kept than {@link Limits} say. One
 * document each.
 */
final class JsonText {
  private static final StreamReadConstraints CONSTRAINTS =
      StreamReadConstraints.builder()
          .maxNestingDepth(Limits.JSON_DEPTH)
          .maxNameLength(Limits.NAME)
          .maxNumberLength(Limits.BYTES)
          .maxStringLength(2 * Limits.TEXT)
          .build();
  private static final JsonFactory STRICT =
      JsonFactory.builder().streamReadConstraints(CONSTRAINTS).build();
  private static final JsonFactory TOLERANT =
      JsonFactory.builder()
          .streamReadConstraints(CONSTRAINTS)
          .enable(
              JsonReadFeature.ALLOW_JAVA_COMMENTS,
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_MISSING_VALUES,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
              JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final JsonParser parser;
  private int room;

  private JsonText(JsonParser parser) {
    this.parser = parser;
  }

  static JsonText strict(String text) {
    return new JsonText(STRICT.createParser(text));
  }

  /** Reads comments, trailing commas, single quotes and the like, too. */
  static JsonText tolerant(String text) {
    return new JsonText(TOLERANT.createParser(text));
  }

  /** Hands on the name of each member of the outermost object; what else there is has none. */
  void members(Consumer<String> take) {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      take.accept(name);
    }
  }

  boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  /** Hands on each object of the array that begins here; null for one there is no room for. */
  void objects(int most, Consumer<@Nullable Map<String, Object>> take) {
    int taken = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
      } else if (taken++ < most) {
        room = Limits.MEMBERS;
        take.accept(object());
      } else {
        parser.skipChildren();
        take.accept(null);
      }
    }
  }

  /** Returns the value that begins here; null for none, and for what there is no room for. */
  @Nullable Object value() {
    room = Limits.MEMBERS;
    return any();
  }

  private @Nullable Object any() {
    JsonToken token = parser.currentToken();
    if (--room < 0) {
      parser.skipChildren();
      return null;
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          Misreadings.withoutControls(parser.getString());
      default -> null;
    };
  }

  private Map<String, Object> object() {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      Object value = any();
      if (value != null) {
        members.put(name, value);
      }
    }
    return members;
  }

  private List<Object> array() {
    List<Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
      Object value = any();
      if (value != null) {
        elements.add(value);
      }
    }
    return elements;
  }
}
