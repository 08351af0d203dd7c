package org.tagwire.server.health;

import jakarta.servlet.http.HttpServletRequest;
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
record Caller(String address, boolean certain) {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  static Caller of(HttpServletRequest request, List<String> trusted) {
    return of(
        request.getRemoteAddr(),
        Optional.ofNullable(request.getHeader(FORWARDED_FOR)),
        hasTraces(request),
        trusted);
  }

  /**
   * The last address in the list is the one that our own proxy saw; those before it are hearsay.
   */
  static Caller of(
      String peer, Optional<String> forwardedFor, boolean traces, List<String> trusted) {
    boolean isTrusted =
        IpAddress.ofHost(peer)
            .filter(
                p ->
                    trusted.stream()
                        .anyMatch(t -> IpAddress.ofHost(t).filter(p::equals).isPresent()))
            .isPresent();
    if (!isTrusted) {
      return new Caller(peer, !traces);
    }
    String[] named = forwardedFor.orElse("").split(",");
    String last = named[named.length - 1].strip();
    return last.isEmpty() ? new Caller(peer, !traces) : new Caller(last, true);
  }

  private static boolean hasTraces(HttpServletRequest request) {
    return request.getHeader(FORWARDED_FOR) != null
        || request.getHeader("Forwarded") != null
        || request.getHeader("Via") != null;
  }

  boolean isThisMachine() {
    return certain
        && (address.startsWith("127.")
            || address.equals("::1")
            || address.equals("0:0:0:0:0:0:0:1")
            || address.equals("[::1]"));
  }
}
