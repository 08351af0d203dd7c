package org.tagwire.index.lucene;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.apache.lucene.util.BytesRef;

/**
 * Reads what {@link PackedWriter} wrote; running past the end throws {@link
 * IndexOutOfBoundsException}. For one thread.
 */
final class PackedReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  PackedReader(BytesRef packed) {
    bytes = packed.bytes;
    at = packed.offset;
    end = packed.offset + packed.length;
  }

  int octet() {
    return bytes[take(1)] & 0xFF;
  }

  byte[] raw(int length) {
    int from = take(length);
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  long number() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = octet();
      value |= (next & 0x7FL) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw new IndexOutOfBoundsException("a number of more than 64 bits at byte " + at);
  }

  long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  String text() {
    int length = (int) Math.min(number(), Integer.MAX_VALUE);
    return new String(bytes, take(length), length, StandardCharsets.UTF_8);
  }

  private int take(int length) {
    Objects.checkFromIndexSize(at, length, end);
    int from = at;
    at += length;
    return from;
  }
}
