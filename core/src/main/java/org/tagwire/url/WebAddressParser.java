package org.tagwire.url;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The states of the WHATWG basic URL parser that http and https need, as plain methods over one
 * cleaned text.
 *
 * <p>Back slashes are slashes, any number of slashes may stand before the host, tabs and line
 * breaks vanish, and the last {@code @} before the path ends the credentials: what browsers do, and
 * what hostile addresses count on others not doing.
 */
final class WebAddressParser {
  /** What is looked at; and, as sitemaps.org has it, what an address may be once it is escaped. */
  private static final int MAX_WRITTEN = 8192;

  private static final int MAX_LENGTH = 2048;
  private static final int MAX_PORT = 65535;

  private final String text;
  private final @Nullable WebAddress base;

  private WebAddressParser(String text, @Nullable WebAddress base) {
    this.text = text;
    this.base = base;
  }

  static Optional<WebAddress> absolute(String text) {
    return new WebAddressParser(clean(text), null).parse();
  }

  static Optional<WebAddress> relative(String reference, WebAddress base) {
    return new WebAddressParser(clean(reference), base).parse();
  }

  private Optional<WebAddress> parse() {
    if (text.length() > MAX_WRITTEN) {
      return Optional.empty();
    }
    int colon = schemeEnd();
    if (colon < 0) {
      return base == null ? Optional.empty() : reference(0, base);
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      return Optional.empty();
    }
    boolean secure = scheme.length() == 5;
    boolean slashes = isSlash(colon + 1) && isSlash(colon + 2);
    if (base != null && base.isSecure() == secure && !slashes) {
      return reference(colon + 1, base);
    }
    return authority(colon + 1, secure);
  }

  private Optional<WebAddress> reference(int from, WebAddress base) {
    if (isSlash(from)) {
      return isSlash(from + 1)
          ? authority(from, base.isSecure())
          : rest(from, authorityOf(base), "");
    }
    if (from == text.length() || text.charAt(from) == '#') {
      return Optional.of(base);
    }
    if (text.charAt(from) == '?') {
      return rest(from, authorityOf(base), base.path());
    }
    String folder = base.path().substring(0, base.path().lastIndexOf('/') + 1);
    return rest(from, authorityOf(base), folder);
  }

  private static WebAddress.Authority authorityOf(WebAddress base) {
    return new WebAddress.Authority(
        base.isSecure(), base.findUserInfo().orElse(""), base.host(), base.port());
  }

  private Optional<WebAddress> authority(int from, boolean secure) {
    int start = from;
    while (isSlash(start)) {
      start++;
    }
    int end = start;
    int at = -1;
    while (end < text.length()
        && !isSlash(end)
        && text.charAt(end) != '?'
        && text.charAt(end) != '#') {
      if (text.charAt(end) == '@') {
        at = end;
      }
      end++;
    }
    String userInfo = at < 0 ? "" : Escapes.userInfo(text.substring(start, at));
    String hostAndPort = text.substring(at < 0 ? start : at + 1, end);
    int colon = portColon(hostAndPort);
    int port = colon < 0 ? -1 : port(hostAndPort, colon + 1);
    if (port == 0 || port > MAX_PORT || userInfo.length() > 1024) {
      return Optional.empty();
    }
    String plainUserInfo = userInfo.equals(":") ? "" : userInfo;
    int pathStart = end;
    return HostName.parse(colon < 0 ? hostAndPort : hostAndPort.substring(0, colon))
        .flatMap(
            host ->
                rest(pathStart, new WebAddress.Authority(secure, plainUserInfo, host, port), ""));
  }

  /** The colon before the port lies after the bracket that closes an IPv6 literal. */
  private static int portColon(String hostAndPort) {
    return hostAndPort.indexOf(':', Math.max(0, hostAndPort.indexOf(']')));
  }

  /**
   * Returns the port, -1 where nothing follows the colon, 0 (which nobody may ask for) where it is
   * no number.
   */
  private static int port(String text, int from) {
    if (from == text.length()) {
      return -1;
    }
    int port = 0;
    for (int i = from; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      port = Math.min(MAX_PORT + 1, port * 10 + digit);
    }
    return port;
  }

  private Optional<WebAddress> rest(int from, WebAddress.Authority authority, String folder) {
    int hash = text.indexOf('#', from);
    int end = hash < 0 ? text.length() : hash;
    int mark = text.indexOf('?', from);
    int pathEnd = mark < 0 || mark > end ? end : mark;
    String written = folder + text.substring(from, pathEnd);
    String path = Escapes.path(dotless(written.isEmpty() ? "/" : written.replace('\\', '/')));
    String query = pathEnd < end ? Escapes.query(text.substring(pathEnd + 1, end)) : null;
    int length =
        authority.userInfo().length()
            + authority.host().length()
            + path.length()
            + (query == null ? 0 : query.length());
    // The rest of an address is the scheme, the port and what stands between.
    return length > MAX_LENGTH - "https://@:65535?".length()
        ? Optional.empty()
        : Optional.of(new WebAddress(authority, path, query));
  }

  /** Takes {@code .} and {@code ..} out of a path, in their escaped spellings too. */
  private static String dotless(String path) {
    String rooted = path.startsWith("/") ? path : '/' + path;
    if (!rooted.contains("/.") && !rooted.contains("/%2e") && !rooted.contains("/%2E")) {
      return rooted;
    }
    List<String> kept = new ArrayList<>();
    String[] segments = rooted.substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      String dots = dots(segments[i]);
      boolean last = i == segments.length - 1;
      if (dots.equals("..") && !kept.isEmpty()) {
        kept.removeLast();
      }
      if (dots.isEmpty()) {
        kept.add(segments[i]);
      } else if (last) {
        kept.add("");
      }
    }
    return '/' + String.join("/", kept);
  }

  private static String dots(String segment) {
    if (segment.length() > 6) {
      return "";
    }
    String plain = segment.replace("%2e", ".").replace("%2E", ".");
    return plain.equals(".") || plain.equals("..") ? plain : "";
  }

  private int schemeEnd() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean later = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && !(later && i > 0)) {
        return -1;
      }
    }
    return -1;
  }

  private boolean isSlash(int at) {
    return at < text.length() && (text.charAt(at) == '/' || text.charAt(at) == '\\');
  }

  /** Drops control characters and spaces at both ends, tabs and line breaks everywhere. */
  private static String clean(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    String trimmed = text.substring(start, end);
    boolean broken =
        trimmed.indexOf('\t') >= 0 || trimmed.indexOf('\n') >= 0 || trimmed.indexOf('\r') >= 0;
    return broken ? trimmed.replace("\t", "").replace("\n", "").replace("\r", "") : trimmed;
  }
}
