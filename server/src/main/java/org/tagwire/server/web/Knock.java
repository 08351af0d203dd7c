package org.tagwire.server.web;

import org.jspecify.annotations.Nullable;

/**
 * What of a request decides whether it comes in.
 *
 * @param method its method
 * @param host its Host header, with or without a port
 * @param forwarded whether it carries a Forwarded, X-Forwarded-* or Via header
 * @param origin its Origin header
 * @param fetchSite its Sec-Fetch-Site header
 * @param authorization its Authorization header
 * @param session the value of the owner's cookie
 */
public record Knock(
    String method,
    @Nullable String host,
    boolean forwarded,
    @Nullable String origin,
    @Nullable String fetchSite,
    @Nullable String authorization,
    @Nullable String session) {

  /** Returns a plain GET of {@code host}. */
  public static Knock get(String host) {
    return new Knock("GET", host, false, null, null, null, null);
  }

  /** Returns whether this method only reads (RFC 9110 section 9.2.1). */
  public boolean isSafe() {
    return switch (method) {
      case "GET", "HEAD", "OPTIONS" -> true;
      default -> false;
    };
  }

  /** Returns the same knock having passed a proxy. */
  public Knock throughProxy() {
    return new Knock(method, host, true, origin, fetchSite, authorization, session);
  }

  /** Returns the same knock with credentials. */
  public Knock with(String credentials) {
    return new Knock(method, host, forwarded, origin, fetchSite, credentials, session);
  }

  /** Returns the same knock with the cookie of a session. */
  public Knock in(String cookie) {
    return new Knock(method, host, forwarded, origin, fetchSite, authorization, cookie);
  }
}
