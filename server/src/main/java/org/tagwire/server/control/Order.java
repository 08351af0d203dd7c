package org.tagwire.server.control;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something to be done on a data directory.
 *
 * @param name what, as in {@code add}
 * @param arguments on what, in order
 * @param options how
 * @param input the bytes that go with it, empty if none; handed over and not changed afterwards
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, from the command to the clerk
public record Order(
    String name, List<String> arguments, Map<String, String> options, byte[] input) {
  public Order {
    arguments = List.copyOf(arguments);
    options = Map.copyOf(options);
  }

  public static Order of(String name, String... arguments) {
    return new Order(name, List.of(arguments), Map.of(), new byte[0]);
  }

  /** Returns this order with an option more. */
  public Order with(String option, String value) {
    Map<String, String> more = new java.util.HashMap<>(options);
    more.put(option, value);
    return new Order(name, arguments, more, input);
  }

  /** Returns this order with an input. */
  public Order with(byte[] bytes) {
    return new Order(name, arguments, options, bytes);
  }

  public Optional<String> findOption(String option) {
    return Optional.ofNullable(options.get(option));
  }

  /** Returns the input as text. */
  public String text() {
    return new String(input, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "Order["
        + name
        + ", "
        + arguments
        + ", "
        + options.keySet()
        + ", "
        + input.length
        + " bytes]";
  }
}
