package org.tagwire.picture;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;

/**
 * A picture made smaller by averaging over the area of each new pixel; colours count as much as
 * they are opaque. Done by hand, because drawing would start Java's whole graphics.
 */
final class Reduction {
  private static final int CHANNELS = 4;
  private static final int OPAQUE = 255;

  private final BufferedImage source;
  private final int width;
  private final int height;
  private final float[] row;
  private final float[] sums;
  private final int[] pixels;
  private boolean transparent;

  private Reduction(BufferedImage source, int width, int height) {
    this.source = source;
    this.width = width;
    this.height = height;
    this.row = new float[width * CHANNELS];
    this.sums = new float[width * CHANNELS];
    this.pixels = new int[width * height];
  }

  /** Reduces to at most this size, in proportion; what is smaller keeps its size. */
  static Reduction of(BufferedImage source, int mostWidth, int mostHeight) {
    double scale =
        Math.min(
            1.0,
            Math.min(
                (double) mostWidth / source.getWidth(), (double) mostHeight / source.getHeight()));
    Reduction reduction =
        new Reduction(
            source,
            (int) Math.max(1, Math.round(source.getWidth() * scale)),
            (int) Math.max(1, Math.round(source.getHeight() * scale)));
    reduction.run();
    return reduction;
  }

  /** Returns whether pixels of this type are read without asking their colour model each. */
  static boolean readsFast(int type) {
    return type == BufferedImage.TYPE_3BYTE_BGR
        || type == BufferedImage.TYPE_4BYTE_ABGR
        || type == BufferedImage.TYPE_BYTE_GRAY;
  }

  boolean isTransparent() {
    return transparent;
  }

  BufferedImage image() {
    int type = transparent ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
    BufferedImage image = new BufferedImage(width, height, type);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }

  private void run() {
    int[] line = new int[source.getWidth()];
    double step = (double) source.getHeight() / height;
    int read = -1;
    for (int y = 0; y < height; y++) {
      double from = y * step;
      double to = Math.min(from + step, source.getHeight());
      Arrays.fill(sums, 0);
      for (int sourceY = (int) from; sourceY < to; sourceY++) {
        if (sourceY != read) {
          read(sourceY, line);
          across(line);
          read = sourceY;
        }
        add((float) (Math.min(to, sourceY + 1) - Math.max(from, sourceY)));
      }
      write(y);
    }
  }

  private void add(float weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += weight * row[i];
    }
  }

  /** Averages a line of the source into {@link #row}, colours weighted by how opaque they are. */
  private void across(int[] line) {
    double step = (double) line.length / width;
    for (int x = 0; x < width; x++) {
      double from = x * step;
      double to = Math.min(from + step, line.length);
      float alphas = 0;
      float reds = 0;
      float greens = 0;
      float blues = 0;
      for (int at = (int) from; at < to; at++) {
        int argb = line[at];
        float part = (float) (Math.min(to, at + 1) - Math.max(from, at)) * (argb >>> 24);
        alphas += part;
        reds += part * (argb >> 16 & 0xff);
        greens += part * (argb >> 8 & 0xff);
        blues += part * (argb & 0xff);
      }
      int place = x * CHANNELS;
      row[place] = alphas;
      row[place + 1] = reds;
      row[place + 2] = greens;
      row[place + 3] = blues;
    }
  }

  private void write(int y) {
    float area = (float) ((double) source.getWidth() / width * source.getHeight() / height);
    for (int x = 0; x < width; x++) {
      int place = x * CHANNELS;
      float alphas = sums[place];
      int alpha = Math.min(OPAQUE, Math.round(alphas / area));
      transparent |= alpha < OPAQUE;
      float by = alphas > 0 ? 1 / alphas : 0;
      pixels[y * width + x] =
          alpha << 24
              | rounded(sums[place + 1] * by) << 16
              | rounded(sums[place + 2] * by) << 8
              | rounded(sums[place + 3] * by);
    }
  }

  private static int rounded(float value) {
    return Math.min(OPAQUE, Math.round(value));
  }

  /** Reads a line of the source as ARGB. */
  private void read(int y, int[] line) {
    int type = source.getType();
    if (!readsFast(type) || !(source.getRaster().getDataBuffer() instanceof DataBufferByte)) {
      source.getRGB(0, y, line.length, 1, line, 0, line.length);
      return;
    }
    byte[] data = ((DataBufferByte) source.getRaster().getDataBuffer()).getData();
    switch (type) {
      case BufferedImage.TYPE_BYTE_GRAY -> gray(data, y * line.length, line);
      case BufferedImage.TYPE_3BYTE_BGR -> opaque(data, y * line.length * 3, line);
      default -> transparent(data, y * line.length * CHANNELS, line);
    }
  }

  private static void gray(byte[] data, int from, int[] line) {
    for (int x = 0; x < line.length; x++) {
      line[x] = OPAQUE << 24 | (data[from + x] & 0xff) * 0x10101;
    }
  }

  private static void opaque(byte[] data, int from, int[] line) {
    for (int x = 0; x < line.length; x++) {
      int at = from + 3 * x;
      line[x] =
          OPAQUE << 24
              | (data[at + 2] & 0xff) << 16
              | (data[at + 1] & 0xff) << 8
              | (data[at] & 0xff);
    }
  }

  private static void transparent(byte[] data, int from, int[] line) {
    for (int x = 0; x < line.length; x++) {
      int at = from + CHANNELS * x;
      line[x] =
          (data[at] & 0xff) << 24
              | (data[at + 3] & 0xff) << 16
              | (data[at + 2] & 0xff) << 8
              | (data[at + 1] & 0xff);
    }
  }
}
