package org.tagwire.server.page;

import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where a page is set: one array of UTF-8 that grows, into which what is ASCII goes without a copy
 * in between. Used by one thread.
 */
final class Galley implements TemplateOutput {
  private static final int USUAL = 1 << 16;
  private static final int ASCII = 0x80;

  private byte[] set = new byte[USUAL];
  private int size;

  @Override
  public void writeContent(String text) {
    writeContent(text, 0, text.length());
  }

  @Override
  public void writeContent(String text, int begin, int end) {
    int from = size;
    reserve(end - begin);
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      if (c >= ASCII) {
        size = from + i - begin;
        writeBinaryContent(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
        return;
      }
      set[from + i - begin] = (byte) c;
    }
    size = from + end - begin;
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
