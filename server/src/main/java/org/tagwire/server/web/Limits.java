package org.tagwire.server.web;

/**
 * How much one reader may have.
 *
 * @param proxies whose word about a reader's address is believed
 * @param perSecond how often one reader may ask; 0 for as often as they like
 */
public record Limits(Proxies proxies, int perSecond) {
  /** Limits nothing. */
  public static final Limits NONE = new Limits(Proxies.NONE, 0);
}
