package org.tagwire.server.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.tagwire.server.web.Reply;

/**
 * Style sheet and icon under names that change with their content, so that they may be kept for
 * ever. Immutable.
 */
public final class Assets {
  private final String style;
  private final String icon;
  private final Map<String, Reply> files;

  public Assets() {
    byte[] css = read("/site/tagwire.css");
    byte[] svg = read("/site/tagwire.svg");
    this.style = "tagwire." + hash(css) + ".css";
    this.icon = "tagwire." + hash(svg) + ".svg";
    this.files =
        Map.of(
            style, Reply.of("text/css; charset=utf-8", css),
            icon, Reply.of("image/svg+xml", svg));
  }

  public String style() {
    return style;
  }

  public String icon() {
    return icon;
  }

  public Optional<Reply> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private static byte[] read(String file) {
    try (InputStream in = Assets.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(
            "the resource '" + file + "' is not in the jar; build it again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the resource '" + file + "' cannot be read", e);
    }
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }
}
