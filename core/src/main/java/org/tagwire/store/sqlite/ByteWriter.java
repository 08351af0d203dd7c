package org.tagwire.store.sqlite;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes values compactly: varints (7 bits a byte, low first), zigzag for signed ones, UTF-8 with
 * its length before it.
 */
final class ByteWriter {
  private byte[] bytes = new byte[4096];
  private int size;

  ByteWriter octet(int value) {
    room(1);
    bytes[size++] = (byte) value;
    return this;
  }

  ByteWriter flag(boolean value) {
    return octet(value ? 1 : 0);
  }

  ByteWriter ordinal(Enum<?> value) {
    return octet(value.ordinal());
  }

  ByteWriter varint(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  ByteWriter signed(long value) {
    return varint((value << 1) ^ (value >> 63));
  }

  ByteWriter fixedInt(int value) {
    return octet(value >>> 24).octet(value >>> 16).octet(value >>> 8).octet(value);
  }

  ByteWriter fixedLong(long value) {
    return fixedInt((int) (value >>> 32)).fixedInt((int) value);
  }

  ByteWriter real(double value) {
    return fixedLong(Double.doubleToRawLongBits(value));
  }

  ByteWriter block(byte[] block) {
    varint(block.length);
    return bare(block, block.length);
  }

  /** Writes the first {@code length} bytes as they are; the reader has to know how many. */
  ByteWriter bare(byte[] block, int length) {
    room(length);
    System.arraycopy(block, 0, bytes, size, length);
    size += length;
    return this;
  }

  ByteWriter text(String text) {
    return block(text.getBytes(StandardCharsets.UTF_8));
  }

  ByteWriter instant(Instant instant) {
    return signed(instant.getEpochSecond()).varint(instant.getNano());
  }

  <T> ByteWriter list(List<T> values, BiConsumer<ByteWriter, T> each) {
    varint(values.size());
    values.forEach(value -> each.accept(this, value));
    return this;
  }

  <T> ByteWriter optional(@Nullable T value, BiConsumer<ByteWriter, T> present) {
    flag(value != null);
    if (value != null) {
      present.accept(this, value);
    }
    return this;
  }

  int size() {
    return size;
  }

  /** The buffer itself, of which the first {@link #size} bytes count. */
  byte[] buffer() {
    return bytes;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
