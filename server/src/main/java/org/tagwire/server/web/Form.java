package org.tagwire.server.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form that was sent: its fields, each with its values in the order sent. Immutable.
 *
 * @param fields values by name; the lines of a value end in {@code \n}
 * @param files the contents of files by name of their field, not to be changed; a field in which
 *     none was chosen has an empty one
 */
public record Form(Map<String, List<String>> fields, Map<String, byte[]> files) {
  /** The greatest number of bytes of a form, where its route does not say otherwise. */
  public static final int MAX_BYTES = 64 * 1024;

  /** The greatest number of fields. */
  public static final int MAX_FIELDS = 2_000;

  /** The greatest length of a field's name. */
  public static final int MAX_NAME = 64;

  /** The field that proves that our own page wrote the form. */
  public static final String TOKEN = "token";

  /** The form without fields. */
  public static final Form EMPTY = new Form(Map.of());

  public Form {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    fields.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    fields = java.util.Collections.unmodifiableMap(copy);
    files = Map.copyOf(files);
  }

  /** A form without files. */
  public Form(Map<String, List<String>> fields) {
    this(fields, Map.of());
  }

  /**
   * Reads {@code application/x-www-form-urlencoded} (WHATWG URL, section 5.1), strictly: empty for
   * what is not UTF-8, is wrongly escaped, holds a control character, or has too many fields.
   */
  public static Optional<Form> parse(byte[] body) {
    try {
      return read(utf8(body));
    } catch (CharacterCodingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Form> read(String text) throws CharacterCodingException {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    int count = 0;
    for (String pair : text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      boolean readable = isName(name) && isText(value);
      if (!readable || ++count > MAX_FIELDS) {
        return Optional.empty();
      }
      fields.computeIfAbsent(name, n -> new ArrayList<>()).add(lines(value));
    }
    return Optional.of(new Form(fields));
  }

  /** Returns the text that a value's bytes are; empty where they are none. */
  static Optional<String> text(byte[] value) {
    try {
      return Optional.of(utf8(value)).filter(Form::isText).map(Form::lines);
    } catch (CharacterCodingException none) {
      return Optional.empty();
    }
  }

  static boolean isName(String name) {
    return name.length() <= MAX_NAME && isText(name);
  }

  private static String lines(String value) {
    return value.replace("\r\n", "\n").replace('\r', '\n');
  }

  private static boolean isText(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c != 0x7F || c == '\t' || c == '\n' || c == '\r');
  }

  private static String decode(String escaped) throws CharacterCodingException {
    if (escaped.indexOf('%') < 0) {
      return escaped.replace('+', ' ');
    }
    byte[] from = escaped.getBytes(StandardCharsets.UTF_8);
    byte[] to = new byte[from.length];
    int length = 0;
    for (int i = 0; i < from.length; i++) {
      if (from[i] == '%') {
        to[length++] = (byte) (digit(from, i + 1) << 4 | digit(from, i + 2));
        i += 2;
      } else {
        to[length++] = from[i] == '+' ? (byte) ' ' : from[i];
      }
    }
    return utf8(java.util.Arrays.copyOf(to, length));
  }

  private static int digit(byte[] bytes, int at) {
    int digit = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    if (digit < 0) {
      throw new IllegalArgumentException("a percent sign without two hexadecimal digits");
    }
    return digit;
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  /** Finds the first value of a field, without the space around it; empty when it is blank. */
  public Optional<String> find(String name) {
    return Optional.of(text(name)).filter(value -> !value.isEmpty());
  }

  /** Returns the first value of a field without the space around it, empty where there is none. */
  public String text(String name) {
    return raw(name).strip();
  }

  /** Returns the first value of a field as it was written, empty where there is none. */
  public String raw(String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.getFirst();
  }

  /** Returns all values of a field. */
  public List<String> all(String name) {
    return fields.getOrDefault(name, List.of());
  }

  /** Finds the content of the file that was chosen in a field; empty where none was. */
  public Optional<byte[]> findFile(String name) {
    return Optional.ofNullable(files.get(name)).filter(file -> file.length > 0);
  }

  /** Returns whether a box was ticked. */
  public boolean isTicked(String name) {
    return fields.containsKey(name);
  }

  /** Leaves out what was written: it may be a password. */
  @Override
  public String toString() {
    return "Form" + fields.keySet();
  }
}
