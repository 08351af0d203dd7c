package org.tagwire.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Undoes the two common misreadings of text before it reached us: UTF-8 that was taken for
 * windows-1252 and encoded once more, and windows-1252 punctuation written by the number of its
 * byte (146 for an apostrophe).
 *
 * <p>Both are told with certainty or not at all: the control characters U+0080 to U+009F have no
 * use in text, and a whole document whose every character beyond ASCII happens to be part of a
 * UTF-8 sequence is no accident.
 */
final class Misreadings {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What the bytes 80 to 9F mean in windows-1252, in order. */
  private static final String MEANT = meant();

  private Misreadings() {}

  /** Returns the document as it was before it was encoded twice; empty when it was not. */
  static Optional<String> undoSecondEncoding(String document) {
    if (document.indexOf('\u00C3') < 0 && !document.contains("\u00E2\u20AC")) {
      return Optional.empty();
    }
    return bytes(document)
        .flatMap(Misreadings::utf8)
        .filter(once -> document.length() - once.length() > 1);
  }

  /**
   * Returns the text without control characters: those of the upper half read as what was meant,
   * the others left out but for line breaks and tabs. The same text when it has none.
   */
  static String withoutControls(String text) {
    boolean misread = false;
    boolean controlled = false;
    for (int i = 0; i < text.length(); i++) {
      misread |= isControl(text.charAt(i));
      controlled |= isUseless(text.charAt(i));
    }
    String meant =
        misread ? bytes(text).flatMap(Misreadings::utf8).orElseGet(() -> byWindows(text)) : text;
    return misread || controlled ? useful(meant) : text;
  }

  private static String useful(String text) {
    StringBuilder useful = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isUseless(c) && !isControl(c)) {
        useful.append(c);
      }
    }
    return useful.toString();
  }

  private static boolean isUseless(char c) {
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
  }

  private static String byWindows(String text) {
    StringBuilder mended = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char meant = isControl(c) ? MEANT.charAt(c - 0x80) : c;
      if (meant != '\uFFFD' || c == meant) {
        mended.append(meant);
      }
    }
    return mended.toString();
  }

  /**
   * Returns the bytes that read as {@code text} in windows-1252, its five unused places included.
   */
  private static Optional<byte[]> bytes(String text) {
    byte[] bytes = text.getBytes(WINDOWS_1252);
    if (bytes.length != text.length()) {
      return Optional.empty();
    }
    for (int i = 0; i < bytes.length; i++) {
      char c = text.charAt(i);
      if (isControl(c)) {
        bytes[i] = (byte) c;
      } else if (bytes[i] == '?' && c != '?') {
        return Optional.empty();
      }
    }
    return Optional.of(bytes);
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static String meant() {
    byte[] bytes = new byte[0x20];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (0x80 + i);
    }
    return new String(bytes, WINDOWS_1252);
  }

  private static boolean isControl(char c) {
    return c >= 0x80 && c <= 0x9F;
  }
}
