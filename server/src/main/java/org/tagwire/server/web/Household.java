package org.tagwire.server.web;

import org.tagwire.url.IpAddress;

/**
 * Who counts as one where something is measured: an address of version 4, or a /64 of version 6, of
 * which one household has all addresses. What is no address is one household with whatever else is
 * none.
 *
 * @param network the bytes that all of its addresses begin with
 */
record Household(long network) {
  private static final int PREFIX = 8;

  static Household of(String address) {
    return new Household(
        IpAddress.ofHost(address).map(IpAddress::bytes).map(Household::network).orElse(0L));
  }

  /** No public /64 begins with four zero bytes, so the two versions never meet. */
  private static long network(byte[] address) {
    int begin = isMapped(address) ? 12 : 0;
    int end = Math.min(address.length, begin + PREFIX);
    long network = 0;
    for (int i = begin; i < end; i++) {
      network = network << Byte.SIZE | address[i] & 0xff;
    }
    return network;
  }

  /** A listener on both versions sees 192.0.2.1 as ::ffff:192.0.2.1 (RFC 4291 section 2.5.5.2). */
  private static boolean isMapped(byte[] address) {
    boolean mapped = address.length == 16 && address[10] == -1 && address[11] == -1;
    for (int i = 0; i < 10 && mapped; i++) {
      mapped = address[i] == 0;
    }
    return mapped;
  }
}
