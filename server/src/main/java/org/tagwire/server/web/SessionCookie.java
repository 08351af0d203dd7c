package org.tagwire.server.web;

/**
 * How the cookie of the owner's session is written (RFC 6265bis): out of reach for scripts, not
 * sent along from other sites' pages but for plain links, and over https where the site is. Where
 * nothing stands before the paths, its name begins with {@code __Host-}, so that no other host of
 * the domain can set it. Immutable.
 */
public final class SessionCookie {
  private final String name;
  private final String attributes;

  public SessionCookie(SiteOptions options) {
    boolean secure =
        options.findBaseUrl().map(b -> "https".equalsIgnoreCase(b.getScheme())).orElse(false);
    boolean whole = options.prefix().isEmpty();
    this.name = (secure ? whole ? "__Host-" : "__Secure-" : "") + "tagwire";
    this.attributes =
        "; Path="
            + options.prefix()
            + (whole ? "/" : "")
            + "; HttpOnly; SameSite=Lax"
            + (secure ? "; Secure" : "");
  }

  public String name() {
    return name;
  }

  /** Returns the header that gives the cookie. */
  public String give(String value) {
    return name + "=" + value + attributes + "; Max-Age=" + Sessions.IDLE.toSeconds();
  }

  /** Returns the header that takes it away. */
  public String take() {
    return name + "=" + attributes + "; Max-Age=0";
  }
}
