package org.tagwire.feed;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tagwire.html.WebEncodings;

/**
 * What the first bytes of a document give away: a byte order mark, or the zeros and letters of a
 * {@code <} in a wide encoding or in EBCDIC (XML 1.0, appendix F).
 */
final class ByteMarks {
  private static final int PROLOG = 400;

  private ByteMarks() {}

  /** Returns the text of bytes that are marked so; empty when they are not. */
  static Optional<String> decode(byte[] b) {
    int first = word(b, 0);
    int second = word(b, 2);
    if (first == 0xEFBB && at(b, 2) == 0xBF) {
      return text(b, 3, StandardCharsets.UTF_8);
    }
    if ((first == 0 && second == 0xFEFF) || (first == 0 && isAscii(second))) {
      return text(b, second == 0xFEFF ? 4 : 0, Charset.forName("UTF-32BE"));
    }
    if (second == 0 && (first == 0xFFFE || isAscii(swapped(first)))) {
      return text(b, first == 0xFFFE ? 4 : 0, Charset.forName("UTF-32LE"));
    }
    if (first == 0xFEFF || isAscii(first)) {
      return text(b, first == 0xFEFF ? 2 : 0, StandardCharsets.UTF_16BE);
    }
    if (first == 0xFFFE || isAscii(swapped(first))) {
      return text(b, first == 0xFFFE ? 2 : 0, StandardCharsets.UTF_16LE);
    }
    return first == 0x4C6F && second == 0xA794 ? text(b, 0, ebcdic(b)) : Optional.empty();
  }

  private static Charset ebcdic(byte[] bytes) {
    Charset invariant = Charset.forName("IBM037");
    String prolog = new String(bytes, 0, Math.min(bytes.length, PROLOG), invariant);
    return Decoder.declaredInProlog(prolog).flatMap(WebEncodings::find).orElse(invariant);
  }

  private static Optional<String> text(byte[] bytes, int from, Charset charset) {
    return Optional.of(new String(bytes, from, bytes.length - from, charset));
  }

  /** A document begins with a sign of markup or with white space. */
  private static boolean isAscii(int word) {
    return word == '<' || word == '{' || word == '[' || word == '\n' || word == '\r' || word == ' ';
  }

  private static int swapped(int word) {
    return word < 0 ? word : (word & 0xFF) << 8 | word >> 8;
  }

  private static int word(byte[] bytes, int i) {
    return i + 1 < bytes.length ? at(bytes, i) << 8 | at(bytes, i + 1) : -1;
  }

  private static int at(byte[] bytes, int i) {
    return i < bytes.length ? bytes[i] & 0xFF : -1;
  }
}
