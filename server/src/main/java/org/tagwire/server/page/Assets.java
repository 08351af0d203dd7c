package org.tagwire.server.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Reply;

/**
 * Style sheet, scripts and icon under names that change with their content, so that they may be
 * kept for ever. Immutable.
 *
 * <p>The scripts of all rooms are sent as one. Each is strict and keeps its names to itself, so the
 * order matters only for {@code base.js}, whose {@code window.tagwire} the others use.
 */
public final class Assets {
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /** The scripts of the rooms, one a line, in the order in which they run. */
  private static final List<String> SCRIPTS =
      """
      base.js
      suggest.js
      """
          .lines()
          .toList();

  private final Map<String, Reply> files = new HashMap<>();
  private final String style;
  private final String theme;
  private final String script;
  private final String icon;

  public Assets() {
    this.style = add("tagwire", ".css", STYLE, read("tagwire.css"));
    this.theme = add("theme", ".js", SCRIPT, read("script/theme.js"));
    this.script = add("tagwire", ".js", SCRIPT, scripts());
    this.icon = add("tagwire", ".svg", "image/svg+xml", read("tagwire.svg"));
  }

  /** Returns where all of it is. */
  public Livery livery(Addresses addresses) {
    return new Livery(
        addresses.asset(style),
        addresses.asset(theme),
        addresses.asset(script),
        addresses.asset(icon),
        "#ffffff",
        "#1d2024");
  }

  /** Returns what changes whenever any of it does. */
  public String version() {
    return style + script;
  }

  /** Returns a file by its name. */
  public Optional<Reply> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private String add(String name, String suffix, String type, byte[] content) {
    String file = name + "." + hash(content) + suffix;
    files.put(file, Reply.of(type, content));
    return file;
  }

  private static byte[] scripts() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String file : SCRIPTS) {
      all.writeBytes(read("script/" + file));
      all.write('\n');
    }
    return all.toByteArray();
  }

  private static byte[] read(String file) {
    try (InputStream in = Assets.class.getResourceAsStream("/site/" + file)) {
      if (in == null) {
        throw new IllegalStateException(
            "the resource '/site/" + file + "' is not in the jar; build it again");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("the resource '/site/" + file + "' cannot be read", e);
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
