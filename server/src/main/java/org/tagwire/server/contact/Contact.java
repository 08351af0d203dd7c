package org.tagwire.server.contact;

import java.util.Optional;
import org.tagwire.url.WebAddress;

/** Reads what the owner has given as a way to be reached. */
final class Contact {
  private Contact() {}

  /** Returns it as an address that can be followed: https or mailto; empty for anything else. */
  static Optional<String> link(String contact) {
    String written = contact.strip();
    Optional<String> web = web(written);
    if (web.isPresent()) {
      return web;
    }
    String bare = written.startsWith("mailto:") ? written.substring(7) : written;
    return isEmail(bare) ? Optional.of("mailto:" + bare) : Optional.empty();
  }

  /** Returns a web address, if the text is one. */
  static Optional<String> web(String text) {
    boolean web = text.startsWith("https://") || text.startsWith("http://");
    return web ? WebAddress.parse(text).map(WebAddress::href) : Optional.empty();
  }

  /** Returns whether a text may be an e-mail address; who owns it is not asked. */
  static boolean isEmail(String text) {
    return text.matches("[\\x21-\\x7E&&[^@<>\"(),;:\\\\]]+@[A-Za-z0-9.-]+\\.[A-Za-z0-9-]{2,}");
  }
}
