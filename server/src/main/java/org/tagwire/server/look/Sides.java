package org.tagwire.server.look;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.server.look.Logo.Kind;

/**
 * What a picture is and how large, from its first bytes alone: PNG (W3C PNG, 11.2.1), JPEG (ITU T.81,
 * B.2.2), WebP (RFC 9649) and SVG ({@code viewBox}, else width and height). Nothing is decoded.
 */
record Sides(Kind kind, int width, int height) {
  private static final Pattern ROOT = Pattern.compile("<svg\\b[^>]*>");
  private static final Pattern VIEW_BOX =
      Pattern.compile("viewBox=[\"']\\S+[\\s,]+\\S+[\\s,]+([\\d.]{1,9})[\\s,]+([\\d.]{1,9})[\"']");
  private static final Pattern WIDTH = side("width");
  private static final Pattern HEIGHT = side("height");
  private static final int START = 4096;

  static Optional<Sides> measure(byte[] file) {
    if (has(file, 0, "\u0089PNG\r\n\u001a\n") && file.length >= 24) {
      return Optional.of(new Sides(Kind.PNG, big(file, 16, 4), big(file, 20, 4)));
    }
    if (has(file, 0, "\u00ff\u00d8\u00ff")) {
      return jpeg(file);
    }
    if (has(file, 0, "RIFF") && has(file, 8, "WEBP") && file.length >= 30) {
      return webp(file);
    }
    return svg(file);
  }

  /** Goes from segment to segment up to the frame, which says the size. */
  private static Optional<Sides> jpeg(byte[] file) {
    int at = 2;
    while (at + 9 <= file.length && big(file, at, 1) == 0xff) {
      int marker = big(file, at + 1, 1);
      boolean frame =
          marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
      if (frame) {
        return Optional.of(new Sides(Kind.JPEG, big(file, at + 7, 2), big(file, at + 5, 2)));
      }
      at += marker == 0xff ? 1 : 2 + big(file, at + 2, 2);
    }
    return Optional.empty();
  }

  private static Optional<Sides> webp(byte[] file) {
    int width = 0;
    int height = 0;
    if (has(file, 12, "VP8 ")) {
      width = little(file, 26, 2) & 0x3fff;
      height = little(file, 28, 2) & 0x3fff;
    } else if (has(file, 12, "VP8L")) {
      int bits = little(file, 21, 4);
      width = (bits & 0x3fff) + 1;
      height = ((bits >> 14) & 0x3fff) + 1;
    } else if (has(file, 12, "VP8X")) {
      width = little(file, 24, 3) + 1;
      height = little(file, 27, 3) + 1;
    }
    return Optional.of(new Sides(Kind.WEBP, width, height));
  }

  private static Optional<Sides> svg(byte[] file) {
    String start =
        new String(file, 0, Math.min(file.length, START), StandardCharsets.UTF_8);
    Matcher root = ROOT.matcher(start);
    if (!start.stripLeading().startsWith("<") || !root.find()) {
      return Optional.empty();
    }
    Matcher box = VIEW_BOX.matcher(root.group());
    if (box.find()) {
      return svg(box.group(1), box.group(2));
    }
    Matcher width = WIDTH.matcher(root.group());
    Matcher height = HEIGHT.matcher(root.group());
    return width.find() && height.find() ? svg(width.group(1), height.group(1)) : Optional.empty();
  }

  private static Optional<Sides> svg(String width, String height) {
    try {
      return Optional.of(
          new Sides(
              Kind.SVG,
              (int) Math.ceil(Double.parseDouble(width)),
              (int) Math.ceil(Double.parseDouble(height))));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Pattern side(String name) {
    return Pattern.compile("\\s" + name + "=[\"']([\\d.]{1,9})(?:px)?[\"']");
  }

  private static boolean has(byte[] file, int at, String mark) {
    byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
    return file.length >= at + bytes.length
        && new String(file, at, bytes.length, StandardCharsets.ISO_8859_1).equals(mark);
  }

  private static int big(byte[] file, int at, int bytes) {
    int number = 0;
    for (int i = at; i < at + bytes; i++) {
      number = number << 8 | file[i] & 0xff;
    }
    return number;
  }

  private static int little(byte[] file, int at, int bytes) {
    int number = 0;
    for (int i = at + bytes - 1; i >= at; i--) {
      number = number << 8 | file[i] & 0xff;
    }
    return number;
  }
}
