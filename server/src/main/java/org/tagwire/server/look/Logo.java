package org.tagwire.server.look;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

/**
 * A picture the owner gives, known by its content and not by its name. It is only ever shown as a
 * picture, where a browser runs no script of an SVG and loads nothing for it.
 *
 * @param content the file, not to be changed
 * @param kind what it is
 * @param width how wide it is beside {@code height}
 * @param height how high
 */
public record Logo(byte[] content, Kind kind, int width, int height) {
  /** The greatest size of the file in bytes. */
  public static final int MAX_BYTES = 256 * 1024;

  private static final int MAX_SIDE = 100_000;

  /** What a picture can be. */
  public enum Kind {
    PNG("image/png", ".png"),
    JPEG("image/jpeg", ".jpg"),
    WEBP("image/webp", ".webp"),
    SVG("image/svg+xml", ".svg");

    private final String type;
    private final String suffix;

    Kind(String type, String suffix) {
      this.type = type;
      this.suffix = suffix;
    }

    /** Returns the media type. */
    public String type() {
      return type;
    }

    /** Returns how names of such files end. */
    public String suffix() {
      return suffix;
    }
  }

  public Logo {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException("a logo of " + width + " by " + height + " is none");
    }
    content = content.clone();
  }

  /**
   * Reads a file.
   *
   * @throws TagwireException BAD_SETTING when it cannot be read, is too large or no picture
   */
  public static Logo read(Path file) {
    byte[] content;
    try (InputStream in = Files.newInputStream(file)) {
      content = in.readNBytes(MAX_BYTES + 1);
    } catch (IOException e) {
      throw new TagwireException(
          ErrorCode.BAD_SETTING,
          "the logo " + file + " cannot be read; give the path of a picture file",
          e);
    }
    if (content.length > MAX_BYTES) {
      throw wrong(file, " is larger than 256 KB; make it smaller");
    }
    return parse(content)
        .orElseThrow(() -> wrong(file, " is no PNG, JPEG, WebP or SVG picture that has a size"));
  }

  private static TagwireException wrong(Path file, String what) {
    return new TagwireException(ErrorCode.BAD_SETTING, "the logo " + file + what);
  }

  /** Reads a picture; empty when it is none of the four kinds or does not say how large it is. */
  public static Optional<Logo> parse(byte[] content) {
    return Sides.measure(content)
        .filter(sides -> Math.min(sides.width(), sides.height()) > 0)
        .filter(sides -> Math.max(sides.width(), sides.height()) <= MAX_SIDE)
        .map(sides -> new Logo(content, sides.kind(), sides.width(), sides.height()));
  }

  @Override
  public byte[] content() {
    return content.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Logo logo && Arrays.equals(content, logo.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return kind + " " + width + "x" + height;
  }
}
