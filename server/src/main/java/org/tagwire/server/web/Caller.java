package org.tagwire.server.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.tagwire.url.IpAddress;

/**
 * Who really asks: the peer of the connection, or, where that is a proxy the operator trusts, whom
 * the proxy names.
 *
 * @param address the address as written
 * @param certain false when an unknown proxy stands between
 */
public record Caller(String address, boolean certain) {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  /** Returns who sent a request. */
  public static Caller of(HttpServletRequest request, Proxies trusted) {
    String peer = request.getRemoteAddr();
    if (request.getHeader(FORWARDED_FOR) == null) {
      return new Caller(peer, !hasTraces(request));
    }
    return of(peer, Collections.list(request.getHeaders(FORWARDED_FOR)), trusted);
  }

  /**
   * Reads what proxies have written from its end, where our own have; the first that is none of
   * them is who asks, and what stands before it is hearsay.
   */
  static Caller of(String peer, List<String> forwardedFor, Proxies trusted) {
    if (!isTrusted(peer, trusted)) {
      return new Caller(peer, false);
    }
    String last = peer;
    for (String name : List.of(String.join(",", forwardedFor).split(",")).reversed()) {
      Optional<IpAddress> address = address(name.strip());
      if (address.isEmpty()) {
        return new Caller(last, false);
      }
      last = address.get().toString();
      if (!trusted.include(address.get())) {
        return new Caller(last, true);
      }
    }
    return new Caller(last, true);
  }

  private static boolean isTrusted(String peer, Proxies trusted) {
    return IpAddress.ofHost(peer).filter(trusted::include).isPresent();
  }

  /** Some proxies write the port too. */
  private static Optional<IpAddress> address(String written) {
    int colon = written.lastIndexOf(':');
    boolean port = colon > 0 && (written.indexOf(':') == colon || written.charAt(colon - 1) == ']');
    return IpAddress.ofHost(port ? written.substring(0, colon) : written);
  }

  private static boolean hasTraces(HttpServletRequest request) {
    return request.getHeader("Forwarded") != null || request.getHeader("Via") != null;
  }

  /** Returns whether it is this machine that asks, and certainly so. */
  public boolean isThisMachine() {
    return certain
        && (address.startsWith("127.")
            || address.equals("::1")
            || address.equals("0:0:0:0:0:0:0:1")
            || address.equals("[::1]"));
  }
}
