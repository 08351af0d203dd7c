package org.tagwire.fetch;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.url.WebAddress;

/**
 * How Tagwire behaves towards other people's servers.
 *
 * @param userAgent what it calls itself, as in {@code Tagwire/1.0 (+https://contact.example/)}; the
 *     part before the slash is the token that robots.txt is read for
 * @param limits the bounds of one fetch
 * @param reach which addresses may be asked
 * @param gaps the least time between two requests
 * @param surroundings clock, names and sockets
 * @param proxy through which every request goes; none where it is absent, whatever the environment
 *     says
 */
public record FetchSettings(
    String userAgent,
    FetchLimits limits,
    Reach reach,
    Gaps gaps,
    Surroundings surroundings,
    @Nullable HttpProxy proxy) {
  public FetchSettings {
    if (!userAgent.matches("[A-Za-z_-]+(/[\\x20-\\x7e]*)?")) {
      throw new IllegalArgumentException(
          "a user agent begins with a product name of letters, as in Tagwire/1.0 (+https://…), but"
              + " this is '"
              + userAgent
              + "'");
    }
  }

  /** Returns settings that go out directly. */
  public FetchSettings(
      String userAgent, FetchLimits limits, Reach reach, Gaps gaps, Surroundings surroundings) {
    this(userAgent, limits, reach, gaps, surroundings, null);
  }

  /** Returns the settings of an ordinary node that calls itself so. */
  public static FetchSettings of(String userAgent, InstantSource clock) {
    return new FetchSettings(
        userAgent, FetchLimits.DEFAULT, Reach.PUBLIC, Gaps.DEFAULT, Surroundings.of(clock));
  }

  /** Returns these settings with every request going through a proxy. */
  public FetchSettings through(HttpProxy door) {
    return new FetchSettings(userAgent, limits, reach, gaps, surroundings, door);
  }

  public Optional<HttpProxy> findProxy() {
    return Optional.ofNullable(proxy);
  }

  /** Returns the token that robots.txt and robots tags address us by. */
  public String productToken() {
    int slash = userAgent.indexOf('/');
    return slash < 0 ? userAgent : userAgent.substring(0, slash);
  }

  /**
   * The least time between the end of one request and the beginning of the next to one host,
   * address or domain.
   *
   * @param web for the web, one second or more
   * @param allowListed for hosts whose every address the operator allow-listed
   */
  public record Gaps(Duration web, Duration allowListed) {
    public static final Gaps DEFAULT = new Gaps(Duration.ofSeconds(1), Duration.ofSeconds(1));

    public Gaps {
      if (web.compareTo(Duration.ofSeconds(1)) < 0 || allowListed.isNegative()) {
        throw new IllegalArgumentException(
            "the gap between two requests is 1 s or more on the web and 0 or more for allow-listed"
                + " hosts, but these are "
                + web
                + " and "
                + allowListed);
      }
    }
  }

  /** Returns whether an address is one of our own pages, which we never fetch. */
  boolean isOwn(WebAddress url) {
    return reach.ownHosts().contains(url.host());
  }
}
