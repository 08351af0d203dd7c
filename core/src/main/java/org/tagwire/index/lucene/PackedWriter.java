package org.tagwire.index.lucene;

import java.nio.charset.StandardCharsets;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;

/** Bytes being written: varints (seven bits each, low ones first) and UTF-8. For one thread. */
final class PackedWriter {
  private byte[] bytes;
  private int length;

  PackedWriter(int expected) {
    bytes = new byte[expected];
  }

  void octet(int value) {
    bytes = ArrayUtil.grow(bytes, length + 1);
    bytes[length++] = (byte) value;
  }

  void raw(byte[] value) {
    bytes = ArrayUtil.grow(bytes, length + value.length);
    System.arraycopy(value, 0, bytes, length, value.length);
    length += value.length;
  }

  void number(long value) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      octet((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    octet((int) rest);
  }

  /** Zigzag, so that small numbers of either sign stay short. */
  void signed(long value) {
    number((value << 1) ^ (value >> 63));
  }

  void text(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    raw(utf8);
  }

  BytesRef done() {
    return new BytesRef(bytes, 0, length);
  }
}
