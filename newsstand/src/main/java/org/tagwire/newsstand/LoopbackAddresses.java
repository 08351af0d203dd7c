package org.tagwire.newsstand;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Numbers the addresses 127.64.0.1 to 127.127.255.254, skipping those that end in 0 or 255. */
final class LoopbackAddresses {

  private static final int PER_BLOCK = 254;

  /** How many publishers a stand can have. */
  static final int MOST = 64 * 256 * PER_BLOCK;

  private LoopbackAddresses() {}

  static InetAddress nth(int index) {
    if (index < 0 || index >= MOST) {
      throw new IllegalArgumentException("a stand has at most " + MOST + " publishers");
    }
    int block = index / PER_BLOCK;
    byte[] octets = {
      127, (byte) (64 + block / 256), (byte) (block % 256), (byte) (1 + index % PER_BLOCK)
    };
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four octets are always an address", e);
    }
  }
}
