package org.tagwire.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * The text constructs of feeds as HTML: RSS's escaped markup and Atom's text, html, xhtml and
 * base64 (RFC 4287 §3.1).
 */
final class Markup {
  private Markup() {}

  /**
   * Returns a long text: like any other, with its addresses made absolute where the feed says how.
   */
  static String body(XmlElement e) {
    return Addresses.withinMarkup(html(e), e);
  }

  /**
   * Returns an RSS text or an Atom text construct: what it says escaped, or, where tags stand in it
   * unescaped, those.
   */
  static String html(XmlElement e) {
    String type = e.attribute("type").orElse("text").strip().toLowerCase(Locale.ROOT);
    String mode = e.attribute("mode").orElse("").strip().toLowerCase(Locale.ROOT);
    if (e.hasElements()) {
      return type.equals("xhtml") ? withoutDiv(e) : e.inner();
    }
    if (mode.equals("base64") || (isBinary(type) && looksEncoded(e.text()))) {
      return base64(e.text(), type);
    }
    return e.text();
  }

  /** Returns the element itself as markup, tag and all. */
  static String whole(XmlElement e) {
    return e.outer();
  }

  /** The div around XHTML is no part of the content (RFC 4287 §3.1.1.3); in Atom 0.3 it is. */
  private static String withoutDiv(XmlElement e) {
    List<XmlElement> children = e.children();
    String name = children.getFirst().name();
    boolean wrapped = children.size() == 1 && (name.equals("xhtml:div") || name.equals("div"));
    return wrapped ? children.getFirst().inner() : e.inner();
  }

  private static boolean isBinary(String type) {
    return type.contains("/") && !type.startsWith("text/") && !type.endsWith("xml");
  }

  /** Careless feeds name a media type and write plain text all the same. */
  private static boolean looksEncoded(String text) {
    return text.length() >= 8 && text.matches("[A-Za-z0-9+/=\\s]+") && !text.contains(" ");
  }

  private static String base64(String text, String type) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      return type.startsWith("image/") || type.startsWith("audio/") || type.startsWith("video/")
          ? ""
          : Misreadings.withoutControls(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
