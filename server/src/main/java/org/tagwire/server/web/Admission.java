package org.tagwire.server.web;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tagwire.model.Audience;

/**
 * Decides about each request before anything else: is this site meant, does the request come from
 * where it says, and for whom is the answer.
 *
 * <p>A private site opens without a password only where nobody but its owner can stand before it:
 * the listener is bound to loopback, no base URL is set, the Host is {@code localhost}, {@code
 * 127.0.0.1} or {@code [::1]}, and no proxy has left a trace. A Host that is not ours is refused,
 * since it is how a foreign page reaches a local server (DNS rebinding). A pure decision but for
 * what the keys remember; safe for use by many threads.
 */
public final class Admission {
  /** Who is not known, and may read what is public. */
  static final Admitted STRANGER = new Admitted(Audience.PUBLIC, "");

  private static final String OWNER = "owner";
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final SiteOptions options;
  private final Keys keys;

  public Admission(SiteOptions options, Keys keys) {
    this.options = options;
    this.keys = keys;
  }

  /** Judges one request. */
  public Verdict judge(Knock knock, Instant now) {
    String host = knock.host() == null ? "" : name(knock.host());
    if (!isOurs(host)) {
      return new UnknownHost();
    }
    if (!knock.isSafe() && isForeign(knock)) {
      return new ForeignWrite();
    }
    Optional<String> session = keys.sessions().find(knock.session(), now);
    if (session.isPresent()) {
      return new Admitted(Audience.OWNER, session.get());
    }
    if (isOpen(host, knock) || keys.opens(knock.authorization(), now)) {
      return new Admitted(Audience.OWNER, OWNER);
    }
    return options.isPrivate() ? new PasswordNeeded() : STRANGER;
  }

  /**
   * Says whether this site is meant at all: enough where the path itself is the secret, as with a
   * hub, which knows no password.
   */
  public boolean isMeant(Knock knock) {
    return knock.host() != null && isOurs(name(knock.host()));
  }

  private boolean isOpen(String host, Knock knock) {
    return options.isAtHome() && LOOPBACK.contains(host) && !knock.forwarded();
  }

  /**
   * An address literal cannot be rebound, so a listener on the open network takes it too and asks
   * for the password.
   */
  private boolean isOurs(String host) {
    Optional<URI> base = options.findBaseUrl();
    return LOOPBACK.contains(host)
        || base.map(b -> b.getHost().toLowerCase(Locale.ROOT).equals(host)).orElse(false)
        || (base.isEmpty() && !options.loopback() && isLiteral(host));
  }

  private static boolean isLiteral(String host) {
    return host.startsWith("[")
        || (!host.isEmpty() && host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9')));
  }

  /**
   * Browsers say where a request comes from; what says nothing is no browser and carries nobody's
   * credentials unasked.
   */
  private boolean isForeign(Knock knock) {
    String site = knock.fetchSite();
    if (site != null && !site.equals("same-origin") && !site.equals("none")) {
      return true;
    }
    String origin = knock.origin();
    return origin != null && !authority(origin).equals(ownAuthority(knock));
  }

  private String ownAuthority(Knock knock) {
    return options
        .findBaseUrl()
        .map(b -> b.getRawAuthority().toLowerCase(Locale.ROOT))
        .orElseGet(() -> String.valueOf(knock.host()).toLowerCase(Locale.ROOT));
  }

  private static String authority(String origin) {
    int scheme = origin.indexOf("://");
    return scheme < 0 ? origin : origin.substring(scheme + 3).toLowerCase(Locale.ROOT);
  }

  /** What stands behind a name must be a port: {@code us:80@them} names them. */
  private static String name(String host) {
    int port = host.lastIndexOf(':');
    boolean hasPort =
        port > host.lastIndexOf(']')
            && host.chars().skip(port + 1L).allMatch(c -> c >= '0' && c <= '9');
    return (hasPort ? host.substring(0, port) : host).toLowerCase(Locale.ROOT);
  }

  /** What is decided about a request. */
  public sealed interface Verdict {}

  /**
   * It comes in, and is answered for this audience.
   *
   * @param holder the id of the session, {@value #OWNER} for who needs none, empty for a stranger
   */
  public record Admitted(Audience audience, String holder) implements Verdict {
    /** Finds the session it comes with. */
    public Optional<String> findSession() {
      return Optional.of(holder).filter(h -> !h.isEmpty() && !h.equals(OWNER));
    }
  }

  /** It means another site: 421. */
  public record UnknownHost() implements Verdict {}

  /** It needs the owner's password: 401. */
  public record PasswordNeeded() implements Verdict {}

  /** It would change something and comes from another site's page: 403. */
  public record ForeignWrite() implements Verdict {}
}
