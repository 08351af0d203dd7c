package org.tagwire.feed;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.tagwire.url.WebAddress;

/** Addresses as feeds write them, made absolute. */
final class Addresses {
  private Addresses() {}

  private static final Pattern REFERENCE =
      Pattern.compile(
          "(<[a-zA-Z][^<>]{0,2000}?\\s(?:href|src)\\s*=\\s*)(?:\"([^\"<>]{0,2000})\"|'([^'<>]{0,2000})')",
          Pattern.CASE_INSENSITIVE);

  /**
   * Resolves a reference; an empty one is none, nor one that runs a program or reads a file, and
   * one that leads elsewhere than to http or https (mailto:, tag:) is returned as written. Line
   * breaks and tabs within are left out (WHATWG URL, 4.4).
   */
  static Optional<String> resolve(String reference, Optional<String> base) {
    String written = withoutBreaks(reference.strip());
    if (written.isEmpty() || isRefused(written)) {
      return Optional.empty();
    }
    if (hasScheme(written)) {
      return Optional.of(written);
    }
    return base.flatMap(WebAddress::parse)
        .flatMap(address -> address.resolve(written))
        .map(WebAddress::href)
        .or(() -> Optional.of(written));
  }

  /**
   * Makes the addresses within {@code html} absolute, where the feed itself says by xml:base what
   * they are relative to.
   */
  static String withinMarkup(String html, XmlElement e) {
    Optional<String> base = e.statedBase();
    if (base.isEmpty() || html.indexOf('<') < 0) {
      return html;
    }
    return REFERENCE
        .matcher(html)
        .replaceAll(
            match -> {
              String written = match.group(2) != null ? match.group(2) : match.group(3);
              String reference = Parser.unescapeEntities(written, true);
              StringBuilder absolute = new StringBuilder(match.group(1)).append('"');
              boolean here = reference.isBlank() || reference.startsWith("#");
              XmlElement.escape(
                  here ? reference : resolve(reference, base).orElse(reference), absolute);
              return Matcher.quoteReplacement(absolute.append('"').toString());
            });
  }

  private static String withoutBreaks(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ') {
        return text.replaceAll("[\\x00-\\x1F]", "");
      }
    }
    return text;
  }

  private static boolean isRefused(String written) {
    int colon = written.indexOf(':');
    if (colon < 4 || colon > 12) {
      return false;
    }
    return switch (written.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "javascript", "vbscript", "data", "file", "blob", "about" -> true;
      default -> false;
    };
  }

  static boolean isWeb(String text) {
    String start = text.strip();
    return start.regionMatches(true, 0, "http://", 0, 7)
        || start.regionMatches(true, 0, "https://", 0, 8);
  }

  static boolean hasScheme(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i > 1;
      }
      boolean inScheme = Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
      if (!inScheme || (i == 0 && !Character.isLetter(c))) {
        return false;
      }
    }
    return false;
  }
}
