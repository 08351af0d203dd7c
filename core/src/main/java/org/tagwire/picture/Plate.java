package org.tagwire.picture;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/**
 * What lies under an icon, so that it can be told on light and on dark paper, and hides the letter
 * that stands in its place until it comes: white, or dark under an icon that is all white itself.
 */
final class Plate {
  private static final int WHITE = 0xffffff;
  private static final int DARK = 0x24282d;

  /** Brighter than this on average is drawn for dark paper. */
  private static final double BRIGHT = 0.88;

  /** A white icon without holes is a white square, and is meant so. */
  private static final double HOLES = 0.1;

  private Plate() {}

  /** Returns the icon in the middle of an opaque square. */
  static BufferedImage under(BufferedImage icon) {
    int side = Math.max(icon.getWidth(), icon.getHeight());
    int ground = ground(icon);
    BufferedImage mounted = new BufferedImage(side, side, BufferedImage.TYPE_3BYTE_BGR);
    int[] row = new int[side];
    Arrays.fill(row, ground);
    for (int y = 0; y < side; y++) {
      mounted.setRGB(0, y, side, 1, row, 0, side);
    }
    int left = (side - icon.getWidth()) / 2;
    int top = (side - icon.getHeight()) / 2;
    for (int y = 0; y < icon.getHeight(); y++) {
      for (int x = 0; x < icon.getWidth(); x++) {
        mounted.setRGB(left + x, top + y, over(icon.getRGB(x, y), ground));
      }
    }
    return mounted;
  }

  private static int ground(BufferedImage icon) {
    double seen = 0;
    double light = 0;
    for (int y = 0; y < icon.getHeight(); y++) {
      for (int x = 0; x < icon.getWidth(); x++) {
        int argb = icon.getRGB(x, y);
        double opacity = (argb >>> 24) / 255.0;
        seen += opacity;
        light += opacity * brightness(argb);
      }
    }
    double holes = 1 - seen / ((double) icon.getWidth() * icon.getHeight());
    return holes > HOLES && light > BRIGHT * seen ? DARK : WHITE;
  }

  /** Relative luminance without gamma, which is good enough to tell white from the rest. */
  private static double brightness(int rgb) {
    return (0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255)) / 255;
  }

  private static int over(int argb, int ground) {
    int alpha = argb >>> 24;
    int mixed = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
      int part = (argb >> shift & 255) * alpha + (ground >> shift & 255) * (255 - alpha);
      mixed |= (part + 127) / 255 << shift;
    }
    return mixed;
  }
}
