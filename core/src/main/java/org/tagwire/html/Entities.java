package org.tagwire.html;

import java.util.function.IntConsumer;
import org.jsoup.parser.Parser;

/** Reads character references as the HTML standard does (WHATWG HTML, 13.2.5.72 and following). */
final class Entities {
  private static final int LONGEST_NAME = 32;

  /** What the numbers 128 to 159 stand for in practice: the characters windows-1252 has there. */
  private static final String WINDOWS =
      "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f"
          + "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

  private Entities() {}

  /**
   * Hands the characters of the reference at {@code at} to {@code out}, or the ampersand itself
   * where there is none.
   *
   * @return the position after what was read
   */
  static int append(String html, int at, int end, IntConsumer out) {
    int next = at + 1;
    if (next < end && html.charAt(next) == '#') {
      return number(html, at, end, out);
    }
    int i = next;
    while (i < end && i - next < LONGEST_NAME && Character.isLetterOrDigit(html.charAt(i))) {
      i++;
    }
    if (i > next && i < end && html.charAt(i) == ';') {
      i++;
    } else if (i == next || !isOldName(html.substring(next, i))) {
      out.accept('&');
      return next;
    }
    named(html.substring(at, i), out);
    return i;
  }

  private static boolean isOldName(String name) {
    return switch (name) {
      case "amp", "lt", "gt", "quot", "nbsp" -> true;
      default -> false;
    };
  }

  private static void named(String reference, IntConsumer out) {
    switch (reference) {
      case "&amp;", "&amp" -> out.accept('&');
      case "&lt;", "&lt" -> out.accept('<');
      case "&gt;", "&gt" -> out.accept('>');
      case "&quot;", "&quot" -> out.accept('"');
      case "&nbsp;", "&nbsp" -> out.accept('\u00a0');
      case "&apos;" -> out.accept('\'');
      default -> Parser.unescapeEntities(reference, false).codePoints().forEach(out);
    }
  }

  private static int number(String html, int at, int end, IntConsumer out) {
    int i = at + 2;
    boolean hex = i < end && (html.charAt(i) | 0x20) == 'x';
    int radix = hex ? 16 : 10;
    i = hex ? i + 1 : i;
    int begin = i;
    int value = 0;
    while (i < end && Character.digit(html.charAt(i), radix) >= 0 && html.charAt(i) < 128) {
      value = Math.min(value * radix + Character.digit(html.charAt(i), radix), 0x110000);
      i++;
    }
    if (i == begin) {
      out.accept('&');
      return at + 1;
    }
    out.accept(character(value));
    return i < end && html.charAt(i) == ';' ? i + 1 : i;
  }

  private static int character(int value) {
    if (value >= 128 && value < 160) {
      return WINDOWS.charAt(value - 128);
    }
    boolean valid = value > 0 && value < 0x110000 && !(value >= 0xD800 && value < 0xE000);
    return valid ? value : 0xFFFD;
  }
}
