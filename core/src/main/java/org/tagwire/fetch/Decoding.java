package org.tagwire.fetch;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * The one layer of content coding that is read: gzip, deflate (with or without the zlib wrapper),
 * br, zstd (RFC 9110 §8.4.1, 7932, 8878). More layers are refused, because they are how small
 * bodies grow without end, and so are zstd windows of more than 8 MiB (RFC 9659).
 */
enum Decoding {
  IDENTITY,
  GZIP,
  DEFLATE,
  BROTLI,
  ZSTD;

  private static final int ZSTD_HEADER = 18;
  private static final long ZSTD_WINDOW = 8 << 20;
  private static final boolean NATIVE_BROTLI = Brotli4jLoader.isAvailable();

  /** What is offered to servers. */
  static String offered() {
    return NATIVE_BROTLI ? "gzip, deflate, br, zstd" : "gzip, deflate, zstd";
  }

  /** Reads Content-Encoding headers; empty when there are more layers than one. */
  static Optional<Decoding> of(List<String> headers) throws UnknownEncodingException {
    List<String> layers = new ArrayList<>();
    for (String header : headers) {
      for (String layer : header.toLowerCase(Locale.ROOT).split(",")) {
        String name = layer.strip();
        if (!name.isEmpty() && !name.equals("identity") && !name.equals("none")) {
          layers.add(name);
        }
      }
    }
    if (layers.size() > 1) {
      return Optional.empty();
    }
    return Optional.of(layers.isEmpty() ? IDENTITY : named(layers.getFirst()));
  }

  private static Decoding named(String name) throws UnknownEncodingException {
    return switch (name) {
      case "gzip", "x-gzip" -> GZIP;
      case "deflate" -> DEFLATE;
      case "br" -> BROTLI;
      case "zstd" -> ZSTD;
      // What servers write who mean none: a charset, or aws-chunked from a store.
      case "utf-8", "utf8", "binary", "8bit", "aws-chunked" -> IDENTITY;
      default -> throw new UnknownEncodingException(name);
    };
  }

  /** Returns the decoded bytes of a stream. */
  InputStream open(InputStream wire) throws IOException {
    return switch (this) {
      case IDENTITY -> wire;
      case GZIP -> new GZIPInputStream(wire, 8192);
      case DEFLATE -> inflate(wire);
      case BROTLI -> brotli(wire);
      case ZSTD -> unzstd(wire);
    };
  }

  /**
   * RFC 9110 says zlib, some servers send raw deflate; the first two bytes tell (RFC 1950 §2.2).
   */
  private static InputStream inflate(InputStream wire) throws IOException {
    BufferedInputStream peeked = new BufferedInputStream(wire, 8192);
    peeked.mark(2);
    int first = peeked.read();
    int second = peeked.read();
    peeked.reset();
    if (first < 0) {
      throw new EOFException("an empty deflate body");
    }
    boolean zlib = (first & 0x0f) == 8 && ((first << 8) + Math.max(0, second)) % 31 == 0;
    return new InflaterInputStream(peeked, new Inflater(!zlib), 8192);
  }

  private static InputStream unzstd(InputStream wire) throws IOException {
    BufferedInputStream peeked = new BufferedInputStream(wire, 8192);
    peeked.mark(ZSTD_HEADER);
    byte[] header = peeked.readNBytes(ZSTD_HEADER);
    peeked.reset();
    if (header.length >= 6 && zstdWindow(header) > ZSTD_WINDOW) {
      throw new IOException("a zstd window of more than " + ZSTD_WINDOW + " bytes");
    }
    return new ZstdInputStream(peeked);
  }

  /**
   * Reads how much of the past a zstd frame looks back on (RFC 8878 §3.1.1.1): the decoder would
   * find out only when it is asked to.
   */
  private static long zstdWindow(byte[] header) {
    int descriptor = header[4] & 0xff;
    boolean isSingleSegment = (descriptor & 0x20) != 0;
    if (!isSingleSegment) {
      long base = 1L << (10 + ((header[5] & 0xff) >> 3));
      return base + base / 8 * (header[5] & 7);
    }
    int dictionary = (descriptor & 3) == 3 ? 4 : descriptor & 3;
    int bytes = 1 << (descriptor >> 6);
    long size = bytes == 2 ? 256 : 0;
    for (int i = 0; i < bytes && 5 + dictionary + i < header.length; i++) {
      size += (header[5 + dictionary + i] & 0xffL) << (8 * i);
    }
    return size < 0 ? Long.MAX_VALUE : size;
  }

  private static InputStream brotli(InputStream wire) throws IOException {
    if (!NATIVE_BROTLI) {
      throw new UnknownEncodingException("br");
    }
    return new BrotliInputStream(wire, 16 << 10);
  }

  /** A coding nobody offered to read. */
  static final class UnknownEncodingException extends IOException {
    private static final long serialVersionUID = 1L;

    UnknownEncodingException(String name) {
      super("unknown content coding" + (isToken(name) ? " '" + name + "'" : ""));
    }

    /** What is no name is not repeated. */
    private static boolean isToken(String name) {
      return name.matches("[a-z0-9_.+-]{1,40}");
    }
  }
}
