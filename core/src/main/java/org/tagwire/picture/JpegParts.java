package org.tagwire.picture;

import java.util.Arrays;
import java.util.Optional;

/**
 * Takes a JPEG apart and puts together what decoding needs: tables, frame, scans. Source: ITU T.81,
 * annex B; which way up it is, is read from its {@link Turn} first. Used by one thread, for one
 * file.
 */
final class JpegParts {
  private static final int BEGIN = 2;
  private static final int TEM = 0x01;
  private static final int SOF0 = 0xc0;
  private static final int SOF2 = 0xc2;
  private static final int SOF15 = 0xcf;
  private static final int JPG = 0xc8;
  private static final int DAC = 0xcc;
  private static final int RST0 = 0xd0;
  private static final int RST7 = 0xd7;
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int DHT = 0xc4;
  private static final int DQT = 0xdb;
  private static final int DRI = 0xdd;
  private static final int APP1 = 0xe1;
  private static final int ADOBE = 0xee;
  private static final int ADOBE_LENGTH = 14;

  /** Says that three components are YCbCr, which decoders guess differently when nothing does. */
  private static final byte[] JFIF = {
    (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0
  };

  private final byte[] file;
  private final Bytes bytes;

  /** Begins with room for what goes first: the picture's own beginning and {@link #JFIF}. */
  private final byte[] kept;

  private int end = BEGIN + JFIF.length;
  private int place = BEGIN;
  private int width;
  private int height;
  private int components;
  private int scans;
  private Turn turn = Turn.NONE;
  private boolean turned;
  private boolean progressive;
  private boolean namedRgb;
  private boolean adobe;

  private JpegParts(byte[] file) {
    this.file = file;
    this.bytes = new Bytes(file);
    this.kept = new byte[file.length + BEGIN + JFIF.length + BEGIN];
  }

  static Optional<Negative> read(byte[] file) {
    JpegParts parts = new JpegParts(file);
    return parts.keep() ? Optional.of(parts.negative()) : Optional.empty();
  }

  private Negative negative() {
    boolean told = components == 3 && !adobe && !namedRgb;
    int begin = told ? 0 : JFIF.length;
    System.arraycopy(file, 0, kept, begin, BEGIN);
    if (told) {
      System.arraycopy(JFIF, 0, kept, BEGIN, JFIF.length);
    }
    put(EOI);
    int passes = progressive ? Math.max(scans, 2) : scans;
    return new Negative(
        Negative.Kind.JPEG, width, height, passes, turn, Arrays.copyOfRange(kept, begin, end));
  }

  /** Goes from segment to segment; a file that ends early is decoded as far as its scans go. */
  private boolean keep() {
    while (true) {
      int marker = nextMarker();
      if (marker < 0 || marker == EOI) {
        return scans > 0;
      }
      if (!standsAlone(marker) && !segment(marker)) {
        return false;
      }
    }
  }

  /** Goes to the next marker and past it; -1 at the end. */
  private int nextMarker() {
    while (bytes.at(place) >= 0 && bytes.at(place) != 0xff) {
      place++;
    }
    while (bytes.at(place) == 0xff) {
      place++;
    }
    return bytes.at(place++);
  }

  private static boolean standsAlone(int marker) {
    return marker <= TEM || (marker >= RST0 && marker <= RST7);
  }

  private boolean segment(int marker) {
    int length = bytes.big16(place);
    if (length < 2 || !bytes.has(place, length)) {
      place = bytes.length();
      return scans > 0;
    }
    boolean fine =
        switch (marker) {
          case SOI -> false;
          case DHT, DQT, DRI -> write(marker, length);
          case ADOBE -> adobe(length);
          case APP1 -> exif(length);
          case SOS -> components > 0 && write(marker, length);
          default -> !isFrame(marker) || frame(marker, length);
        };
    place += length;
    return fine && (marker != SOS || scan());
  }

  /** The first that says which way up counts. */
  private boolean exif(int length) {
    if (!turned && Turn.isSaidAt(bytes, place + 2)) {
      turned = true;
      turn = Turn.read(bytes, place + 2, place + length);
    }
    return true;
  }

  private boolean write(int marker, int length) {
    put(marker);
    copy(place, length);
    return true;
  }

  private void put(int marker) {
    kept[end++] = (byte) 0xff;
    kept[end++] = (byte) marker;
  }

  private void copy(int from, int length) {
    System.arraycopy(file, from, kept, end, length);
    end += length;
  }

  /** Says how colours are written; one is enough. */
  private boolean adobe(int length) {
    boolean first = !adobe && length == ADOBE_LENGTH && bytes.says(place + 2, "Adobe");
    adobe |= first;
    return !first || write(ADOBE, length);
  }

  private static boolean isFrame(int marker) {
    return marker >= SOF0 && marker <= SOF15 && marker != DHT && marker != JPG && marker != DAC;
  }

  /** Baseline, extended and progressive are read: one frame of one or three components. */
  private boolean frame(int marker, int length) {
    boolean second = components != 0;
    height = bytes.big16(place + 3);
    width = bytes.big16(place + 5);
    components = bytes.at(place + 7);
    progressive = marker == SOF2;
    namedRgb =
        bytes.at(place + 8) == 'R' && bytes.at(place + 11) == 'G' && bytes.at(place + 14) == 'B';
    return !second
        && marker <= SOF2
        && bytes.at(place + 2) == 8
        && (components == 1 || components == 3)
        && length == 8 + 3 * components
        && write(marker, length);
  }

  private boolean scan() {
    int from = place;
    while (place < file.length && !(file[place] == (byte) 0xff && endsScan(bytes.at(place + 1)))) {
      place++;
    }
    copy(from, place - from);
    scans++;
    return true;
  }

  private static boolean endsScan(int next) {
    return next > 0 && next != 0xff && (next < RST0 || next > RST7);
  }
}
