package org.tagwire.fetch;

import java.util.Optional;
import org.tagwire.url.IpAddress;

/**
 * A range of IP addresses. Immutable.
 *
 * @param network any address of the range
 * @param prefix how many leading bits they share
 */
public record Cidr(IpAddress network, int prefix) {
  public Cidr {
    int bits = network.isVersion6() ? 128 : 32;
    if (prefix < 0 || prefix > bits) {
      throw new IllegalArgumentException(
          "a prefix of " + network + " has 0 to " + bits + " bits, not " + prefix);
    }
  }

  /** Reads {@code 127.0.0.0/8}, or a single address. */
  public static Optional<Cidr> parse(String text) {
    int slash = text.indexOf('/');
    Optional<IpAddress> network = IpAddress.ofHost(slash < 0 ? text : text.substring(0, slash));
    if (network.isEmpty()) {
      return Optional.empty();
    }
    int bits = network.get().isVersion6() ? 128 : 32;
    String written = slash < 0 ? Integer.toString(bits) : text.substring(slash + 1);
    if (!written.matches("\\d{1,3}") || Integer.parseInt(written) > bits) {
      return Optional.empty();
    }
    return Optional.of(new Cidr(network.get(), Integer.parseInt(written)));
  }

  static Cidr of(String text) {
    return parse(text)
        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no range of addresses"));
  }

  /** Returns whether an address is one of them. */
  public boolean contains(IpAddress address) {
    return address.isVersion6() == network.isVersion6() && contains(address.bytes());
  }

  boolean contains(byte[] address) {
    byte[] mine = network.bytes();
    if (address.length != mine.length) {
      return false;
    }
    int whole = prefix / 8;
    for (int i = 0; i < whole; i++) {
      if (address[i] != mine[i]) {
        return false;
      }
    }
    int mask = 0xff00 >> (prefix % 8);
    return prefix % 8 == 0 || ((address[whole] ^ mine[whole]) & mask & 0xff) == 0;
  }
}
