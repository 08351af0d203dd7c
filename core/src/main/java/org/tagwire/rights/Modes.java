package org.tagwire.rights;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may read without a password. Pure functions of how the server listens and what a request
 * carries.
 *
 * <p>A private instance is open only to somebody at the same machine: the listener bound to
 * loopback, no base-url set, a Host that names loopback, and no trace of a proxy in between. The
 * Host matters because a browser can be made to send a stranger's page's requests to loopback under
 * the stranger's name (DNS rebinding).
 */
public final class Modes {
  private static final Set<String> LOOPBACK_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private Modes() {}

  /** What an instance is for: its owner alone, or anonymous readers too. */
  public enum Mode {
    PRIVATE,
    PUBLIC
  }

  /**
   * How the server listens.
   *
   * @param mode what it is for
   * @param loopbackOnly whether it is bound to loopback addresses alone
   * @param baseUrlHost the host and port of base-url, if one is set
   */
  public record Listening(Mode mode, boolean loopbackOnly, @Nullable String baseUrlHost) {}

  /**
   * What a request carries.
   *
   * @param host the Host header as sent, empty if missing
   * @param headerNames the names of all its headers
   */
  public record Visitor(String host, Set<String> headerNames) {
    public Visitor {
      headerNames = Set.copyOf(headerNames);
    }
  }

  /** What a request may see before anybody logged in. */
  public enum Access {
    /** Everything: it comes from the machine the owner sits at. */
    OWNER,
    /** Excerpts, as anybody. */
    ANONYMOUS,
    /** The log-in page alone. */
    PASSWORD,
    /** Nothing: the Host is not ours, answer 421. */
    MISDIRECTED
  }

  /** Decides what a request may see. */
  public static Access access(Listening listening, Visitor visitor) {
    String host = visitor.host().strip().toLowerCase(Locale.ROOT);
    if (!isOurs(listening, host)) {
      return Access.MISDIRECTED;
    }
    if (listening.mode() == Mode.PUBLIC) {
      return Access.ANONYMOUS;
    }
    boolean atHome =
        listening.loopbackOnly()
            && listening.baseUrlHost() == null
            && LOOPBACK_HOSTS.contains(withoutPort(host))
            && visitor.headerNames().stream().noneMatch(Modes::tellsOfAProxy);
    return atHome ? Access.OWNER : Access.PASSWORD;
  }

  /**
   * Says what is missing for an instance to start in public.
   *
   * @return the names of the settings that must be set; empty when all is well
   */
  public static List<String> missingForPublic(
      Optional<String> baseUrl, Optional<String> siteName, Optional<String> contact) {
    record Need(String setting, Optional<String> value) {}
    return List.of(
            new Need("base-url", baseUrl),
            new Need("site-name", siteName),
            new Need("contact", contact))
        .stream()
        .filter(need -> need.value().isEmpty() || need.value().get().isBlank())
        .map(Need::setting)
        .toList();
  }

  /**
   * Without a base-url nobody can have given us a name, so only loopback names and bare IP
   * addresses mean us.
   */
  private static boolean isOurs(Listening listening, String host) {
    if (LOOPBACK_HOSTS.contains(withoutPort(host))) {
      return true;
    }
    String known = listening.baseUrlHost();
    if (known != null) {
      return host.equals(known.toLowerCase(Locale.ROOT));
    }
    return !listening.loopbackOnly() && isAddress(withoutPort(host));
  }

  private static boolean isAddress(String host) {
    return host.matches("\\d{1,3}(\\.\\d{1,3}){3}") || host.matches("\\[[0-9a-f:.]+\\]");
  }

  private static String withoutPort(String host) {
    int colon = host.lastIndexOf(':');
    boolean port = colon > host.lastIndexOf(']') && host.substring(colon + 1).matches("\\d{1,5}");
    return port ? host.substring(0, colon) : host;
  }

  private static boolean tellsOfAProxy(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("forwarded")
        || lower.equals("via")
        || lower.startsWith("x-forwarded-")
        || lower.equals("x-real-ip");
  }
}
