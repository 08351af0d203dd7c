package org.tagwire.server.web;

import java.net.URI;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.server.look.Look;
import org.tagwire.server.words.Digits;
import org.tagwire.server.words.Edition;

/**
 * How the owner wants the site.
 *
 * @param mode for whom it is
 * @param baseUrl where readers reach it, when that is not simply the listener's address; a path in
 *     it begins every address
 * @param loopback whether the listener is bound to a loopback address only
 * @param name what it is called
 * @param contact how to reach its owner, as printed; empty in private mode if there is none
 * @param zone in which zone its dates are
 * @param digits with which digits
 * @param edition which edition stands at addresses without a language
 * @param hostNames names that only this process can resolve, and the addresses browsers reach
 *     instead
 * @param look how it is dressed
 */
public record SiteOptions(
    Mode mode,
    @Nullable URI baseUrl,
    boolean loopback,
    String name,
    String contact,
    ZoneId zone,
    Digits digits,
    Edition edition,
    Map<String, String> hostNames,
    Look look) {

  /** For whom a site is: its owner alone, or anybody. */
  public enum Mode {
    PRIVATE,
    PUBLIC
  }

  public SiteOptions {
    if (baseUrl != null && (!isWeb(baseUrl) || baseUrl.getHost() == null)) {
      throw new IllegalArgumentException(
          "base-url is '"
              + baseUrl
              + "', but must be like https://news.example.org or https://example.org/news");
    }
    if (mode == Mode.PUBLIC && (baseUrl == null || name.isBlank() || contact.isBlank())) {
      throw new IllegalArgumentException(
          "a public site needs base-url, site-name and contact; set all three, or use mode ="
              + " \"private\"");
    }
    hostNames = Map.copyOf(hostNames);
    name = name.isBlank() ? "Tagwire" : name;
  }

  /** A site dressed as ours. */
  public SiteOptions(
      Mode mode,
      @Nullable URI baseUrl,
      boolean loopback,
      String name,
      String contact,
      ZoneId zone,
      Digits digits,
      Edition edition,
      Map<String, String> hostNames) {
    this(mode, baseUrl, loopback, name, contact, zone, digits, edition, hostNames, Look.PLAIN);
  }

  /** Returns a private site on loopback, as it is without any settings. */
  public static SiteOptions plain(ZoneId zone) {
    return new SiteOptions(
        Mode.PRIVATE, null, true, "Tagwire", "", zone, Digits.AUTO, Edition.ENGLISH, Map.of());
  }

  public Optional<URI> findBaseUrl() {
    return Optional.ofNullable(baseUrl);
  }

  public boolean isPrivate() {
    return mode == Mode.PRIVATE;
  }

  /**
   * Returns what begins every path of the site: the path of the base URL without its last slash, or
   * nothing.
   */
  public String prefix() {
    String path = baseUrl == null || baseUrl.getRawPath() == null ? "" : baseUrl.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private static boolean isWeb(URI url) {
    return "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
  }
}
