package org.tagwire.picture;

import java.nio.charset.StandardCharsets;

/** A file's bytes, read without ever leaving them: what lies beyond the end is -1. */
final class Bytes {
  private static final int[] PNG = {0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int[] ICO = {0, 0, 1, 0};

  private final byte[] file;

  Bytes(byte[] file) {
    this.file = file;
  }

  /** What a file is by its first bytes. */
  enum Magic {
    JPEG,
    PNG,
    GIF,
    WEBP,
    ICO,
    NONE
  }

  Magic magic() {
    if (at(0) == 0xff && at(1) == 0xd8 && at(2) == 0xff) {
      return Magic.JPEG;
    }
    if (begins(PNG)) {
      return Magic.PNG;
    }
    if (says(0, "GIF87a") || says(0, "GIF89a")) {
      return Magic.GIF;
    }
    if (says(0, "RIFF") && says(8, "WEBP")) {
      return Magic.WEBP;
    }
    return begins(ICO) ? Magic.ICO : Magic.NONE;
  }

  int length() {
    return file.length;
  }

  /** Returns whether so many bytes from a place on are there. */
  boolean has(int from, long count) {
    return from >= 0 && count >= 0 && from + count <= file.length;
  }

  int at(int place) {
    return place >= 0 && place < file.length ? file[place] & 0xff : -1;
  }

  /** Reads two bytes, the greater first; -1 beyond the end. */
  int big16(int place) {
    return has(place, 2) ? at(place) << 8 | at(place + 1) : -1;
  }

  /** Reads four bytes, the greatest first, as a number without a sign; -1 beyond the end. */
  long big32(int place) {
    return has(place, 4) ? (long) big16(place) << 16 | big16(place + 2) : -1;
  }

  /** Reads two bytes, the smaller first; -1 beyond the end. */
  int little16(int place) {
    return has(place, 2) ? at(place + 1) << 8 | at(place) : -1;
  }

  /** Reads three bytes, the smallest first; -1 beyond the end. */
  int little24(int place) {
    return has(place, 3) ? at(place + 2) << 16 | little16(place) : -1;
  }

  /** Reads four bytes, the smallest first, as a number without a sign; -1 beyond the end. */
  long little32(int place) {
    return has(place, 4) ? (long) little16(place + 2) << 16 | little16(place) : -1;
  }

  boolean says(int place, String ascii) {
    byte[] said = ascii.getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < said.length; i++) {
      if (at(place + i) != said[i]) {
        return false;
      }
    }
    return true;
  }

  private boolean begins(int[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (at(i) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
