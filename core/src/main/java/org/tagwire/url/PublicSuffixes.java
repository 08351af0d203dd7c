package org.tagwire.url;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Domain;

/**
 * Which part of a host was registered by somebody: the public suffix list (publicsuffix.org, its
 * private section included).
 *
 * <p>A name under a suffix that the list does not know (a new or a reserved one, as {@code
 * .example}) is judged by the list's default rule: one label is the suffix.
 */
final class PublicSuffixes {
  /** Hosts of many publishers that are not in the list. */
  private static final Set<String> PLATFORMS =
      Set.of(
          "substack.com",
          "medium.com",
          "tumblr.com",
          "wordpress.com",
          "beehiiv.com",
          "ghost.io",
          "livejournal.com",
          "typepad.com",
          "over-blog.com",
          "hatenablog.com",
          "buttondown.email",
          "bearblog.dev");

  private PublicSuffixes() {}

  static Domain domainOf(String host) {
    String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    if (IpAddress.ofHost(name).isPresent() || name.indexOf('.') < 0) {
      return new Domain(name);
    }
    String registered = EffectiveTldFinder.getAssignedDomain(name, true, false);
    String domain = registered == null ? byDefaultRule(name) : registered;
    return new Domain(PLATFORMS.contains(domain) ? below(domain, name) : domain);
  }

  private static String byDefaultRule(String name) {
    // A public suffix by itself, as in co.uk, has no registered part: the host stands for itself.
    if (isSuffix(EffectiveTldFinder.getEffectiveTLD(name, false), name)) {
      return name;
    }
    int last = name.lastIndexOf('.');
    return name.substring(name.lastIndexOf('.', last - 1) + 1);
  }

  private static boolean isSuffix(EffectiveTldFinder.@Nullable EffectiveTLD known, String name) {
    return known != null && known.getDomain().equals(name);
  }

  private static String below(String platform, String name) {
    int end = name.length() - platform.length() - 1;
    if (end <= 0 || name.startsWith("www.")) {
      return platform;
    }
    return name.substring(name.lastIndexOf('.', end - 1) + 1);
  }
}
