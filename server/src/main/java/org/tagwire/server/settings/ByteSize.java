package org.tagwire.server.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes, written as in {@code 256MiB}.
 *
 * @param bytes 0 or more
 */
public record ByteSize(long bytes) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(B|KiB|MiB|GiB)");

  public ByteSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size is 0 bytes or more, but this is " + bytes);
    }
  }

  /**
   * Reads {@code 256MiB}, {@code 64KiB}, {@code 1GiB} or {@code 512B}; empty when it is none of
   * these.
   */
  public static Optional<ByteSize> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    return form.matches()
        ? Optional.of(new ByteSize(Long.parseLong(form.group(1)) << shift(form.group(2))))
        : Optional.empty();
  }

  private static int shift(String unit) {
    return switch (unit) {
      case "KiB" -> 10;
      case "MiB" -> 20;
      case "GiB" -> 30;
      default -> 0;
    };
  }

  /** Returns the size in the greatest unit that divides it, as {@link #parse} reads it. */
  @Override
  public String toString() {
    for (String unit : new String[] {"GiB", "MiB", "KiB"}) {
      long one = 1L << shift(unit);
      if (bytes >= one && bytes % one == 0) {
        return bytes / one + unit;
      }
    }
    return bytes + "B";
  }
}
