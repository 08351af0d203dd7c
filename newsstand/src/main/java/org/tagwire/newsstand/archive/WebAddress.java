package org.tagwire.newsstand.archive;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Host and target of an address as found in lists of links, made fit for a request line.
 *
 * @param host in lower case, international names in their ASCII form
 * @param target path and query, percent-encoded where it has to be; no fragment
 */
record WebAddress(String host, String target) {

  private static final Pattern WEB =
      Pattern.compile("https?://(?:[^/?#@]*@)?([^/?#:]+)(?::\\d*)?([^#]*)(?:#.*)?");
  private static final HexFormat HEX = HexFormat.of().withUpperCase();
  private static final String NEVER_BARE = "\"<>\\^`{|}";

  /** Reads an address, or empty when it is not one of http or https. */
  static Optional<WebAddress> parse(String address) {
    Matcher parts = WEB.matcher(address.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    String rest = parts.group(2);
    String target = rest.startsWith("/") ? rest : "/" + rest;
    try {
      String host = IDN.toASCII(parts.group(1), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return Optional.of(new WebAddress(host, encode(target)));
    } catch (IllegalArgumentException notAName) {
      return Optional.empty();
    }
  }

  /** Encodes the bytes that may not stand in a request target (RFC 3986, 2). */
  static String encode(String target) {
    var out = new StringBuilder(target.length() + 16);
    for (byte b : target.getBytes(StandardCharsets.UTF_8)) {
      boolean bare = b > ' ' && b < 0x7F && NEVER_BARE.indexOf(b) < 0;
      if (bare) {
        out.append((char) b);
      } else {
        out.append('%').append(HEX.toHexDigits(b));
      }
    }
    return out.toString();
  }
}
