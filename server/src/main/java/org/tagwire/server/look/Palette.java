package org.tagwire.server.look;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The colours of a style sheet by the names of their tokens, read from the sheet itself so that
 * nothing is said twice. Immutable.
 */
public final class Palette {
  private static final Pattern TOKEN =
      Pattern.compile("--([a-z-]+): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);");

  private final Map<String, Pair> pairs = new HashMap<>();

  private Palette(String css) {
    Matcher token = TOKEN.matcher(css);
    while (token.find()) {
      Pair pair = new Pair(colour(token.group(2)), colour(token.group(3)));
      pairs.putIfAbsent(token.group(1), pair);
    }
  }

  /** Reads the tokens of a style sheet. */
  public static Palette of(String css) {
    return new Palette(css);
  }

  /** Returns the two colours of a token. */
  public Pair require(String token) {
    Pair pair = pairs.get(token);
    if (pair == null) {
      throw new IllegalArgumentException("the style has no colour --" + token + ": " + pairs);
    }
    return pair;
  }

  private static Colour colour(String text) {
    return Colour.parse(text).orElseThrow();
  }

  /**
   * A token's colours.
   *
   * @param light in the light scheme
   * @param dark in the dark one
   */
  public record Pair(Colour light, Colour dark) {}
}
