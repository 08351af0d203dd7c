package org.tagwire.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tagwire.picture.Shots.ascii;
import static org.tagwire.picture.Shots.chunk;
import static org.tagwire.picture.Shots.joined;
import static org.tagwire.picture.Shots.slice;
import static org.tagwire.picture.Shots.webpChunk;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tagwire.sets.HostileCase;

class NegativeTest {
  private static final byte[] NONE = {};
  private static final String SCRIPT = "<script>alert(1)</script>";

  /** H031: sizes that would fill any memory, and formats that are not read at all. */
  static Stream<Named<byte[]>> bombs() {
    return Stream.of(
        Named.of("a PNG of 50,000 × 50,000", Shots.pngOfSize(50_000, 50_000)),
        Named.of("a PNG wider than a number", Shots.pngOfSize(0xffff_ffffL, 1)),
        Named.of("a PNG of one endless line", Shots.pngOfSize(30_000_000, 1)),
        Named.of("a PNG without a pixel", Shots.pngOfSize(0, 100)),
        Named.of("a JPEG of 65,535 × 65,535", Shots.jpegOfSize(65_535, 65_535)),
        Named.of("a JPEG without a height", Shots.jpegOfSize(100, 0)),
        Named.of("a JPEG of a thousand scans", manyScans()),
        Named.of("a GIF of 65,535 × 65,535", gifOfScreen(65_535)),
        Named.of("an icon whose offset points behind its end", icon()),
        Named.of("an SVG of entities", ascii("<!DOCTYPE s [<!ENTITY a 'aa'>]><svg>&a;&a;</svg>")),
        Named.of("a WebP that moves", Shots.webp(32, 32, webpChunk("ANIM", new byte[6]), NONE)),
        Named.of(
            "a WebP whose canvas is another",
            Shots.webp(32, 32, webpChunk("VP8X", new byte[10]), NONE)));
  }

  @ParameterizedTest
  @MethodSource("bombs")
  void readsNoBomb(byte[] file) {
    assertThat(Negative.read(file)).isEmpty();
  }

  @Test
  void theHostileSetHasTheKindsOfBombsThatStandHere() {
    HostileCase.listArea("html").stream()
        .filter(each -> each.id().equals("H031"))
        .forEach(
            bombs ->
                assertThat(bombs.recipe().path("kinds").size())
                    .as("kinds of bombs in H031, each of which stands in this class")
                    .isEqualTo(5));
  }

  @Test
  void keepsOfAHundredThousandFramesTheFirst() {
    Negative negative = Negative.read(Shots.gifOfFrames(100_000)).orElseThrow();

    assertThat(negative.bytes().length).isLessThan(2_000);
    assertThat(negative.width()).isEqualTo(4);
  }

  /** H032: what is no picture by its first bytes is none, whatever it is called. */
  static Stream<Named<byte[]>> impostors() {
    return Stream.of(
        Named.of("HTML that begins as a GIF", ascii("GIF89a/*" + SCRIPT + "*/")),
        Named.of("SVG with script", ascii("<svg xmlns='http://www.w3.org/2000/svg' onload=1>")),
        Named.of("a page", ascii("<!doctype html><title>404</title>" + SCRIPT)),
        Named.of("PDF with script", ascii("%PDF-1.7 /JS (app.alert(1))")),
        Named.of("nothing", NONE),
        Named.of("one byte", new byte[] {(byte) 0xff}),
        Named.of("a JPEG's first bytes alone", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}));
  }

  @ParameterizedTest
  @MethodSource("impostors")
  void takesNothingForAPictureThatIsNone(byte[] file) {
    assertThat(Negative.read(file)).isEmpty();
  }

  static Stream<Named<byte[]>> talkative() {
    byte[] jpeg = Shots.jpeg(40, 30);
    byte[] png = Shots.png(40, 30);
    byte[] gif = Shots.written(Shots.hills(40, 30, BufferedImage.TYPE_BYTE_INDEXED), "gif");
    int header = 8 + 25;
    int screen = 13 + (3 << ((gif[10] & 7) + 1));
    byte[] said = ascii(SCRIPT);
    byte[] exif = joined(new byte[] {(byte) 0xff, (byte) 0xe1}, Shots.big(2, 27), said);
    byte[] comment =
        joined(new byte[] {0x21, (byte) 0xfe, (byte) said.length}, said, new byte[] {0});
    return Stream.of(
        Named.of("JPEG", joined(slice(jpeg, 0, 2), exif, slice(jpeg, 2, jpeg.length), said)),
        Named.of(
            "PNG",
            joined(
                slice(png, 0, header), chunk("tEXt", said), slice(png, header, png.length), said)),
        Named.of(
            "GIF", joined(slice(gif, 0, screen), comment, slice(gif, screen, gif.length), said)),
        Named.of(
            "WebP",
            joined(Shots.webp(40, 30, webpChunk("ICCP", said), webpChunk("EXIF", said)), said)));
  }

  @ParameterizedTest
  @MethodSource("talkative")
  void keepsNothingThatIsNoPartOfThePicture(byte[] file) {
    Negative negative = Negative.read(file).orElseThrow();

    assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("alert");
    assertThat(new String(negative.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("alert");
    assertThat(negative.width()).isEqualTo(40);
    assertThat(negative.height()).isEqualTo(30);
    assertThat(Negative.read(negative.bytes()).orElseThrow().bytes()).isEqualTo(negative.bytes());
  }

  @Test
  void readsTheFormatsThatNewsComesIn() {
    Map<Negative.Kind, byte[]> files =
        Map.of(
            Negative.Kind.JPEG,
            Shots.jpeg(Shots.hills(50, 20, BufferedImage.TYPE_3BYTE_BGR), true),
            Negative.Kind.PNG,
            Shots.written(Shots.hills(50, 20, BufferedImage.TYPE_BYTE_BINARY), "png"),
            Negative.Kind.WEBP,
            Shots.webp(50, 20, NONE, NONE));

    files.forEach(
        (kind, file) ->
            assertThat(Negative.read(file))
                .hasValueSatisfying(
                    n -> {
                      assertThat(n.kind()).isEqualTo(kind);
                      assertThat(n.width()).isEqualTo(50);
                      assertThat(n.height()).isEqualTo(20);
                    }));
  }

  @Test
  void nothingBrokenBreaksReadingOrDecoding() {
    Random random = new Random(6);
    try (Darkroom darkroom = new Darkroom()) {
      talkative()
          .map(Named::getPayload)
          .filter(file -> file[0] != 'R')
          .forEach(
              file -> {
                for (int i = 0; i < 150; i++) {
                  byte[] broken = broken(file, random);
                  Negative.read(broken)
                      .ifPresent(
                          n ->
                              assertThat(darkroom.develop(n, 16))
                                  .isNotInstanceOf(Picture.Busy.class));
                }
              });
    }
  }

  private static byte[] broken(byte[] file, Random random) {
    byte[] broken = slice(file, 0, file.length - random.nextInt(file.length / 2));
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      broken[random.nextInt(broken.length)] = (byte) random.nextInt();
    }
    return broken;
  }

  private static byte[] manyScans() {
    byte[] file = Shots.jpeg(Shots.hills(640, 640, BufferedImage.TYPE_3BYTE_BGR), true);
    int scan = 0;
    while (!(file[scan] == (byte) 0xff && file[scan + 1] == (byte) 0xda)) {
      scan++;
    }
    byte[] one = slice(file, scan, scan + 14);
    byte[] head = slice(file, 0, scan);
    byte[][] parts = new byte[1001][];
    Arrays.fill(parts, one);
    parts[0] = head;
    return joined(parts);
  }

  private static byte[] gifOfScreen(int side) {
    byte[] gif = Shots.gifOfFrames(1);
    System.arraycopy(joined(Shots.little(2, side), Shots.little(2, side)), 0, gif, 6, 4);
    return gif;
  }

  private static byte[] icon() {
    return joined(
        new byte[] {0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0},
        Shots.little(4, 4096),
        Shots.little(4, 0x7fff_ffff));
  }
}
