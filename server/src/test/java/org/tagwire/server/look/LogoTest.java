package org.tagwire.server.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.model.TagwireException;
import org.tagwire.server.look.Logo.Kind;

/** The owner's picture: what it is and how large, whatever its file is called. */
class LogoTest {
  @Test
  void aPictureIsKnownByItsContent() throws IOException {
    assertIs(drawn("png"), Kind.PNG, 120, 40);
    assertIs(drawn("jpg"), Kind.JPEG, 120, 40);
  }

  @ParameterizedTest
  @CsvSource({
    "'VP8 ', 0000009d012a78002800",
    "VP8L, 2f77c009000000000000",
    "VP8X, 00000000770000270000"
  })
  void everyFormOfWebpSaysItsSize(String form, String payload) {
    byte[] head = ("RIFF____WEBP" + form + "____").getBytes(StandardCharsets.US_ASCII);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(head);
    file.writeBytes(HexFormat.of().parseHex(payload));
    assertIs(file.toByteArray(), Kind.WEBP, 120, 40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 40'/>",
        "<?xml version=\"1.0\"?>\n<!-- ours -->\n<svg viewBox=\"-1.5,0,119.5,40\" height='9'/>",
        "<svg height=\"40px\" width=\"120\"></svg>"
      })
  void aDrawingSaysItsSizeInItsRoot(String svg) {
    assertIs(svg.getBytes(StandardCharsets.UTF_8), Kind.SVG, 120, 40);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<svg/>",
        "<svg viewBox='0 0 0 40'/>",
        "<svg viewBox='0 0 1.2.3 40'/>",
        "<html><body>no picture</body></html>",
        "GIF89a",
        "\u0089PNG\r\n\u001a\n",
        "svg <svg viewBox='0 0 9 9'/>"
      })
  void whatIsNoPictureOfASizeIsNone(String text) {
    assertThat(Logo.parse(text.getBytes(StandardCharsets.ISO_8859_1))).isEmpty();
  }

  @Test
  void noBytesBreakIt() throws IOException {
    Random random = new Random(7);
    byte[][] seeds = {drawn("png"), drawn("jpg"), "RIFF____WEBPVP8X".getBytes(StandardCharsets.US_ASCII)};
    for (int i = 0; i < 3000; i++) {
      byte[] file = seeds[i % seeds.length].clone();
      for (int k = 0; k < 1 + i % 9; k++) {
        file[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      byte[] cut = Arrays.copyOf(file, random.nextInt(file.length + 1));
      Logo.parse(cut).ifPresent(logo -> assertThat(logo.width()).isPositive());
    }
  }

  @Test
  void aFileThatCannotServeIsRefusedWithItsName(@TempDir Path directory) throws IOException {
    Path large = Files.write(directory.resolve("large.png"), new byte[Logo.MAX_BYTES + 1]);
    Path text = Files.writeString(directory.resolve("text.png"), "no picture");
    assertRefused(large, "256 KB");
    assertRefused(text, "PNG, JPEG, WebP or SVG");
    assertRefused(directory.resolve("absent.png"), "cannot be read");
    Path fine = Files.write(directory.resolve("fine"), drawn("png"));
    assertThat(Logo.read(fine).kind()).isEqualTo(Kind.PNG);
  }

  private static void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> Logo.read(file))
        .isInstanceOf(TagwireException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining(why);
  }

  private static void assertIs(byte[] file, Kind kind, int width, int height) {
    Logo logo = Logo.parse(file).orElseThrow();
    assertThat(logo).hasToString(kind + " " + width + "x" + height);
    assertThat(logo.content()).isEqualTo(file);
  }

  private static byte[] drawn(String format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(120, 40, BufferedImage.TYPE_INT_RGB), format, out);
    return out.toByteArray();
  }
}
