package org.tagwire.fetch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.url.IpAddress;
import org.tagwire.url.WebAddress;

/**
 * An HTTP proxy the operator sends every request through. Its credentials are never printed.
 *
 * @param host its name or address
 * @param port its port
 * @param userInfo user and password as written in its address, percent-encoded
 */
public record HttpProxy(String host, int port, @Nullable String userInfo) {

  /**
   * Reads {@code http://10.1.0.9:3128} or {@code http://user:password@proxy.example:3128}; empty
   * when it is anything else: another scheme, a path, no port.
   */
  public static Optional<HttpProxy> parse(String text) {
    boolean named = text.strip().matches("(?i)http://[^/?#]*:\\d{1,5}/?");
    return WebAddress.parse(text.strip())
        .filter(url -> named && !url.isSecure() && url.target().equals("/"))
        .map(url -> new HttpProxy(url.host(), url.port(), url.findUserInfo().orElse(null)));
  }

  /**
   * Returns whether its address is public or in one of these ranges; a name is judged whenever it
   * is resolved, so it may.
   */
  public boolean mayBeDialled(List<Reach.Range> allowed) {
    return IpAddress.ofHost(host)
        .map(
            address ->
                SpecialAddresses.isPublic(address)
                    || allowed.stream().anyMatch(range -> range.opens(address, port)))
        .orElse(true);
  }

  /** Returns the header field that opens it, where it asks for one. */
  Optional<String> findAuthorization() {
    return Optional.ofNullable(userInfo)
        .map(given -> WebAddress.decode(given).getBytes(StandardCharsets.UTF_8))
        .map(plain -> "Basic " + Base64.getEncoder().encodeToString(plain));
  }

  WebAddress address() {
    return WebAddress.of("http://" + host + ":" + port + "/");
  }

  @Override
  public String toString() {
    return "http://" + (userInfo == null ? "" : "***@") + host + ":" + port;
  }

  /** The proxy does not let us through; the message says what to do. */
  static final class ClosedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final FetchResult.Kind kind;

    ClosedException(String message) {
      super(message);
      this.kind = FetchResult.Kind.PROXY;
    }

    /** It cannot be asked at all, so nobody can be. */
    ClosedException(String message, IOException cause) {
      super(message, cause);
      this.kind = FetchResult.Kind.NETWORK_DOWN;
    }

    FetchResult.Kind kind() {
      return kind;
    }
  }
}
