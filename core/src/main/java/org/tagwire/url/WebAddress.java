package org.tagwire.url;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Domain;

/**
 * An http or https address of the web, parsed as browsers parse it.
 *
 * <p>Immutable and safe to share. {@link #href} is what is requested and stored; {@link #toString}
 * hides credentials and token-like values, so that an address may be logged. Source: WHATWG URL
 * standard; see the package for what is stricter.
 */
public final class WebAddress {
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  private final boolean secure;
  private final String userInfo;
  private final String host;
  private final int port;
  private final String path;
  private final @Nullable String query;

  /**
   * All parts are already in the parser's normal form; a port of -1 stands for the scheme's own.
   */
  WebAddress(Authority authority, String path, @Nullable String query) {
    this.secure = authority.secure;
    this.userInfo = authority.userInfo;
    this.host = authority.host;
    this.port = authority.port == (secure ? HTTPS_PORT : HTTP_PORT) ? -1 : authority.port;
    this.path = path;
    this.query = query;
  }

  /**
   * Who is asked, and how.
   *
   * @param secure whether the scheme is https
   * @param userInfo user and password as written, escaped; empty for none
   * @param host ASCII name or literal
   * @param port the port, -1 where none is written
   */
  record Authority(boolean secure, String userInfo, String host, int port) {}

  /** Reads an absolute address; empty when it is none, or not http or https. */
  public static Optional<WebAddress> parse(String text) {
    return WebAddressParser.absolute(text);
  }

  /** Reads an address we wrote ourselves. */
  public static WebAddress of(String text) {
    return parse(text)
        .orElseThrow(
            () -> new IllegalArgumentException("'" + text + "' is not an http or https address"));
  }

  /**
   * Reads a reference as a page at this address would mean it; empty when it leads elsewhere than
   * to http or https.
   */
  public Optional<WebAddress> resolve(String reference) {
    return WebAddressParser.relative(reference, this);
  }

  public boolean isSecure() {
    return secure;
  }

  /**
   * Returns the host: an ASCII name in lower case, four decimal numbers, or an IPv6 literal in
   * brackets.
   */
  public String host() {
    return host;
  }

  /** Returns the port that is connected to. */
  public int port() {
    return port >= 0 ? port : secure ? HTTPS_PORT : HTTP_PORT;
  }

  /** Returns the path, never empty, escaped. */
  public String path() {
    return path;
  }

  /** Returns the query without its question mark, escaped. */
  public Optional<String> findQuery() {
    return Optional.ofNullable(query);
  }

  /** Returns user and password as they stand in the address, escaped. */
  public Optional<String> findUserInfo() {
    return userInfo.isEmpty() ? Optional.empty() : Optional.of(userInfo);
  }

  /** Returns path and query, as a request line has them. */
  public String target() {
    return query == null ? path : path + '?' + query;
  }

  /**
   * Returns scheme, host and port, as in {@code https://example.org}: what shares one robots.txt.
   */
  public String origin() {
    return (secure ? "https://" : "http://") + hostAndPort();
  }

  /** Returns host and, where it is not the scheme's own, port. */
  public String hostAndPort() {
    return port < 0 ? host : host + ':' + port;
  }

  /**
   * Returns the whole address, credentials included: for requests and the store, never for a log or
   * a page.
   */
  public String href() {
    return (secure ? "https://" : "http://")
        + (userInfo.isEmpty() ? "" : userInfo + '@')
        + hostAndPort()
        + target();
  }

  /** Returns the same address without user and password. */
  public WebAddress withoutCredentials() {
    return userInfo.isEmpty()
        ? this
        : new WebAddress(new Authority(secure, "", host, port), path, query);
  }

  /** Returns the same address with user and password as {@link #findUserInfo} gives them. */
  public WebAddress withCredentials(String credentials) {
    String escaped = Escapes.userInfo(credentials);
    return new WebAddress(new Authority(secure, escaped, host, port), path, query);
  }

  /** Returns text with its percent-escapes taken away, read as UTF-8. */
  public static String decode(String escaped) {
    return Escapes.decode(escaped);
  }

  /**
   * Returns the address as an article is known by it: tracking parameters, session ids and an empty
   * query gone, escapes in one spelling, no dot after the host. Scheme and slashes stay, because
   * servers may tell them apart. Idempotent.
   */
  public WebAddress canonical() {
    String bareHost = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String plainPath = TrackingParameters.stripSession(Escapes.normalise(path));
    String kept = query == null ? "" : Escapes.normalise(TrackingParameters.strip(query));
    String left = kept.isEmpty() ? null : kept;
    boolean unchanged =
        bareHost.length() == host.length() && plainPath.equals(path) && Objects.equals(left, query);
    return unchanged
        ? this
        : new WebAddress(new Authority(secure, userInfo, bareHost, port), plainPath, left);
  }

  /**
   * Returns the identity of the page: the canonical address without its scheme, equal for http and
   * https.
   */
  public String key() {
    WebAddress plain = canonical();
    return (plain.userInfo.isEmpty() ? "" : plain.userInfo + '@')
        + plain.hostAndPort()
        + plain.target();
  }

  /**
   * Returns the keys of other addresses under which sites commonly have the same page: with and
   * without {@code www.}, a slash at the end, or the marks of a mobile or AMP edition. They make a
   * page likely to be known, never certain: ask what it says.
   */
  public List<String> twinKeys() {
    return Twins.keysOf(canonical());
  }

  /**
   * Returns the domain a publisher is addressed by: the registrable domain, that is the public
   * suffix and one label.
   *
   * <p>{@code www.bbc.co.uk} and {@code news.bbc.co.uk} are bbc.co.uk; {@code uk.news.yahoo.com} is
   * yahoo.com; hosts of many publishers ({@code ada.substack.com}, {@code ada.github.io}) count as
   * suffixes. A feed's host may belong to another domain than the site ({@code feeds.bbci.co.uk}):
   * no rule about names can know that, so the carrier of an article comes from the article's
   * address and the publisher of a source from the home page its feed names, never from the feed's
   * own host. A bare IP address or a name of one label stands for itself.
   */
  public Domain domain() {
    return PublicSuffixes.domainOf(host);
  }

  /**
   * Says whether knowing the address gives access: user and password, token-like parameters, or a
   * secret in the path.
   */
  public boolean carriesSecret() {
    return !userInfo.isEmpty() || Secrets.inPath(path) || (query != null && Secrets.inQuery(query));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WebAddress that && href().equals(that.href());
  }

  @Override
  public int hashCode() {
    return href().hashCode();
  }

  /** Returns the address with what must not be seen replaced by {@code ***}. */
  @Override
  public String toString() {
    String shown = origin() + Secrets.redactPath(path);
    return query == null ? shown : shown + '?' + Secrets.redactQuery(query);
  }
}
