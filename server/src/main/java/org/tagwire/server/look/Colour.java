package org.tagwire.server.look;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A colour of the sRGB space.
 *
 * @param red 0 to 255
 * @param green 0 to 255
 * @param blue 0 to 255
 */
public record Colour(int red, int green, int blue) {
  static final Colour BLACK = new Colour(0, 0, 0);
  static final Colour WHITE = new Colour(255, 255, 255);

  private static final Pattern FORM = Pattern.compile("#[0-9a-fA-F]{6}");

  public Colour {
    for (int part : new int[] {red, green, blue}) {
      if (part < 0 || part > 255) {
        throw new IllegalArgumentException(part + " is no part of a colour; 0 to 255 are");
      }
    }
  }

  /** Reads {@code #rrggbb}, and nothing else. */
  public static Optional<Colour> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    int all = HexFormat.fromHexDigits(text, 1, 7);
    return Optional.of(new Colour(all >> 16, (all >> 8) & 0xff, all & 0xff));
  }

  /** Returns how far two colours differ in brightness, 1 to 21 (WCAG 2.2, contrast ratio). */
  public double contrast(Colour other) {
    double one = luminance() + 0.05;
    double two = other.luminance() + 0.05;
    return Math.max(one, two) / Math.min(one, two);
  }

  /** Returns this colour with a share, 0 to 1, of another in it. */
  public Colour mixed(Colour other, double share) {
    return new Colour(
        mixed(red, other.red, share),
        mixed(green, other.green, share),
        mixed(blue, other.blue, share));
  }

  private static int mixed(int own, int other, double share) {
    return (int) Math.round(own + (other - own) * share);
  }

  private double luminance() {
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** Returns it as {@code #rrggbb}. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return "#" + hex.toHexDigits((byte) red) + hex.toHexDigits((byte) green) + hex.toHexDigits((byte) blue);
  }
}
