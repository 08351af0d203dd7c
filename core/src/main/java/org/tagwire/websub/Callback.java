package org.tagwire.websub;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where hubs call us: an https address on the public web, and a path that nobody can guess.
 *
 * @param base what all these addresses begin with, without a slash behind
 */
public record Callback(String base) {
  /** The path under which hubs call, before the secret. */
  public static final String PATH = "/websub/";

  private static final List<String> LOCAL =
      List.of(".localhost", ".local", ".localdomain", ".internal", ".lan", ".home.arpa", ".onion");

  /**
   * Returns where hubs reach an instance; empty unless readers reach it by https under a name of
   * the public web.
   */
  public static Optional<Callback> of(URI baseUrl) {
    String host = baseUrl.getHost() == null ? "" : baseUrl.getHost().toLowerCase(Locale.ROOT);
    boolean named = host.chars().anyMatch(c -> c >= 'a' && c <= 'z') && !host.startsWith("[");
    boolean open = host.indexOf('.') > 0 && LOCAL.stream().noneMatch(host::endsWith);
    if (!"https".equalsIgnoreCase(baseUrl.getScheme()) || !named || !open) {
      return Optional.empty();
    }
    String path = baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return Optional.of(new Callback("https://" + baseUrl.getRawAuthority() + trimmed));
  }

  String address(String id) {
    return base + PATH + id;
  }
}
