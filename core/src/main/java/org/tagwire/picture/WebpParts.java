package org.tagwire.picture;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Takes a still WebP apart and puts together its picture chunks alone: no profile, no Exif, no XMP,
 * no animation, nothing unknown, no byte behind the end. Source: RFC 9649. Used by one thread, for
 * one file.
 */
final class WebpParts {
  private static final int CHUNKS = 12;
  private static final int HEAD = 8;
  private static final int EXTENDED_LENGTH = 10;
  private static final int HAS_ALPHA = 0x10;

  private final byte[] file;
  private final Bytes bytes;
  private int extended = -1;
  private int alpha = -1;
  private int picture = -1;

  private WebpParts(byte[] file) {
    this.file = file;
    this.bytes = new Bytes(file);
  }

  static Optional<Negative> read(byte[] file) {
    return new WebpParts(file).read();
  }

  private Optional<Negative> read() {
    if (!find() || picture < 0) {
      return Optional.empty();
    }
    int width = width();
    int height = height();
    boolean fits = width > 0 && height > 0 && fitsItsCanvas(width, height);
    return fits
        ? Optional.of(new Negative(Negative.Kind.WEBP, width, height, written(width, height)))
        : Optional.empty();
  }

  /** Looks for the chunks that make the picture; each may be there once. */
  private boolean find() {
    long end = bytes.little32(4) + HEAD;
    int place = CHUNKS;
    while (place + HEAD <= end) {
      long length = bytes.little32(place + 4);
      if (length < 0 || place + HEAD + length > end || !bytes.has(place + HEAD, length)) {
        return false;
      }
      if (!take(place)) {
        return false;
      }
      place += (int) (HEAD + length + (length & 1));
    }
    return true;
  }

  private boolean take(int place) {
    if (bytes.says(place, "VP8X")) {
      extended = place;
      return place == CHUNKS && bytes.little32(place + 4) == EXTENDED_LENGTH;
    }
    if (bytes.says(place, "ALPH")) {
      boolean first = alpha < 0 && picture < 0;
      alpha = place;
      return first;
    }
    if (bytes.says(place, "VP8 ") || bytes.says(place, "VP8L")) {
      boolean first = picture < 0;
      picture = place;
      return first;
    }
    return !bytes.says(place, "ANIM") && !bytes.says(place, "ANMF");
  }

  private boolean isLossless() {
    return bytes.says(picture, "VP8L");
  }

  private int width() {
    int data = picture + HEAD;
    if (isLossless()) {
      return bytes.at(data) == 0x2f ? (bytes.little16(data + 1) & 0x3fff) + 1 : -1;
    }
    return isKeyFrame(data) ? bytes.little16(data + 6) & 0x3fff : -1;
  }

  private int height() {
    int data = picture + HEAD;
    return isLossless()
        ? (int) (bytes.little32(data + 1) >> 14 & 0x3fff) + 1
        : bytes.little16(data + 8) & 0x3fff;
  }

  private boolean isKeyFrame(int data) {
    return (bytes.at(data) & 1) == 0
        && bytes.at(data + 3) == 0x9d
        && bytes.at(data + 4) == 0x01
        && bytes.at(data + 5) == 0x2a;
  }

  private boolean fitsItsCanvas(int width, int height) {
    return extended < 0
        || (bytes.little24(extended + HEAD + 4) + 1 == width
            && bytes.little24(extended + HEAD + 7) + 1 == height);
  }

  private byte[] written(int width, int height) {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream(file.length);
    if (alpha >= 0 && !isLossless()) {
      name(chunks, "VP8X", EXTENDED_LENGTH);
      little(chunks, HAS_ALPHA, 4);
      little(chunks, width - 1, 3);
      little(chunks, height - 1, 3);
      copy(chunks, alpha);
    }
    copy(chunks, picture);
    ByteArrayOutputStream whole = new ByteArrayOutputStream(chunks.size() + CHUNKS);
    name(whole, "RIFF", chunks.size() + 4);
    whole.writeBytes("WEBP".getBytes(StandardCharsets.US_ASCII));
    whole.writeBytes(chunks.toByteArray());
    return whole.toByteArray();
  }

  private void copy(ByteArrayOutputStream out, int place) {
    int length = (int) bytes.little32(place + 4);
    out.write(file, place, HEAD + length);
    if ((length & 1) == 1) {
      out.write(0);
    }
  }

  private static void name(ByteArrayOutputStream out, String name, int length) {
    out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    little(out, length, 4);
  }

  private static void little(ByteArrayOutputStream out, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(value >> 8 * i);
    }
  }
}
