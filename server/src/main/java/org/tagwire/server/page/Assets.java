package org.tagwire.server.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tagwire.server.look.Accent;
import org.tagwire.server.look.Colour;
import org.tagwire.server.look.Logo;
import org.tagwire.server.look.Look;
import org.tagwire.server.look.Palette;
import org.tagwire.server.web.Addresses;
import org.tagwire.server.web.Reply;

/**
 * Style sheet, scripts, icons and logo under names that change with their content, so that they may
 * be kept for ever. Immutable.
 *
 * <p>The scripts of all rooms are sent as one. Each is strict and keeps its names to itself, so the
 * order matters only for {@code base.js}, whose {@code window.tagwire} the others use.
 */
public final class Assets {
  private static final Logger LOG = LoggerFactory.getLogger(Assets.class);
  private static final String STYLE = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";

  /** The scripts of the rooms, one a line, in the order in which they run. */
  private static final List<String> SCRIPTS =
      """
      base.js
      live.js
      suggest.js
      """
          .lines()
          .toList();

  private final Map<String, Reply> files = new HashMap<>();
  private final Look look;
  private final Palette palette;
  private final String style;
  private final String theme;
  private final String script;
  private final Map<Icon, String> icons = new EnumMap<>(Icon.class);
  private final String logo;

  /** Dresses the site as its owner wants it. */
  public Assets(Look look) {
    this.look = look;
    String css = new String(read("tagwire.css"), StandardCharsets.UTF_8);
    this.palette = Palette.of(css);
    String worn = TightStyle.of(css) + accent(look, palette);
    this.style = add("tagwire", ".css", STYLE, worn.getBytes(StandardCharsets.UTF_8));
    this.theme = add("theme", ".js", SCRIPT, read("script/theme.js"));
    this.script = add("tagwire", ".js", SCRIPT, scripts());
    for (Icon icon : Icon.values()) {
      icons.put(icon, add(icon.file(), icon.suffix(), icon.type(), read(icon.resource())));
    }
    this.logo =
        look.findLogo()
            .map(l -> add("logo", l.kind().suffix(), l.kind().type(), l.content()))
            .orElse("");
  }

  /** Returns where all of it is. */
  public Livery livery(Addresses addresses) {
    Logo own = look.logo();
    Palette.Pair sheet = palette.require("sheet");
    return new Livery(
        addresses.asset(style),
        addresses.asset(theme),
        addresses.asset(script),
        own == null ? icon(Icon.ANY, addresses) : addresses.asset(logo),
        own == null ? Icon.ANY.type() : own.kind().type(),
        icon(Icon.SMALL, addresses),
        addresses.manifest(),
        own == null ? null : new Livery.Picture(addresses.asset(logo), own.width(), own.height()),
        sheet.light().toString(),
        sheet.dark().toString());
  }

  /** Returns the path of one of our icons. */
  String icon(Icon icon, Addresses addresses) {
    return addresses.asset(icons.getOrDefault(icon, ""));
  }

  /** Returns what changes whenever any of it does. */
  public String version() {
    return hash(String.join("\n", new TreeSet<>(files.keySet())).getBytes(StandardCharsets.UTF_8));
  }

  /** Returns a file by its name. */
  public Optional<Reply> find(String name) {
    return Optional.ofNullable(files.get(name));
  }

  private static String accent(Look look, Palette palette) {
    Colour wanted = look.colour();
    if (wanted == null) {
      return "";
    }
    Accent accent = Accent.of(wanted, palette);
    LOG.info(
        "accent {}: {} on light paper, {} on dark; the nearest shades that can be read there",
        wanted,
        accent.shades().light(),
        accent.shades().dark());
    return accent.css();
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
