package org.tagwire.picture;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Takes a PNG apart and keeps header, palette, transparency and pixels: no text, profile or second
 * frame, which could be a thousand times as large once inflated. Source: PNG (W3C, third edition).
 */
final class PngParts {
  private static final int SIGNATURE = 8;
  private static final int AROUND = 12;
  private static final int HEADER_LENGTH = 13;

  private PngParts() {}

  static Optional<Negative> read(byte[] file) {
    Bytes bytes = new Bytes(file);
    int width = (int) Math.min(bytes.big32(SIGNATURE + 8), Integer.MAX_VALUE);
    int height = (int) Math.min(bytes.big32(SIGNATURE + 12), Integer.MAX_VALUE);
    boolean headed = bytes.big32(SIGNATURE) == HEADER_LENGTH && bytes.says(SIGNATURE + 4, "IHDR");
    if (!headed || !hasKnownDepth(bytes)) {
      return Optional.empty();
    }
    return kept(file, bytes).map(b -> new Negative(Negative.Kind.PNG, width, height, b));
  }

  /** Depth, colour, compression, filter and interlace are what the standard knows. */
  private static boolean hasKnownDepth(Bytes bytes) {
    int depth = bytes.at(SIGNATURE + 16);
    int colour = bytes.at(SIGNATURE + 17);
    return Integer.bitCount(depth) == 1
        && depth <= 16
        && (colour == 0 || colour == 2 || colour == 3 || colour == 4 || colour == 6)
        && bytes.at(SIGNATURE + 18) == 0
        && bytes.at(SIGNATURE + 19) == 0
        && bytes.at(SIGNATURE + 20) <= 1;
  }

  private static Optional<byte[]> kept(byte[] file, Bytes bytes) {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
    kept.write(file, 0, SIGNATURE);
    int place = SIGNATURE;
    boolean pixels = false;
    while (bytes.has(place, AROUND)) {
      long whole = bytes.big32(place) + AROUND;
      if (!bytes.has(place, whole)) {
        return Optional.empty();
      }
      if (isNeeded(bytes, place)) {
        kept.write(file, place, (int) whole);
        pixels |= bytes.says(place + 4, "IDAT");
      }
      if (bytes.says(place + 4, "IEND")) {
        return pixels ? Optional.of(kept.toByteArray()) : Optional.empty();
      }
      place += (int) whole;
    }
    return Optional.empty();
  }

  /** One header only, which is the first chunk. */
  private static boolean isNeeded(Bytes bytes, int place) {
    int name = place + 4;
    return bytes.says(name, "IDAT")
        || bytes.says(name, "PLTE")
        || bytes.says(name, "tRNS")
        || bytes.says(name, "IEND")
        || (place == SIGNATURE && bytes.says(name, "IHDR"));
  }
}
