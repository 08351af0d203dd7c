package org.tagwire.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 into which pieces of windows-1252 have been pasted, as happens when a publisher's program
 * joins texts: each byte that is no UTF-8 is read as windows-1252, but for characters cut in two,
 * of which nothing is known.
 */
final class MixedBytes {
  private static final String WINDOWS = windows();

  private MixedBytes() {}

  /**
   * How far bytes are UTF-8.
   *
   * @param broken how many places are not
   * @param beyondAscii how many characters beyond ASCII are
   */
  record Share(int broken, int beyondAscii) {
    boolean isValid() {
      return broken == 0;
    }

    /** A few broken bytes are no reason to spoil all other characters. */
    boolean isMostlyRight() {
      return beyondAscii > 4 * broken;
    }
  }

  static Share share(byte[] bytes) {
    int broken = 0;
    int beyondAscii = 0;
    int i = 0;
    while (i < bytes.length) {
      if (bytes[i] >= 0) {
        i++;
        continue;
      }
      int length = length(bytes, i);
      broken += length == 0 ? 1 : 0;
      beyondAscii += length == 0 ? 0 : 1;
      i += length == 0 ? cut(bytes, i) : length;
    }
    return new Share(broken, beyondAscii);
  }

  static String decode(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length);
    int from = 0;
    int i = 0;
    while (i < bytes.length) {
      int length = length(bytes, i);
      if (length > 0) {
        i += length;
        continue;
      }
      text.append(new String(bytes, from, i - from, StandardCharsets.UTF_8));
      int cut = cut(bytes, i);
      text.append(cut > 1 ? '\uFFFD' : WINDOWS.charAt(bytes[i] & 0x7F));
      i += cut;
      from = i;
    }
    return text.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8))
        .toString();
  }

  /** Returns the length of the valid character at {@code i}; 0 when there is none. */
  private static int length(byte[] bytes, int i) {
    int wanted = wanted(bytes[i] & 0xFF);
    if (wanted < 2) {
      return wanted;
    }
    int second = continuation(bytes, i + 1);
    boolean valid =
        switch (bytes[i] & 0xFF) {
          case 0xE0 -> second >= 0xA0;
          case 0xED -> second >= 0x80 && second < 0xA0;
          case 0xF0 -> second >= 0x90;
          case 0xF4 -> second >= 0x80 && second < 0x90;
          default -> second >= 0x80;
        };
    for (int k = 2; k < wanted; k++) {
      valid = valid && continuation(bytes, i + k) >= 0x80;
    }
    return valid ? wanted : 0;
  }

  /** Returns how many bytes at {@code i} are the beginning of a character without its end. */
  private static int cut(byte[] bytes, int i) {
    int wanted = wanted(bytes[i] & 0xFF);
    int cut = 1;
    while (cut < wanted && continuation(bytes, i + cut) >= 0x80) {
      cut++;
    }
    return cut;
  }

  private static int wanted(int lead) {
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  }

  private static int continuation(byte[] bytes, int i) {
    int value = i < bytes.length ? bytes[i] & 0xFF : 0;
    return value >= 0x80 && value < 0xC0 ? value : -1;
  }

  private static String windows() {
    byte[] upper = new byte[0x80];
    for (int i = 0; i < upper.length; i++) {
      upper[i] = (byte) (0x80 + i);
    }
    return new String(upper, Charset.forName("windows-1252"));
  }
}
