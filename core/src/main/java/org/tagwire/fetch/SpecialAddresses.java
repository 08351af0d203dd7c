package org.tagwire.fetch;

import java.util.Arrays;
import java.util.List;
import org.tagwire.url.IpAddress;

/**
 * Tells addresses of the public internet from all others.
 *
 * <p>From the IANA special-purpose address registries for IPv4 and IPv6 (RFC 6890 and what was
 * registered since), read strictly: what is not plainly global unicast is refused. IPv6 is public
 * only inside 2000::/3. An IPv6 address that carries an IPv4 address is as public as that one:
 * mapped (RFC 4291), NAT64 (RFC 6052), 6to4 (RFC 3056), ISATAP (RFC 5214). Teredo and the other
 * protocol assignments in 2001::/23, IPv4-compatible and translated addresses are never public.
 */
final class SpecialAddresses {
  private static final List<Cidr> SPECIAL_4 =
      ranges(
          "0.0.0.0/8", // this network
          "10.0.0.0/8", // private
          "100.64.0.0/10", // shared, carrier-grade NAT
          "127.0.0.0/8", // loopback
          "168.63.129.16/32", // a cloud's host agent, in public clothes
          "169.254.0.0/16", // link-local, metadata services
          "172.16.0.0/12", // private
          "192.0.0.0/24", // protocol assignments
          "192.0.2.0/24", // documentation
          "192.88.99.0/24", // 6to4 relays
          "192.168.0.0/16", // private
          "198.18.0.0/15", // benchmarks
          "198.51.100.0/24", // documentation
          "203.0.113.0/24", // documentation
          "224.0.0.0/4", // multicast
          "240.0.0.0/4"); // reserved, broadcast

  private static final Cidr GLOBAL_6 = Cidr.of("2000::/3");
  private static final List<Cidr> SPECIAL_6 =
      ranges(
          "2001::/23", // protocol assignments: Teredo, benchmarks, ORCHID
          "2001:db8::/32", // documentation
          "3fff::/20"); // documentation

  private static final Cidr MAPPED = Cidr.of("::ffff:0:0/96");
  private static final Cidr NAT64 = Cidr.of("64:ff9b::/96");
  private static final Cidr SIX_TO_FOUR = Cidr.of("2002::/16");

  private SpecialAddresses() {}

  static boolean isPublic(IpAddress address) {
    byte[] bytes = address.bytes();
    if (bytes.length == 4) {
      return isPublic4(bytes);
    }
    if (MAPPED.contains(bytes) || NAT64.contains(bytes)) {
      return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (!GLOBAL_6.contains(bytes) || in(SPECIAL_6, bytes)) {
      return false;
    }
    if (SIX_TO_FOUR.contains(bytes) && !isPublic4(Arrays.copyOfRange(bytes, 2, 6))) {
      return false;
    }
    return !isIsatap(bytes) || isPublic4(Arrays.copyOfRange(bytes, 12, 16));
  }

  /** The interface identifier of ISATAP is 0000:5efe or 0200:5efe and an IPv4 address. */
  private static boolean isIsatap(byte[] bytes) {
    return (bytes[8] & 0xfc) == 0
        && bytes[9] == 0
        && bytes[10] == 0x5e
        && (bytes[11] & 0xff) == 0xfe;
  }

  private static boolean isPublic4(byte[] bytes) {
    return !in(SPECIAL_4, bytes);
  }

  private static boolean in(List<Cidr> ranges, byte[] bytes) {
    for (Cidr range : ranges) {
      if (range.contains(bytes)) {
        return true;
      }
    }
    return false;
  }

  private static List<Cidr> ranges(String... texts) {
    return Arrays.stream(texts).map(Cidr::of).toList();
  }
}
