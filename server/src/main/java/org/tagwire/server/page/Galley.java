package org.tagwire.server.page;

import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where a page is set: one array of UTF-8 that grows. The JDK's encoder copies ASCII many bytes at
 * a time, which makes up for the copy in between. Used by one thread.
 */
final class Galley implements TemplateOutput {
  private static final int USUAL = 1 << 16;

  private byte[] set = new byte[USUAL];
  private int size;

  @Override
  public void writeContent(String text) {
    writeBinaryContent(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void writeContent(String text, int begin, int end) {
    writeContent(text.substring(begin, end));
  }

  @Override
  public void writeBinaryContent(byte[] bytes) {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, set, size, bytes.length);
    size += bytes.length;
  }

  private void reserve(int more) {
    if (set.length - size < more) {
      set = Arrays.copyOf(set, Math.max(2 * set.length, size + more));
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(set, size);
  }
}
