package org.tagwire.newsstand.site;

import java.net.URI;

/**
 * An address a reader subscribes to: a feed or a news sitemap.
 *
 * @param publisher the publisher's name as people know it
 * @param address the absolute address on the stand; it may answer with a redirect, as in life
 */
public record Subscription(String publisher, URI address) {

  public Subscription {
    if (publisher.isBlank()) {
      throw new IllegalArgumentException("a subscription needs its publisher's name: " + address);
    }
    if (!address.isAbsolute()) {
      throw new IllegalArgumentException("a subscription's address must be absolute: " + address);
    }
  }
}
