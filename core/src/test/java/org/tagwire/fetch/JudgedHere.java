package org.tagwire.fetch;

import org.tagwire.url.IpAddress;

/** What the fuzz targets ask of this package; no connection is made. */
public final class JudgedHere {
  private JudgedHere() {}

  /** Says what the guard says of an address that nobody opened. */
  public static boolean isPublic(IpAddress address) {
    return SpecialAddresses.isPublic(address);
  }

  /** Says whether a robots.txt lets {@code tagwire} have an address of {@code site}. */
  public static boolean isAllowed(byte[] robots, String site, String address) {
    return Robots.read(site + "/robots.txt", robots, "tagwire").isAllowed(address);
  }
}
