package org.tagwire.feed;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Long documents in order, read from their bytes: as a string, one letter beyond Latin would make
 * every character of them cost two bytes, and decoding them cost as much again.
 *
 * <p>In order is what is or may be taken for UTF-8, has no DOCTYPE and no sign of having been
 * encoded twice. A byte that is no UTF-8 ends the reading; then, as for all other documents, the
 * ordinary way tells what is the matter.
 */
final class LongDocument {
  private static final int LONG = 1 << 20;
  private static final int HEAD = 1 << 12;

  private LongDocument() {}

  /** Opens a document for reading; empty where it is short or not in order. */
  static Optional<Reader> open(FeedInput input) {
    byte[] body = input.body();
    if (body.length <= LONG || !saysUtf8(input) || looksEncodedTwice(body)) {
      return Optional.empty();
    }
    return Optional.of(
        new InputStreamReader(
            new ByteArrayInputStream(body),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  private static boolean saysUtf8(FeedInput input) {
    String head =
        new String(input.body(), 0, HEAD, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    String type = input.findContentType().orElse("").toLowerCase(Locale.ROOT);
    return head.startsWith("<")
        && !head.contains("<!doctype")
        && saysNoOther(head, "encoding")
        && saysNoOther(type, "charset");
  }

  private static boolean saysNoOther(String text, String word) {
    return !text.contains(word) || text.matches("(?s).*" + word + "\\s?=\\s?[\"']?utf-?8\\b.*");
  }

  /** Looks for the first letters of twice encoded text, as {@link Misreadings} does. */
  private static boolean looksEncodedTwice(byte[] body) {
    for (int i = 1; i < body.length; i++) {
      int before = body[i - 1] & 0xFF;
      int here = body[i] & 0xFF;
      if (before == 0xC3 && (here == 0x83 || here == 0xA2)) {
        return true;
      }
    }
    return false;
  }
}
