package org.tagwire.picture;

import java.util.Optional;

/**
 * A publisher's picture before it is decoded: what it is by its own first bytes, how large, and of
 * its content only what decoding needs. Comments, profiles, positions, second files and everything
 * behind the end are gone.
 *
 * @param kind what it is
 * @param width in pixels, as its header says
 * @param height in pixels, as its header says
 * @param passes how often decoding goes over all of it; 1 but for JPEG in several scans
 * @param turn how what is decoded is to be turned
 * @param bytes the file with nothing but what decoding needs; handed over and never changed
 */
@SuppressWarnings(
    "ArrayRecordComponent") // handed over once, copying 10 MiB would double the memory
record Negative(Kind kind, int width, int height, int passes, Turn turn, byte[] bytes) {
  private static final int LONGEST_SIDE = 20_000;
  private static final long MOST_PIXELS = 40_000_000;

  /** A JPEG in several scans is held as a whole by its decoder, in two bytes a sample. */
  private static final long MOST_PIXELS_IN_PASSES = 16_000_000;

  private static final long MOST_WORK = 400_000_000;

  /** A picture that is decoded in one pass and stands as it is meant to. */
  Negative(Kind kind, int width, int height, byte[] bytes) {
    this(kind, width, height, 1, Turn.NONE, bytes);
  }

  /** The formats that are read. */
  enum Kind {
    JPEG,
    PNG,
    GIF,
    WEBP,
    /** The bitmap of an icon, without a file's header. */
    BITMAP
  }

  /** Reads a picture; empty for what is none, is broken or is larger than is decoded. */
  static Optional<Negative> read(byte[] file) {
    Optional<Negative> found =
        switch (new Bytes(file).magic()) {
          case JPEG -> JpegParts.read(file);
          case PNG -> PngParts.read(file);
          case GIF -> GifParts.read(file);
          case WEBP -> WebpParts.read(file);
          case ICO -> IcoParts.read(file);
          case NONE -> Optional.empty();
        };
    return found.filter(Negative::isBearable);
  }

  long pixels() {
    return (long) width * height;
  }

  private boolean isBearable() {
    return width > 0
        && height > 0
        && width <= LONGEST_SIDE
        && height <= LONGEST_SIDE
        && pixels() <= (passes > 1 ? MOST_PIXELS_IN_PASSES : MOST_PIXELS)
        && pixels() * passes <= MOST_WORK;
  }
}
