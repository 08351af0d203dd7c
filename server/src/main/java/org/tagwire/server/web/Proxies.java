package org.tagwire.server.web;

import java.util.List;
import org.tagwire.fetch.Cidr;
import org.tagwire.url.IpAddress;

/**
 * The proxies whose word about a reader's address is believed.
 *
 * @param ranges their addresses
 */
public record Proxies(List<Cidr> ranges) {
  /** Believes nobody. */
  public static final Proxies NONE = new Proxies(List.of());

  public Proxies {
    ranges = List.copyOf(ranges);
  }

  /**
   * Reads addresses and ranges as the settings have them.
   *
   * @throws IllegalArgumentException when one of them is neither
   */
  public static Proxies of(List<String> written) {
    return new Proxies(written.stream().map(Proxies::range).toList());
  }

  private static Cidr range(String written) {
    return Cidr.parse(written)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "trusted-proxies has '" + written + "', which is no address and no range"));
  }

  boolean include(IpAddress address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }
}
