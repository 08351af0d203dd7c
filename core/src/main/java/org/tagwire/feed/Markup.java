package org.tagwire.feed;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The text constructs of feeds as HTML: RSS's escaped markup and Atom's text, html, xhtml and base64 (RFC 4287 §3.1). */
final class Markup {
  private Markup() {}

  /** Returns an RSS text: what it says escaped, or, where tags stand in it unescaped, those. */
  static String html(XmlElement e) {
    if (e.attribute("type").isPresent() || e.attribute("mode").isPresent()) {
      return atom(e);
    }
    return e.hasElements() ? e.inner() : e.text();
  }

  /** Returns an Atom text construct or content. */
  static String atom(XmlElement e) {
    String type = e.attribute("type").orElse("text").strip().toLowerCase(Locale.ROOT);
    String mode = e.attribute("mode").orElse("").strip().toLowerCase(Locale.ROOT);
    boolean markupWithin = e.hasElements();
    if (markupWithin) {
      return e.child("xhtml:div").or(() -> e.child("div")).map(XmlElement::inner).filter(d -> onlyDiv(e)).orElseGet(e::inner);
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

  private static boolean onlyDiv(XmlElement e) {
    return e.children().size() == 1;
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
          : new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
