package org.tagwire.feed;

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

  /** Resolves a reference; an empty one is none, and one that leads elsewhere than to http or https (mailto:, tag:) is returned as written. */
  static Optional<String> resolve(String reference, Optional<String> base) {
    String written = reference.strip();
    if (written.isEmpty()) {
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

  /** Makes the addresses within {@code html} absolute, where the feed itself says by xml:base what they are relative to. */
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
              XmlElement.escape(here ? reference : resolve(reference, base).orElse(reference), absolute);
              return Matcher.quoteReplacement(absolute.append('"').toString());
            });
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
