package org.tagwire.store.sqlite;

import io.airlift.compress.v3.Compressor;
import io.airlift.compress.v3.Decompressor;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.lz4.Lz4JavaCompressor;
import io.airlift.compress.v3.lz4.Lz4JavaDecompressor;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;

/**
 * Compression of stored values, with a byte before each that says how.
 *
 * <p>Texts of a few kilobytes take LZ4, pages Zstandard; ADR 0002 has the figures. What does not
 * shrink stays as it is. Safe for use by many threads: each call has its own compressor.
 */
enum Packing {
  PLAIN,
  LZ4,
  ZSTD;

  /** Below this size nothing is gained. */
  private static final int SMALLEST = 96;

  private static final int LARGEST = 256 << 20;

  /** Appends {@code plain} to {@code out}, packed. */
  void pack(ByteWriter out, byte[] plain, int length) {
    if (this != PLAIN && length >= SMALLEST) {
      Compressor compressor = this == LZ4 ? new Lz4JavaCompressor() : new ZstdJavaCompressor();
      byte[] packed = new byte[compressor.maxCompressedLength(length)];
      int size = compressor.compress(plain, 0, length, packed, 0, packed.length);
      if (size < length) {
        out.ordinal(this).varint(length).varint(size).bare(packed, size);
        return;
      }
    }
    out.ordinal(PLAIN).varint(length).bare(plain, length);
  }

  byte[] pack(byte[] plain) {
    ByteWriter out = new ByteWriter();
    pack(out, plain, plain.length);
    return out.toBytes();
  }

  /** Reads what {@link #pack} appended. */
  static byte[] unpack(ByteReader in) {
    Packing packing = in.ordinal(values());
    int length = in.length();
    if (length > LARGEST) {
      throw in.damaged("it would unpack to " + length + " bytes");
    }
    if (packing == PLAIN) {
      return in.bare(length);
    }
    byte[] packed = in.block();
    byte[] plain = new byte[length];
    Decompressor decompressor =
        packing == LZ4 ? new Lz4JavaDecompressor() : new ZstdJavaDecompressor();
    try {
      if (decompressor.decompress(packed, 0, packed.length, plain, 0, length) == length) {
        return plain;
      }
    } catch (MalformedInputException e) {
      throw in.damaged(String.valueOf(e.getMessage()));
    }
    throw in.damaged("it unpacks to fewer bytes than it says");
  }
}
