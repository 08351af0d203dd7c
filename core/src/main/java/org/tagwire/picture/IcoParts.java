package org.tagwire.picture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Takes the largest picture out of an ICO file, which holds one in several sizes, each a PNG or a
 * bitmap. Source: J. Hornick, Icons, Microsoft 1995; PNG in them since Windows Vista.
 */
final class IcoParts {
  private static final int HEAD = 6;
  private static final int ENTRY = 16;
  private static final int MOST_ENTRIES = 64;

  /** The greatest side that an entry can name, which it then writes as 0. */
  private static final int LONGEST_SIDE = 256;

  private final byte[] file;
  private final Bytes bytes;

  private IcoParts(byte[] file) {
    this.file = file;
    this.bytes = new Bytes(file);
  }

  static Optional<Negative> read(byte[] file) {
    return new IcoParts(file).largest();
  }

  /** Of what is equally large the one with more colours is taken; of what is broken the next. */
  private Optional<Negative> largest() {
    int entries = Math.clamp(bytes.little16(4), 0, MOST_ENTRIES);
    return IntStream.range(0, entries)
        .map(i -> HEAD + ENTRY * i)
        .filter(entry -> bytes.has(entry, ENTRY))
        .boxed()
        .sorted(Comparator.comparing(this::area).thenComparing(this::depth).reversed())
        .flatMap(entry -> picture(entry).stream())
        .findFirst();
  }

  private int area(int entry) {
    return side(bytes.at(entry)) * side(bytes.at(entry + 1));
  }

  private static int side(int written) {
    return written == 0 ? LONGEST_SIDE : written;
  }

  private int depth(int entry) {
    return bytes.little16(entry + 6);
  }

  private Optional<Negative> picture(int entry) {
    long length = bytes.little32(entry + 8);
    long offset = bytes.little32(entry + 12);
    if (length <= 0 || offset < HEAD || offset + length > file.length) {
      return Optional.empty();
    }
    byte[] content = Arrays.copyOfRange(file, (int) offset, (int) (offset + length));
    Optional<Negative> found =
        new Bytes(content).magic() == Bytes.Magic.PNG
            ? PngParts.read(content)
            : Bitmap.read(content).map(Bitmap::negative);
    return found.filter(each -> each.width() <= LONGEST_SIDE && each.height() <= LONGEST_SIDE);
  }
}
