package org.tagwire.newsstand.press;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * Draws the icon of a site, always the same for the same domain: a sign on a coloured square with
 * round corners, as an ICO file of one bitmap (J. Hornick, Icons, Microsoft 1995).
 */
final class Emblem {
  static final int SIDE = 32;

  private static final int HEAD = 22;
  private static final int HEADER = 40;
  private static final int COLOURS = SIDE * SIDE * 3;
  private static final int MASK = SIDE * SIDE / 8;
  private static final int CORNER = 7;
  private static final int PAPER = 0xfdf8ec;
  private static final int[] GROUNDS = {
    0x9b2226, 0x005f73, 0x386641, 0x5a189a, 0xbc6c25, 0x1d3557, 0xb5179e, 0x2b2d42, 0x3a0ca3,
    0x6a4c2a
  };

  private final int seed;
  private final int ground;

  private Emblem(String domain) {
    CRC32 crc = new CRC32();
    crc.update(domain.getBytes(StandardCharsets.UTF_8));
    this.seed = (int) (crc.getValue() >>> 4);
    this.ground = GROUNDS[Math.floorMod(seed, GROUNDS.length)];
  }

  /** Returns the file. */
  static byte[] ico(String domain) {
    return new Emblem(domain).written();
  }

  private byte[] written() {
    ByteBuffer out =
        ByteBuffer.allocate(HEAD + HEADER + COLOURS + MASK).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0).putShort((short) 1).putShort((short) 1);
    out.put((byte) SIDE).put((byte) SIDE).putShort((short) 0);
    out.putShort((short) 1).putShort((short) 24).putInt(out.capacity() - HEAD).putInt(HEAD);
    out.putInt(HEADER).putInt(SIDE).putInt(2 * SIDE).putShort((short) 1).putShort((short) 24);
    out.position(HEAD + HEADER);
    for (int y = SIDE - 1; y >= 0; y--) {
      for (int x = 0; x < SIDE; x++) {
        int rgb = isSign(x - SIDE / 2 + 0.5, y - SIDE / 2 + 0.5) ? PAPER : ground;
        out.put((byte) rgb).put((byte) (rgb >> 8)).put((byte) (rgb >> 16));
      }
    }
    for (int y = SIDE - 1; y >= 0; y--) {
      int hidden = 0;
      for (int x = 0; x < SIDE; x++) {
        hidden = hidden << 1 | (isOutside(x, y) ? 1 : 0);
      }
      out.putInt(Integer.reverseBytes(hidden));
    }
    return out.array();
  }

  /** Says whether the sign is at a place, counted from the middle. */
  private boolean isSign(double x, double y) {
    double far = Math.hypot(x, y);
    return switch (Math.floorMod(seed / GROUNDS.length, 6)) {
      case 0 -> far < 9;
      case 1 -> far < 11 && far > 6;
      case 2 -> Math.abs(x) + Math.abs(y) < 11;
      case 3 -> Math.abs(y) < 10 && Math.floorMod((int) Math.floor(y + 10), 8) < 4 && x > y / 2 - 8;
      case 4 -> Math.abs(x) < 9 && y < 9 && y > Math.abs(x) * 1.2 - 9 && y > 1 - 8;
      default -> far < 11 && (x > 0 || Math.abs(y) < 3);
    };
  }

  private static boolean isOutside(int x, int y) {
    double fromSide = Math.max(CORNER - 0.5 - Math.min(x, SIDE - 1 - x), 0);
    double fromEnd = Math.max(CORNER - 0.5 - Math.min(y, SIDE - 1 - y), 0);
    return Math.hypot(fromSide, fromEnd) > CORNER;
  }
}
