package org.tagwire.picture;

import java.awt.image.BufferedImage;

/**
 * How a camera was held: what is decoded is mirrored and turned by it, for nothing of the file but
 * its pixels is shown. Source: Exif 2.32 (CIPA DC-008), tag Orientation in the first directory of
 * its TIFF 6.0 part. Of that part no more is read than one segment of a JPEG holds.
 *
 * @param across whether left and right change places
 * @param down whether above and below change places
 * @param swaps whether rows become columns, after that
 */
record Turn(boolean across, boolean down, boolean swaps) {
  /** As it is decoded. */
  static final Turn NONE = new Turn(false, false, false);

  private static final String EXIF = "Exif\0\0";
  private static final int DIRECTORY = 4;
  private static final int ENTRY = 12;
  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;

  /** Returns whether a segment's content that begins here is Exif. */
  static boolean isSaidAt(Bytes file, int place) {
    return file.says(place, EXIF);
  }

  /** Reads the Exif between two places; no turn where it says none, or nonsense. */
  static Turn read(Bytes file, int from, int to) {
    int tiff = from + EXIF.length();
    boolean little = file.says(tiff, "II*\0");
    if (!little && !file.says(tiff, "MM\0*")) {
      return NONE;
    }
    long offset = little ? file.little32(tiff + DIRECTORY) : file.big32(tiff + DIRECTORY);
    if (offset < 0 || offset > to - tiff) {
      return NONE;
    }
    int directory = tiff + (int) offset;
    int entries = number(file, directory, little);
    for (int i = 0; i < entries; i++) {
      int entry = directory + 2 + ENTRY * i;
      if (entry + ENTRY > to) {
        return NONE;
      }
      if (number(file, entry, little) == ORIENTATION) {
        boolean said = number(file, entry + 2, little) == SHORT;
        return said ? of(number(file, entry + 8, little)) : NONE;
      }
    }
    return NONE;
  }

  private static int number(Bytes file, int place, boolean little) {
    return little ? file.little16(place) : file.big16(place);
  }

  /** Returns the turn of a number, 1 to 8; no turn for any other. */
  static Turn of(int orientation) {
    return switch (orientation) {
      case 2 -> new Turn(true, false, false);
      case 3 -> new Turn(true, true, false);
      case 4 -> new Turn(false, true, false);
      case 5 -> new Turn(false, false, true);
      case 6 -> new Turn(false, true, true);
      case 7 -> new Turn(true, true, true);
      case 8 -> new Turn(true, false, true);
      default -> NONE;
    };
  }

  BufferedImage applied(BufferedImage image) {
    if (equals(NONE)) {
      return image;
    }
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage turned =
        new BufferedImage(swaps ? height : width, swaps ? width : height, image.getType());
    for (int y = 0; y < turned.getHeight(); y++) {
      for (int x = 0; x < turned.getWidth(); x++) {
        int column = swaps ? y : x;
        int row = swaps ? x : y;
        int argb =
            image.getRGB(across ? width - 1 - column : column, down ? height - 1 - row : row);
        turned.setRGB(x, y, argb);
      }
    }
    return turned;
  }
}
