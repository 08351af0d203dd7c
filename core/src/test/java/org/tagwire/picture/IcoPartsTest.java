package org.tagwire.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.picture.Shots.joined;
import static org.tagwire.picture.Shots.little;
import static org.tagwire.picture.Shots.slice;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcoPartsTest {
  private static final int[] PALETTE = {0x102030, 0xd04020};

  private final Darkroom darkroom = new Darkroom();

  @AfterEach
  void close() {
    darkroom.close();
  }

  /** An entry of an icon file: its content and what the directory says of it. */
  record Entry(int side, int depth, byte[] content) {}

  static byte[] ico(Entry... entries) {
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    ByteArrayOutputStream contents = new ByteArrayOutputStream();
    directory.writeBytes(joined(little(2, 0), little(2, 1), little(2, entries.length)));
    for (Entry entry : entries) {
      int offset = 6 + 16 * entries.length + contents.size();
      directory.writeBytes(
          joined(
              new byte[] {(byte) entry.side(), (byte) entry.side(), 0, 0},
              little(2, 1),
              little(2, entry.depth()),
              little(4, entry.content().length),
              little(4, offset)));
      contents.writeBytes(entry.content());
    }
    return joined(directory.toByteArray(), contents.toByteArray());
  }

  /**
   * A bitmap whose left half has the first colour and whose right half the second, and whose upper
   * quarter the mask hides.
   */
  static byte[] bitmap(int side, int depth) {
    byte[] header =
        joined(
            little(4, 40),
            little(4, side),
            little(4, 2L * side),
            little(2, 1),
            little(2, depth),
            new byte[24]);
    List<byte[]> parts = new ArrayList<>(List.of(header));
    for (int i = 0; depth <= 8 && i < 1 << depth; i++) {
      parts.add(little(4, PALETTE[i & 1]));
    }
    for (int y = 0; y < side; y++) {
      parts.add(row(side, depth));
    }
    for (int y = side - 1; y >= 0; y--) {
      byte[] mask = new byte[(side + 31) / 32 * 4];
      for (int i = 0; y < side / 4 && i < mask.length; i++) {
        mask[i] = (byte) 0xff;
      }
      parts.add(mask);
    }
    return joined(parts.toArray(byte[][]::new));
  }

  private static byte[] row(int side, int depth) {
    byte[] row = new byte[(side * depth + 31) / 32 * 4];
    for (int x = 0; x < side; x++) {
      int which = x < side / 2 ? 0 : 1;
      if (depth >= 24) {
        byte[] colour = little(3, PALETTE[which]);
        System.arraycopy(colour, 0, row, x * depth / 8, 3);
      } else {
        int bit = x * depth;
        row[bit / 8] |= (byte) (which << 8 - depth - bit % 8);
      }
    }
    return row;
  }

  private BufferedImage mounted(byte[] file) {
    Picture picture = darkroom.mount(Negative.read(file).orElseThrow(), 32);
    assertThat(picture).isInstanceOf(Picture.Shown.class);
    return Shots.opened(((Picture.Shown) picture).print());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 8, 24, 32})
  void readsABitmapOfEveryDepthWithItsMask(int depth) {
    BufferedImage icon = mounted(ico(new Entry(32, depth, bitmap(32, depth))));

    assertThat(icon.getWidth()).isEqualTo(32);
    assertThat(icon.getRGB(4, 20) & 0xffffff).isEqualTo(PALETTE[0]);
    assertThat(icon.getRGB(28, 20) & 0xffffff).isEqualTo(PALETTE[1]);
    assertThat(icon.getRGB(4, 4) & 0xffffff).as("where the mask hides it").isEqualTo(0xffffff);
  }

  @Test
  void takesTheLargestWhichMayBeAPng() {
    byte[] png = Shots.png(256, 256);
    byte[] file =
        ico(
            new Entry(16, 24, bitmap(16, 24)),
            new Entry(0, 32, png),
            new Entry(48, 8, bitmap(48, 8)));

    Negative negative = Negative.read(file).orElseThrow();

    assertThat(negative.kind()).isEqualTo(Negative.Kind.PNG);
    assertThat(negative.width()).isEqualTo(256);
    assertThat(mounted(file).getWidth()).isEqualTo(32);
  }

  @Test
  void takesOfEquallyLargeOnesTheOneWithMoreColours() {
    byte[] file = ico(new Entry(32, 4, bitmap(32, 4)), new Entry(32, 24, bitmap(32, 24)));

    assertThat(Negative.read(file).orElseThrow().bytes()).isEqualTo(bitmap(32, 24));
  }

  @Test
  void takesTheNextWhereTheLargestIsBroken() {
    byte[] file =
        ico(
            new Entry(0, 32, Shots.pngOfSize(50_000, 50_000)),
            new Entry(48, 24, slice(bitmap(48, 24), 0, 100)),
            new Entry(16, 24, bitmap(16, 24)));

    assertThat(Negative.read(file).orElseThrow().width()).isEqualTo(16);
  }

  @Test
  void mountsAWhiteIconOnADarkPlateAndAnyOtherOnAWhiteOne() {
    assertThat(mounted(disc(0xffffffff)).getRGB(0, 0) & 0xffffff).isEqualTo(0x24282d);
    assertThat(mounted(disc(0xff101010)).getRGB(0, 0) & 0xffffff).isEqualTo(0xffffff);
    assertThat(mounted(disc(0xffffffff)).getRGB(16, 16) & 0xffffff).isEqualTo(0xffffff);
  }

  private static byte[] disc(int argb) {
    BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_4BYTE_ABGR);
    for (int y = 0; y < 64; y++) {
      for (int x = 0; x < 64; x++) {
        image.setRGB(x, y, Math.hypot(x - 31.5, y - 31.5) < 28 ? argb : 0);
      }
    }
    return Shots.written(image, "png");
  }

  @Test
  void mountsAWideIconInTheMiddleOfASquare() {
    BufferedImage wide = new BufferedImage(64, 16, BufferedImage.TYPE_3BYTE_BGR);

    BufferedImage icon = mounted(Shots.written(wide, "png"));

    assertThat(icon.getWidth()).isEqualTo(32);
    assertThat(icon.getHeight()).isEqualTo(32);
    assertThat(icon.getRGB(16, 2) & 0xffffff).isEqualTo(0xffffff);
    assertThat(icon.getRGB(16, 16) & 0xffffff).isZero();
  }

  @Test
  void leavesASmallIconAsSmallAsItIs() {
    assertThat(mounted(ico(new Entry(16, 24, bitmap(16, 24)))).getWidth()).isEqualTo(16);
  }

  @Test
  void nothingBrokenBreaksReadingOrDecoding() {
    Random random = new Random(16);
    byte[] file =
        ico(
            new Entry(16, 1, bitmap(16, 1)),
            new Entry(32, 32, bitmap(32, 32)),
            new Entry(64, 32, Shots.png(64, 64)));
    for (int i = 0; i < 2_000; i++) {
      byte[] broken = slice(file, 0, file.length - random.nextInt(file.length));
      for (int j = 0; j < 4 && broken.length > 4; j++) {
        int within = random.nextBoolean() ? Math.min(120, broken.length) : broken.length;
        broken[4 + random.nextInt(within - 4 > 0 ? within - 4 : 1)] = (byte) random.nextInt();
      }
      Negative.read(broken)
          .ifPresent(
              n -> {
                assertThat(n.width()).isBetween(1, 256);
                assertThat(darkroom.mount(n, 32)).isNotInstanceOf(Picture.Busy.class);
              });
    }
  }
}
