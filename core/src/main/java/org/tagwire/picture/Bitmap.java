package org.tagwire.picture;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * The bitmap of an icon: a header, a palette, the colours from the lowest row upwards, and a mask
 * of one bit a pixel that says what is transparent. 1, 4, 8, 24 or 32 bits a pixel, nothing packed.
 * Source: BITMAPINFOHEADER as Microsoft documents it; in an icon its height counts both pictures.
 *
 * @param content the bytes, of which all that is needed is there
 * @param width in pixels, 256 at most
 * @param height in pixels, 256 at most
 * @param depth bits a pixel
 * @param pixels where the colours begin
 */
@SuppressWarnings("ArrayRecordComponent") // read within one call and never handed on
record Bitmap(byte[] content, int width, int height, int depth, int pixels) {
  private static final int HEADER = 40;
  private static final int LONGEST_SIDE = 256;
  private static final int OPAQUE = 0xff << 24;

  /** Reads a bitmap; empty for one that is packed, cut short or none. */
  static Optional<Bitmap> read(byte[] content) {
    Bytes bytes = new Bytes(content);
    long header = bytes.little32(0);
    long width = bytes.little32(4);
    long height = bytes.little32(8) / 2;
    int depth = bytes.little16(14);
    boolean known =
        header >= HEADER
            && header <= content.length
            && isSide(width)
            && isSide(height)
            && (depth == 1 || depth == 4 || depth == 8 || depth == 24 || depth == 32)
            && bytes.little32(16) == 0;
    if (!known) {
      return Optional.empty();
    }
    long named = bytes.little32(32);
    long colours = depth > 8 ? 0 : named == 0 ? 1L << depth : Math.min(named, 1L << depth);
    long pixels = header + 4 * colours;
    Bitmap bitmap = new Bitmap(content, (int) width, (int) height, depth, (int) pixels);
    return Optional.of(bitmap).filter(b -> pixels + height * b.row(depth) <= content.length);
  }

  private static boolean isSide(long side) {
    return side >= 1 && side <= LONGEST_SIDE;
  }

  Negative negative() {
    return new Negative(Negative.Kind.BITMAP, width, height, content);
  }

  /** Returns how many bytes a row has, which are always a multiple of four. */
  private int row(int bits) {
    return (width * bits + 31) / 32 * 4;
  }

  BufferedImage image() {
    Bytes bytes = new Bytes(content);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    boolean veiled = depth == 32 && hasAlpha(bytes);
    int mask = pixels + height * row(depth);
    for (int y = 0; y < height; y++) {
      int line = height - 1 - y;
      for (int x = 0; x < width; x++) {
        int colour = colour(bytes, x, pixels + line * row(depth));
        boolean hidden = !veiled && bit(bytes, x, mask + line * row(1));
        image.setRGB(x, y, hidden ? 0 : veiled ? colour : colour | OPAQUE);
      }
    }
    return image;
  }

  /** Writers that know no alpha leave it 0 everywhere, and the mask counts. */
  private boolean hasAlpha(Bytes bytes) {
    for (int i = 0; i < width * height; i++) {
      if (bytes.at(pixels + 4 * i + 3) > 0) {
        return true;
      }
    }
    return false;
  }

  private int colour(Bytes bytes, int x, int row) {
    return switch (depth) {
      case 32 -> (int) bytes.little32(row + 4 * x);
      case 24 -> bytes.little24(row + 3 * x);
      default -> named(bytes, x, row);
    };
  }

  private int named(Bytes bytes, int x, int row) {
    int inByte = 8 / depth;
    int shift = 8 - depth * (x % inByte + 1);
    int number = bytes.at(row + x / inByte) >> shift & (1 << depth) - 1;
    int colours = (int) bytes.little32(0);
    int place = colours + 4 * number;
    return place + 4 <= pixels ? bytes.little24(place) : 0;
  }

  /** A mask that is cut off hides nothing. */
  private static boolean bit(Bytes bytes, int x, int row) {
    int eight = bytes.at(row + x / 8);
    return eight >= 0 && (eight >> 7 - x % 8 & 1) == 1;
  }
}
