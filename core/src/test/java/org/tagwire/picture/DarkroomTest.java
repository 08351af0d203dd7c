package org.tagwire.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DarkroomTest {
  private final Darkroom darkroom = new Darkroom();

  @AfterEach
  void close() {
    darkroom.close();
  }

  private Print developed(byte[] file, int width) {
    Picture picture = darkroom.develop(Negative.read(file).orElseThrow(), width);
    assertThat(picture).isInstanceOf(Picture.Shown.class);
    return ((Picture.Shown) picture).print();
  }

  @Test
  void makesALargePhotographSmallInLittleMemory() {
    byte[] file = Shots.jpeg(4_000, 3_000);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    developed(Shots.jpeg(64, 64), 32);

    long before = threads.getTotalThreadAllocatedBytes();
    Print print = developed(file, 960);
    long used = threads.getTotalThreadAllocatedBytes() - before;

    BufferedImage small = Shots.opened(print);
    assertThat(small.getWidth()).isEqualTo(960);
    assertThat(small.getHeight()).isEqualTo(720);
    assertThat(print.format()).isEqualTo(Print.Format.JPEG);
    assertThat(used).as("bytes in all, of a file of %s", file.length).isLessThan(64 << 20);
  }

  @ParameterizedTest
  @CsvSource({
    "5, jpeg",
    "5, png",
    "13, gif",
    "10, jpeg",
    "10, png",
    "6, png",
    "12, png",
    "13, png"
  })
  void keepsTheColours(int type, String format) {
    BufferedImage shot = new BufferedImage(400, 200, type);
    for (int x = 0; x < 400; x++) {
      for (int y = 0; y < 200; y++) {
        shot.setRGB(
            x, y, x < 200 ? 0xffffffff : type == 12 || type == 10 ? 0xff000000 : 0xffcc3333);
      }
    }

    BufferedImage small = Shots.opened(developed(Shots.written(shot, format), 100));

    assertThat(small.getWidth()).isEqualTo(100);
    assertThat(distance(small.getRGB(20, 20), shot.getRGB(80, 80))).isLessThan(12);
    assertThat(distance(small.getRGB(80, 20), shot.getRGB(320, 80))).isLessThan(12);
  }

  private static int distance(int one, int other) {
    int distance = 0;
    for (int shift = 0; shift < 24; shift += 8) {
      distance = Math.max(distance, Math.abs((one >> shift & 255) - (other >> shift & 255)));
    }
    return distance;
  }

  @Test
  void keepsWhatIsTransparent() {
    BufferedImage shot = new BufferedImage(400, 200, BufferedImage.TYPE_4BYTE_ABGR);
    for (int x = 0; x < 200; x++) {
      for (int y = 0; y < 200; y++) {
        shot.setRGB(x, y, 0xff2040c0);
      }
    }

    Print print = developed(Shots.written(shot, "png"), 100);
    BufferedImage small = Shots.opened(print);

    assertThat(print.format()).isEqualTo(Print.Format.PNG);
    assertThat(small.getRGB(20, 20)).isEqualTo(0xff2040c0);
    assertThat(small.getRGB(80, 20) >>> 24).isZero();
  }

  @Test
  void neverMakesAPictureLarger() {
    BufferedImage small = Shots.opened(developed(Shots.jpeg(120, 80), 960));

    assertThat(small.getWidth()).isEqualTo(120);
    assertThat(small.getHeight()).isEqualTo(80);
  }

  @Test
  void keepsALongStripWithinTwiceTheWidth() {
    BufferedImage small = Shots.opened(developed(Shots.jpeg(300, 4_000), 160));

    assertThat(small.getHeight()).isEqualTo(320);
    assertThat(small.getWidth()).isEqualTo(24);
  }

  @Test
  void decodesAProgressivePhotograph() {
    byte[] file = Shots.jpeg(Shots.hills(1_600, 900, BufferedImage.TYPE_3BYTE_BGR), true);

    assertThat(Shots.opened(developed(file, 640)).getHeight()).isEqualTo(360);
  }
}
