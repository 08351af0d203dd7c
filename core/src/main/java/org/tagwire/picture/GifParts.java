package org.tagwire.picture;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Takes a GIF apart and keeps its first frame. Source: GIF89a (CompuServe, 1990). Used by one
 * thread, for one file.
 */
final class GifParts {
  private static final int SCREEN = 6;
  private static final int BLOCKS = 13;
  private static final int EXTENSION = 0x21;
  private static final int FRAME = 0x2c;
  private static final int END = 0x3b;
  private static final int CONTROL = 0xf9;
  private static final int CONTROL_LENGTH = 8;
  private static final int FRAME_LENGTH = 10;

  private final byte[] file;
  private final Bytes bytes;
  private final ByteArrayOutputStream kept;
  private int control = -1;

  private GifParts(byte[] file) {
    this.file = file;
    this.bytes = new Bytes(file);
    this.kept = new ByteArrayOutputStream(file.length);
  }

  static Optional<Negative> read(byte[] file) {
    return new GifParts(file).read();
  }

  private Optional<Negative> read() {
    int begin = BLOCKS + table(bytes.at(SCREEN + 4));
    if (!bytes.has(0, begin)) {
      return Optional.empty();
    }
    kept.write(file, 0, begin);
    int place = begin;
    while (bytes.at(place) == EXTENSION) {
      if (bytes.at(place + 1) == CONTROL && bytes.at(place + 2) == 4) {
        control = place;
      }
      place = behindBlocks(place + 2);
    }
    return bytes.at(place) == FRAME ? frame(place) : Optional.empty();
  }

  private Optional<Negative> frame(int place) {
    int data = place + FRAME_LENGTH + table(bytes.at(place + 9)) + 1;
    int end = behindBlocks(data);
    if (!bytes.has(0, end)) {
      return Optional.empty();
    }
    if (control >= 0) {
      kept.write(file, control, CONTROL_LENGTH);
    }
    kept.write(file, place, end - place);
    kept.write(END);
    int width = Math.max(bytes.little16(SCREEN), bytes.little16(place + 5));
    int height = Math.max(bytes.little16(SCREEN + 2), bytes.little16(place + 7));
    return Optional.of(new Negative(Negative.Kind.GIF, width, height, kept.toByteArray()));
  }

  /** Returns how many bytes the table of colours has that these flags announce. */
  private static int table(int flags) {
    return flags > 0 && (flags & 0x80) != 0 ? 3 << ((flags & 7) + 1) : 0;
  }

  /** Returns the place behind a row of blocks, or one beyond the end of a file that breaks off. */
  private int behindBlocks(int first) {
    int place = first;
    while (bytes.at(place) > 0) {
      place += bytes.at(place) + 1;
    }
    return bytes.at(place) == 0 ? place + 1 : file.length + 1;
  }
}
