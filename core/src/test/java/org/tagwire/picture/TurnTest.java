package org.tagwire.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.picture.Shots.ascii;
import static org.tagwire.picture.Shots.big;
import static org.tagwire.picture.Shots.joined;
import static org.tagwire.picture.Shots.little;
import static org.tagwire.picture.Shots.slice;

import java.awt.image.BufferedImage;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Photographs of cameras that were held in every way there is. */
class TurnTest {
  private static final int RED = 0xd02020;
  private static final int GREEN = 0x20a020;
  private static final int BLUE = 0x2020d0;
  private static final int GOLD = 0xe0c020;

  /** A scene of 96 × 64: red and green above, blue and gold below. */
  private static int scene(int x, int y) {
    return y < 32 ? (x < 48 ? RED : GREEN) : (x < 48 ? BLUE : GOLD);
  }

  /**
   * What a camera stores of the scene when held so, by the words of the standard: which side of the
   * scene its first row and its first column are.
   */
  private static BufferedImage stored(int orientation) {
    boolean swaps = orientation > 4;
    int width = swaps ? 64 : 96;
    int height = swaps ? 96 : 64;
    BufferedImage shot = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        int rgb =
            switch (orientation) {
              case 1 -> scene(column, row); // row 0 is the top, column 0 the left side
              case 2 -> scene(95 - column, row); // top, right
              case 3 -> scene(95 - column, 63 - row); // bottom, right
              case 4 -> scene(column, 63 - row); // bottom, left
              case 5 -> scene(row, column); // left, top
              case 6 -> scene(95 - row, column); // right, top
              case 7 -> scene(95 - row, 63 - column); // right, bottom
              case 8 -> scene(row, 63 - column); // left, bottom
              default -> throw new IllegalArgumentException("no orientation " + orientation);
            };
        shot.setRGB(column, row, rgb);
      }
    }
    return shot;
  }

  private static byte[] withExif(byte[] jpeg, byte[] exif) {
    byte[] content = joined(ascii("Exif\0\0"), exif);
    byte[] segment =
        joined(new byte[] {(byte) 0xff, (byte) 0xe1}, big(2, content.length + 2), content);
    return joined(slice(jpeg, 0, 2), segment, slice(jpeg, 2, jpeg.length));
  }

  private static byte[] bigEndian(int orientation) {
    return joined(
        ascii("MM\0*"),
        big(4, 8),
        big(2, 2),
        joined(big(2, 0x010f), big(2, 2), big(4, 4), ascii("Oak\0")),
        joined(big(2, 0x0112), big(2, 3), big(4, 1), big(2, orientation), big(2, 0)),
        big(4, 0));
  }

  private static byte[] littleEndian(int orientation) {
    return joined(
        ascii("II*\0"),
        little(4, 12),
        new byte[4],
        little(2, 1),
        joined(little(2, 0x0112), little(2, 3), little(4, 1), little(4, orientation)),
        little(4, 0));
  }

  private static BufferedImage shown(byte[] file, int width) {
    try (Darkroom darkroom = new Darkroom()) {
      Picture picture = darkroom.develop(Negative.read(file).orElseThrow(), width);
      assertThat(picture).isInstanceOf(Picture.Shown.class);
      return Shots.opened(((Picture.Shown) picture).print());
    }
  }

  private static void assertUpright(BufferedImage shown) {
    int width = shown.getWidth();
    int height = shown.getHeight();
    assertNear(shown.getRGB(width / 4, height / 4), RED);
    assertNear(shown.getRGB(3 * width / 4, height / 4), GREEN);
    assertNear(shown.getRGB(width / 4, 3 * height / 4), BLUE);
    assertNear(shown.getRGB(3 * width / 4, 3 * height / 4), GOLD);
  }

  private static void assertNear(int one, int other) {
    for (int shift = 0; shift < 24; shift += 8) {
      assertThat(one >> shift & 255)
          .isBetween((other >> shift & 255) - 20, (other >> shift & 255) + 20);
    }
  }

  static Stream<Integer> orientations() {
    return IntStream.rangeClosed(1, 8).boxed();
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void showsTheSceneUprightHoweverTheCameraWasHeld(int orientation) {
    byte[] jpeg = Shots.jpeg(stored(orientation), false);
    for (byte[] exif : new byte[][] {bigEndian(orientation), littleEndian(orientation)}) {
      BufferedImage shown = shown(withExif(jpeg, exif), 960);

      assertThat(shown.getWidth()).isEqualTo(96);
      assertThat(shown.getHeight()).isEqualTo(64);
      assertUpright(shown);
    }
  }

  @ParameterizedTest
  @MethodSource("orientations")
  void keepsToTheWidthOfTheTurnedPicture(int orientation) {
    BufferedImage shown =
        shown(withExif(Shots.jpeg(stored(orientation), false), bigEndian(orientation)), 48);

    assertThat(shown.getWidth()).isEqualTo(48);
    assertThat(shown.getHeight()).isEqualTo(32);
    assertUpright(shown);
  }

  @Test
  void showsNoExifOfThePublisher() {
    byte[] file = withExif(Shots.jpeg(stored(6), false), bigEndian(6));

    Negative negative = Negative.read(file).orElseThrow();

    assertThat(new String(file, java.nio.charset.StandardCharsets.ISO_8859_1)).contains("Oak");
    assertThat(new String(negative.bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("Exif", "Oak");
  }

  static Stream<Named<byte[]>> nonsense() {
    return Stream.of(
        Named.of("nothing", new byte[0]),
        Named.of("no byte order", joined(ascii("XX*\0"), big(4, 8), new byte[20])),
        Named.of("a directory beyond its end", joined(ascii("MM\0*"), big(4, 0x7fff_ffffL))),
        Named.of("a directory before its start", joined(ascii("MM\0*"), big(4, 0xffff_fff0L))),
        Named.of(
            "65,535 entries of which none is there",
            joined(ascii("MM\0*"), big(4, 8), big(2, 65_535))),
        Named.of(
            "an orientation that is a word",
            joined(ascii("MM\0*"), big(4, 8), big(2, 1), big(2, 0x0112), big(2, 2), new byte[12])),
        Named.of("an orientation of 0", bigEndian(0)),
        Named.of("an orientation of 9", bigEndian(9)),
        Named.of("one cut off in the middle", slice(bigEndian(6), 0, 30)));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void leavesAPictureAsItIsWhereItsExifIsNonsense(byte[] exif) {
    assertUpright(shown(withExif(Shots.jpeg(stored(1), false), exif), 960));
  }

  @ParameterizedTest
  @CsvSource({"6, 3, 6", "1, 6, 1"})
  void believesTheFirstOfTwo(int first, int second, int stored) {
    byte[] jpeg = Shots.jpeg(stored(stored), false);

    assertUpright(shown(withExif(withExif(jpeg, bigEndian(second)), bigEndian(first)), 960));
  }
}
