package org.tagwire.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

/** Reads what {@link ByteWriter} wrote; anything else is damage, {@code STORE_FAILED}. */
final class ByteReader {
  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  int octet() {
    need(1);
    return bytes[at++] & 0xFF;
  }

  boolean flag() {
    return octet() != 0;
  }

  <E extends Enum<E>> E ordinal(E[] values) {
    int ordinal = octet();
    if (ordinal >= values.length) {
      throw damaged("there is no value number " + ordinal);
    }
    return values[ordinal];
  }

  long varint() {
    long value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      int next = octet();
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return value;
      }
    }
    throw damaged("a number does not end");
  }

  long signed() {
    long value = varint();
    return (value >>> 1) ^ -(value & 1);
  }

  int length() {
    long length = varint();
    if (length < 0 || length > Integer.MAX_VALUE - 8) {
      throw damaged("a length is " + length);
    }
    return (int) length;
  }

  int fixedInt() {
    return octet() << 24 | octet() << 16 | octet() << 8 | octet();
  }

  long fixedLong() {
    return (long) fixedInt() << 32 | fixedInt() & 0xFFFFFFFFL;
  }

  double real() {
    return Double.longBitsToDouble(fixedLong());
  }

  byte[] block() {
    return bare(length());
  }

  byte[] bare(int length) {
    need(length);
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  String text() {
    int length = length();
    need(length);
    at += length;
    return new String(bytes, at - length, length, StandardCharsets.UTF_8);
  }

  Instant instant() {
    return Instant.ofEpochSecond(signed(), varint());
  }

  <T> List<T> list(Function<ByteReader, T> each) {
    int size = length();
    List<T> values = new ArrayList<>(Math.min(size, 1024));
    for (int i = 0; i < size; i++) {
      values.add(each.apply(this));
    }
    return values;
  }

  <T> @Nullable T optional(Function<ByteReader, T> present) {
    return flag() ? present.apply(this) : null;
  }

  int remaining() {
    return bytes.length - at;
  }

  TagwireException damaged(String what) {
    return new TagwireException(
        ErrorCode.STORE_FAILED,
        "a stored value of "
            + bytes.length
            + " bytes is damaged at byte "
            + at
            + ": "
            + what
            + ". Put the last backup back with 'tagwire restore FILE'");
  }

  private void need(int more) {
    if (more > bytes.length - at) {
      throw damaged(more + " more bytes were expected");
    }
  }
}
