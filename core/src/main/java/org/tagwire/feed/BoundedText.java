package org.tagwire.feed;

import java.io.Writer;
import java.util.Arrays;

/**
 * Collects the characters of one text after another, of each at most one more than {@link
 * Limits#TEXT}, which tells that it is to be cut. Used by one thread.
 */
final class BoundedText extends Writer {
  private char[] collected = new char[1_024];
  private int length;

  @Override
  public void write(char[] characters, int from, int count) {
    int more = Math.min(count, Limits.TEXT + 1 - length);
    if (more <= 0) {
      return;
    }
    if (length + more > collected.length) {
      collected = Arrays.copyOf(collected, Math.max(length + more, 2 * length));
    }
    System.arraycopy(characters, from, collected, length, more);
    length += more;
  }

  /** Returns the text so far and begins the next. */
  String take() {
    String text = new String(collected, 0, length);
    length = 0;
    return text;
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
