package org.tagwire.newsstand.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureTest {

  @Test
  void drawsAPictureThatOthersCanRead() throws Exception {
    byte[] png = Picture.png("old-crane");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(Picture.WIDTH);
    assertThat(image.getHeight()).isEqualTo(Picture.HEIGHT);
    assertThat(image.getRGB(0, 0)).isNotEqualTo(image.getRGB(639, 359));
    assertThat(png.length).isLessThan(40_000);
  }

  @Test
  void drawsTheSameForTheSameSlugOnly() {
    assertThat(Picture.png("a")).isEqualTo(Picture.png("a")).isNotEqualTo(Picture.png("b"));
  }
}
