package org.tagwire.newsstand.newsroom;

/** How a publisher announces its articles. */
public enum FeedFormat {
  /** RSS 2.0. */
  RSS,
  /** Atom 1.0 (RFC 4287). */
  ATOM,
  /** RSS 1.0 in RDF. */
  RDF,
  /** JSON Feed 1.1. */
  JSON,
  /** No feed, only a news sitemap named in robots.txt. */
  SITEMAP
}
