package org.tagwire.url;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An IP address as its 4 or 16 bytes. Immutable.
 *
 * <p>Literals are read strictly: IPv4 as four decimal numbers without leading zeros (RFC 6943
 * §3.1.1 tells why), IPv6 by RFC 4291 §2.2 without a zone. Written by RFC 5952.
 */
public final class IpAddress {
  private final byte[] bytes;

  private IpAddress(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the address of 4 or 16 bytes in network order. */
  public static IpAddress of(byte[] bytes) {
    if (bytes.length != 4 && bytes.length != 16) {
      throw new IllegalArgumentException(
          "an IP address has 4 or 16 bytes, but these are " + bytes.length);
    }
    return new IpAddress(bytes.clone());
  }

  /**
   * Reads a literal without brackets; empty when it is none, or none that everybody reads alike.
   */
  public static Optional<IpAddress> parse(String literal) {
    byte[] bytes = literal.indexOf(':') >= 0 ? version6(literal) : version4(literal);
    return bytes.length == 0 ? Optional.empty() : Optional.of(new IpAddress(bytes));
  }

  /** Reads the host of an address: a literal with brackets where it has colons. */
  public static Optional<IpAddress> ofHost(String host) {
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    return parse(bracketed ? host.substring(1, host.length() - 1) : host);
  }

  public boolean isVersion6() {
    return bytes.length == 16;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  private static byte[] version4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      return new byte[0];
    }
    byte[] result = new byte[4];
    for (int i = 0; i < 4; i++) {
      String part = parts[i];
      boolean digits = part.length() <= 3 && part.chars().allMatch(c -> c >= '0' && c <= '9');
      if (part.isEmpty() || !digits || (part.length() > 1 && part.charAt(0) == '0')) {
        return new byte[0];
      }
      int value = Integer.parseInt(part);
      if (value > 255) {
        return new byte[0];
      }
      result[i] = (byte) value;
    }
    return result;
  }

  private static byte[] version6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      byte[] whole = groups(text);
      return whole.length == 16 ? whole : new byte[0];
    }
    String after = text.substring(gap + 2);
    byte[] head = gap == 0 ? new byte[0] : groups(text.substring(0, gap));
    byte[] tail = after.isEmpty() ? new byte[0] : groups(after);
    boolean empty = (gap > 0 && head.length == 0) || (!after.isEmpty() && tail.length == 0);
    // Two colons stand for at least one group, and dotted numbers may only come last.
    if (empty || head.length + tail.length > 14 || text.substring(0, gap).indexOf('.') >= 0) {
      return new byte[0];
    }
    byte[] result = Arrays.copyOf(head, 16);
    System.arraycopy(tail, 0, result, 16 - tail.length, tail.length);
    return result;
  }

  /**
   * Returns the bytes of groups separated by single colons, the last of which may be dotted; empty
   * when malformed.
   */
  private static byte[] groups(String text) {
    String[] parts = text.split(":", -1);
    byte[] result = new byte[Math.min(parts.length, 9) * 2 + 2];
    int length = 0;
    for (int i = 0; i < parts.length && i < 9; i++) {
      if (i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        byte[] dotted = version4(parts[i]);
        if (dotted.length == 0) {
          return dotted;
        }
        System.arraycopy(dotted, 0, result, length, 4);
        length += 4;
      } else if (parts[i].isEmpty()
          || parts[i].length() > 4
          || !parts[i].chars().allMatch(HexFormat::isHexDigit)) {
        return new byte[0];
      } else {
        int group = HexFormat.fromHexDigits(parts[i]);
        result[length++] = (byte) (group >> 8);
        result[length++] = (byte) group;
      }
    }
    return length > 16 ? new byte[0] : Arrays.copyOf(result, length);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpAddress that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /**
   * Returns the literal: four decimal numbers, or hexadecimal groups with the longest run of zeros
   * left out.
   */
  @Override
  public String toString() {
    if (bytes.length == 4) {
      return (bytes[0] & 255)
          + "."
          + (bytes[1] & 255)
          + "."
          + (bytes[2] & 255)
          + "."
          + (bytes[3] & 255);
    }
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (bytes[2 * i] & 255) << 8 | (bytes[2 * i + 1] & 255);
    }
    int[] run = longestZeroRun(groups);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      if (i == run[0]) {
        text.append(i == 0 ? "::" : ":");
        i += run[1] - 1;
      } else {
        text.append(Integer.toHexString(groups[i])).append(i < 7 ? ":" : "");
      }
    }
    return text.toString();
  }

  /**
   * Returns start and length of the first longest run of two or more zero groups, start -1 where
   * there is none.
   */
  private static int[] longestZeroRun(int[] groups) {
    int[] best = {-1, 1};
    for (int start = 0; start < 8; start++) {
      int end = start;
      while (end < 8 && groups[end] == 0) {
        end++;
      }
      if (end - start > best[1]) {
        best[0] = start;
        best[1] = end - start;
      }
    }
    return best;
  }
}
