package org.tagwire.html;

import java.util.List;
import java.util.Locale;
import org.tagwire.url.WebAddress;

/**
 * The hosts a reader's browser may be sent to: public names, never the reader's own machine, router
 * or network.
 *
 * <p>Judged by the name alone, since it is the reader's network that would resolve it: a number or
 * a name without a dot leads nowhere that the public shares. Stateless and safe for use by many
 * threads.
 */
public final class PublicHosts {
  /** RFC 6762, RFC 6761, RFC 8375, ICANN's own "internal", and what routers use. */
  private static final List<String> LOCAL =
      List.of(".local", ".localhost", ".internal", ".lan", ".home", ".home.arpa");

  private PublicHosts() {}

  /** Says whether an address leads to a public name. */
  public static boolean contain(WebAddress address) {
    String host = address.host().toLowerCase(Locale.ROOT);
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (bare.isEmpty() || bare.startsWith("[") || bare.indexOf('.') < 0) {
      return false;
    }
    boolean number = Character.isDigit(bare.charAt(bare.length() - 1));
    return !number && LOCAL.stream().noneMatch(bare::endsWith);
  }
}
