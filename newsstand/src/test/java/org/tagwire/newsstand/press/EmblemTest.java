package org.tagwire.newsstand.press;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class EmblemTest {
  @Test
  void drawsAnIconFileOfOneBitmapThatEndsWhereItSays() {
    byte[] file = Emblem.ico("lantern.example");
    ByteBuffer read = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);

    assertThat(read.getInt(0)).as("an icon").isEqualTo(0x1_0000);
    assertThat(read.getShort(4)).as("pictures").isEqualTo((short) 1);
    assertThat(read.getInt(14) + read.getInt(18)).as("its end").isEqualTo(file.length);
    assertThat(read.getInt(26)).as("width").isEqualTo(Emblem.SIDE);
    assertThat(read.getInt(30)).as("height of colours and mask").isEqualTo(2 * Emblem.SIDE);
    assertThat(read.getInt(file.length - 4)).as("the corners are cut").isNotZero();
  }

  @Test
  void drawsTheSameForTheSameDomainOnly() {
    assertThat(Emblem.ico("a.example"))
        .isEqualTo(Emblem.ico("a.example"))
        .isNotEqualTo(Emblem.ico("b.example"));
  }
}
