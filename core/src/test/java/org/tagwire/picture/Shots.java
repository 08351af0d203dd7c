package org.tagwire.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures for tests, all made here: hills that are no place, and files that mean harm. */
final class Shots {
  private Shots() {}

  static BufferedImage hills(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int hill = (int) (height * (0.5 + 0.2 * Math.sin(9.0 * x / width)));
        int argb = y < hill ? 0xff6090d0 + (y & 15) : 0xff306020 + ((x * 31 ^ y * 17) & 31);
        image.setRGB(x, y, argb);
      }
    }
    return image;
  }

  static byte[] jpeg(int width, int height) {
    return jpeg(hills(width, height, BufferedImage.TYPE_3BYTE_BGR), false);
  }

  static byte[] jpeg(BufferedImage image, boolean progressive) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam parameters = writer.getDefaultWriteParam();
      if (progressive) {
        parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.write(null, new IIOImage(image, null, null), parameters);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  static byte[] written(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, format, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static byte[] png(int width, int height) {
    return written(hills(width, height, BufferedImage.TYPE_3BYTE_BGR), "png");
  }

  static BufferedImage opened(Print print) {
    try {
      return ImageIO.read(new ByteArrayInputStream(print.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes numbers of so many bytes, the greatest first. */
  static byte[] big(int bytes, long value) {
    byte[] written = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      written[i] = (byte) (value >> 8 * (bytes - 1 - i));
    }
    return written;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }

  static byte[] slice(byte[] file, int from, int to) {
    return Arrays.copyOfRange(file, from, to);
  }

  /** A chunk of a PNG, with a checksum that nobody looks at. */
  static byte[] chunk(String name, byte[] data) {
    return joined(big(4, data.length), ascii(name), data, new byte[4]);
  }

  /** A PNG that says it is so large, with next to nothing in it. */
  static byte[] pngOfSize(long width, long height) {
    return joined(
        new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
        chunk("IHDR", joined(big(4, width), big(4, height), new byte[] {8, 2, 0, 0, 0})),
        chunk("IDAT", new byte[] {0x78, (byte) 0x9c, 3, 0, 0, 0, 0, 1}),
        chunk("IEND", new byte[0]));
  }

  /** The same JPEG with another size in its frame. */
  static byte[] jpegOfSize(int width, int height) {
    byte[] file = jpeg(16, 16);
    for (int i = 2; i < file.length - 9; i++) {
      if (file[i] == (byte) 0xff && file[i + 1] == (byte) 0xc0) {
        System.arraycopy(joined(big(2, height), big(2, width)), 0, file, i + 5, 4);
        return file;
      }
    }
    throw new IllegalStateException("the JPEG has no frame");
  }

  /** A GIF of one pixel, shown so many times. */
  static byte[] gifOfFrames(int frames) {
    byte[] one = written(hills(4, 4, BufferedImage.TYPE_BYTE_INDEXED), "gif");
    int begin = 13 + (3 << ((one[10] & 7) + 1));
    byte[] frame = slice(one, begin, one.length - 1);
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(one, 0, begin);
    for (int i = 0; i < frames; i++) {
      whole.writeBytes(frame);
    }
    whole.write(0x3b);
    return whole.toByteArray();
  }

  /** A lossy WebP by its headers, whose picture is noise. */
  static byte[] webp(int width, int height, byte[] before, byte[] after) {
    byte[] data =
        joined(
            new byte[] {0x10, 0, 0, (byte) 0x9d, 1, 0x2a},
            little(2, width),
            little(2, height),
            new byte[20]);
    byte[] chunks = joined(before, ascii("VP8 "), little(4, data.length), data, after);
    return joined(ascii("RIFF"), little(4, chunks.length + 4), ascii("WEBP"), chunks);
  }

  static byte[] webpChunk(String name, byte[] data) {
    return joined(ascii(name), little(4, data.length), data, new byte[data.length & 1]);
  }

  static byte[] little(int bytes, long value) {
    byte[] written = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      written[i] = (byte) (value >> 8 * i);
    }
    return written;
  }
}
