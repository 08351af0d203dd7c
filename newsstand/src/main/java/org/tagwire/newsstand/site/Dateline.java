package org.tagwire.newsstand.site;

import java.time.Instant;

/**
 * When and where a stand opened: the start instant that dates are relative to, and its port.
 *
 * @param start the instant relative dates are counted from
 * @param port the one TCP port of all publishers, 1–65535
 */
public record Dateline(Instant start, int port) {

  public Dateline {
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port must be 1–65535, was " + port);
    }
  }

  /** The address of a host of this stand, without a trailing slash: {@code http://host:port}. */
  public String origin(String host) {
    return "http://" + host + ":" + port;
  }
}
