package org.tagwire.feed;

import java.util.Optional;
import org.tagwire.url.WebAddress;

/** Addresses as feeds write them, made absolute. */
final class Addresses {
  private Addresses() {}

  /** Resolves a reference; one that leads elsewhere than to http or https (mailto:, tag:) is returned as written. */
  static Optional<String> resolve(String reference, Optional<String> base) {
    String written = reference.strip();
    if (written.isEmpty()) {
      return base;
    }
    if (hasScheme(written)) {
      return Optional.of(written);
    }
    return base.flatMap(WebAddress::parse)
        .flatMap(address -> address.resolve(written))
        .map(WebAddress::href)
        .or(() -> Optional.of(written));
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
