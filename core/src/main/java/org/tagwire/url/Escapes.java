package org.tagwire.url;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Percent-encoding: what must be escaped where (WHATWG URL §1.3), and escapes in one spelling (RFC
 * 3986 §6.2.2).
 */
final class Escapes {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String IN_PATH = " \"#<>?^`{}";
  private static final String IN_QUERY = " \"#<>'";
  private static final String IN_USER_INFO = " \"#<>?^`{}/;=@[\\]|";

  private Escapes() {}

  static String path(String text) {
    return escape(text, IN_PATH);
  }

  static String query(String text) {
    return escape(text, IN_QUERY);
  }

  static String userInfo(String text) {
    return escape(text, IN_USER_INFO);
  }

  private static String escape(String text, String set) {
    int first = 0;
    while (first < text.length() && isKept(text.charAt(first), set)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (c < 0x80 && isKept((char) c, set)) {
        result.append((char) c);
      } else {
        appendEscaped(c, result);
      }
      i += Character.charCount(c);
    }
    return result.toString();
  }

  private static boolean isKept(char c, String set) {
    return c > 0x1f && c < 0x7f && set.indexOf(c) < 0;
  }

  private static void appendEscaped(int c, StringBuilder result) {
    // Half a surrogate pair has no UTF-8; browsers send the replacement character for it.
    int whole = c >= 0xD800 && c <= 0xDFFF ? 0xFFFD : c;
    for (byte b : Character.toString(whole).getBytes(StandardCharsets.UTF_8)) {
      result.append('%');
      HEX.toHexDigits(result, b);
    }
  }

  /**
   * Writes escapes in capitals and takes those away that nothing needs (letters, digits, {@code - .
   * _ ~}).
   */
  static String normalise(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int value = escapedAt(text, i);
      if (value < 0) {
        result.append(text.charAt(i));
      } else {
        if (isUnreserved(value)) {
          result.append((char) value);
        } else {
          HEX.toHexDigits(result.append('%'), (byte) value);
        }
        i += 2;
      }
    }
    return result.toString();
  }

  /** Takes all escapes away; bytes that are no UTF-8 become the replacement character. */
  static String decode(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
    for (int i = 0; i < text.length(); ) {
      int value = escapedAt(text, i);
      if (value >= 0) {
        bytes.write(value);
        i += 3;
      } else {
        int c = text.codePointAt(i);
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static int escapedAt(String text, int at) {
    boolean escaped =
        text.charAt(at) == '%'
            && at + 2 < text.length()
            && HexFormat.isHexDigit(text.charAt(at + 1))
            && HexFormat.isHexDigit(text.charAt(at + 2));
    return escaped
        ? HexFormat.fromHexDigit(text.charAt(at + 1)) << 4
            | HexFormat.fromHexDigit(text.charAt(at + 2))
        : -1;
  }

  private static boolean isUnreserved(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
