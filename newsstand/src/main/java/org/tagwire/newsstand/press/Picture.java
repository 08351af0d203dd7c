package org.tagwire.newsstand.press;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Draws a picture for a slug: a coloured gradient as PNG (W3C PNG, third edition), always the same
 * for the same slug.
 */
final class Picture {

  static final int WIDTH = 640;
  static final int HEIGHT = 360;

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int SQUARE = 8;
  private static final int DEPTH = 8;
  private static final int TRUECOLOUR = 2;
  private static final int FILTER_SUB = 1;

  private Picture() {}

  static byte[] png(String slug) {
    int seed = crc(slug.getBytes(StandardCharsets.UTF_8));
    var out = new ByteArrayOutputStream();
    try (var data = new DataOutputStream(out)) {
      data.write(SIGNATURE);
      chunk(data, "IHDR", header());
      chunk(data, "IDAT", pixels(seed));
      chunk(data, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] header() throws IOException {
    var out = new ByteArrayOutputStream();
    try (var data = new DataOutputStream(out)) {
      data.writeInt(WIDTH);
      data.writeInt(HEIGHT);
      data.write(new byte[] {DEPTH, TRUECOLOUR, 0, 0, 0});
    }
    return out.toByteArray();
  }

  private static byte[] pixels(int seed) throws IOException {
    var out = new ByteArrayOutputStream();
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try (var data = new DeflaterOutputStream(out, deflater)) {
      for (int y = 0; y < HEIGHT; y++) {
        data.write(row(seed, y));
      }
    } finally {
      deflater.end();
    }
    return out.toByteArray();
  }

  private static byte[] row(int seed, int y) {
    byte[] row = new byte[1 + WIDTH * 3];
    row[0] = FILTER_SUB;
    int[] left = new int[3];
    for (int x = 0; x < WIDTH; x++) {
      for (int channel = 0; channel < 3; channel++) {
        int value = shade(seed >>> (channel * 8), x, y);
        row[1 + x * 3 + channel] = (byte) (value - left[channel]);
        left[channel] = value;
      }
    }
    return row;
  }

  /**
   * One channel of one pixel: from a quarter of the seed's shade up to all of it, diagonally, in
   * squares so that it compresses well.
   */
  private static int shade(int seed, int x, int y) {
    int full = 95 + (seed & 0x7F);
    int way = (x / SQUARE + y / SQUARE) * SQUARE;
    return full / 4 + full * 3 / 4 * way / (WIDTH + HEIGHT);
  }

  private static void chunk(DataOutputStream data, String type, byte[] content) throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    var crc = new CRC32();
    crc.update(name);
    crc.update(content);
    data.writeInt(content.length);
    data.write(name);
    data.write(content);
    data.writeInt((int) crc.getValue());
  }

  private static int crc(byte[] bytes) {
    var crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
