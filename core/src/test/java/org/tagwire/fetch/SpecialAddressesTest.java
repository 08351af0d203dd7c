package org.tagwire.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tagwire.url.IpAddress;

/**
 * The IANA registries of special-purpose addresses, row by row: the first and the last address of
 * each block and, where the neighbours are plain, the ones before and behind it.
 */
class SpecialAddressesTest {

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/8, this network (RFC 791)",
    "10.0.0.0/8, private use (RFC 1918)",
    "100.64.0.0/10, shared address space (RFC 6598)",
    "127.0.0.0/8, loopback (RFC 1122)",
    "169.254.0.0/16, link local (RFC 3927)",
    "172.16.0.0/12, private use (RFC 1918)",
    "192.0.0.0/24, protocol assignments (RFC 6890)",
    "192.0.0.0/29, service continuity (RFC 7335)",
    "192.0.0.8/32, dummy address (RFC 7600)",
    "192.0.0.9/32, port control anycast (RFC 7723)",
    "192.0.0.10/32, TURN anycast (RFC 8155)",
    "192.0.0.170/31, NAT64 discovery (RFC 7050)",
    "192.0.2.0/24, documentation (RFC 5737)",
    "192.88.99.0/24, 6to4 relay anycast (RFC 7526)",
    "192.88.99.2/32, 6a44 relay anycast (RFC 6751)",
    "192.168.0.0/16, private use (RFC 1918)",
    "198.18.0.0/15, benchmarking (RFC 2544)",
    "198.51.100.0/24, documentation (RFC 5737)",
    "203.0.113.0/24, documentation (RFC 5737)",
    "224.0.0.0/4, multicast (RFC 5771)",
    "240.0.0.0/4, reserved (RFC 1112)",
    "255.255.255.255/32, limited broadcast (RFC 8190)",
    "168.63.129.16/32, a cloud's host agent",
    "::/128, unspecified (RFC 4291)",
    "::1/128, loopback (RFC 4291)",
    "::/96, IPv4-compatible (RFC 4291)",
    "::ffff:0:0:0/96, IPv4-translated (RFC 2765)",
    "64:ff9b:1::/48, local-use translation (RFC 8215)",
    "100::/64, discard only (RFC 6666)",
    "100:0:0:1::/64, dummy prefix (RFC 9780)",
    "2001::/23, protocol assignments (RFC 2928)",
    "2001::/32, Teredo (RFC 4380)",
    "2001:1::1/128, port control anycast (RFC 7723)",
    "2001:1::2/128, TURN anycast (RFC 8155)",
    "2001:1::3/128, service registration anycast (RFC 9665)",
    "2001:2::/48, benchmarking (RFC 5180)",
    "2001:3::/32, AMT (RFC 7450)",
    "2001:4:112::/48, AS112 (RFC 7535)",
    "2001:10::/28, ORCHID (RFC 4843)",
    "2001:20::/28, ORCHIDv2 (RFC 7343)",
    "2001:30::/28, drone identifiers (RFC 9374)",
    "2001:db8::/32, documentation (RFC 3849)",
    "3fff::/20, documentation (RFC 9637)",
    "5f00::/16, segment routing identifiers (RFC 9602)",
    "fc00::/7, unique local (RFC 4193)",
    "fe80::/10, link local (RFC 4291)",
    "fec0::/10, site local (RFC 3879)",
    "ff00::/8, multicast (RFC 4291)"
  })
  void keepsAwayFromAllOfABlock(String block, String what) {
    Cidr range = Cidr.of(block);

    assertThat(SpecialAddresses.isPublic(edge(range, false))).as(what).isFalse();
    assertThat(SpecialAddresses.isPublic(edge(range, true))).as(what).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0.0.0/8",
        "9.0.0.0/8",
        "11.0.0.0/8",
        "100.0.0.0/10",
        "100.128.0.0/9",
        "126.0.0.0/8",
        "128.0.0.0/8",
        "168.63.129.15/32",
        "168.63.129.17/32",
        "169.253.0.0/16",
        "169.255.0.0/16",
        "172.0.0.0/12",
        "172.32.0.0/11",
        "192.0.1.0/24",
        "192.0.3.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.98.0/24",
        "192.88.100.0/24",
        "192.167.0.0/16",
        "192.169.0.0/16",
        "192.175.48.0/24",
        "198.16.0.0/15",
        "198.20.0.0/14",
        "198.51.99.0/24",
        "198.51.101.0/24",
        "203.0.112.0/24",
        "203.0.114.0/24",
        "223.0.0.0/8",
        "2001:200::/23",
        "2001:db7::/32",
        "2001:db9::/32",
        "2003::/16",
        "2620:4f:8000::/48",
        "2a00::/12",
        "3ffe::/16",
        "3fff:1000::/20"
      })
  void letsTheNeighboursPass(String block) {
    Cidr range = Cidr.of(block);

    assertThat(SpecialAddresses.isPublic(edge(range, false))).isTrue();
    assertThat(SpecialAddresses.isPublic(edge(range, true))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"::/3", "4000::/3", "6000::/3", "8000::/1"})
  void keepsAwayFromWhatIsNotGlobalUnicast(String block) {
    Cidr range = Cidr.of(block);

    assertThat(SpecialAddresses.isPublic(edge(range, false))).isFalse();
    assertThat(SpecialAddresses.isPublic(edge(range, true))).isFalse();
  }

  /** Each way to write an IPv4 address into an IPv6 one is as public as what it carries. */
  @ParameterizedTest
  @CsvSource({
    "::ffff:%s, true",
    "64:ff9b::%s, true",
    "2a00:1450:4001::5efe:%s, true",
    "2a00:1450:4001::200:5efe:%s, true",
    "2a00:1450:4001::100:5efe:%s, true",
    "2a00:1450:4001::300:5efe:%s, true",
    "::%s, false",
    "::ffff:0:%s, false",
    "64:ff9b:1::%s, false"
  })
  void judgesWhatIsCarried(String form, boolean mayPass) {
    for (String inside : new String[] {"127.0.0.1", "10.0.0.1", "169.254.169.254", "192.88.99.1"}) {
      assertThat(isPublic(form.formatted(inside))).as(inside).isFalse();
    }
    assertThat(isPublic(form.formatted("8.8.4.4"))).isEqualTo(mayPass);
  }

  @ParameterizedTest
  @CsvSource({
    "2002:7f00:1::1, false",
    "2002:a9fe:a9fe::1, false",
    "2002:c058:6301::1, false",
    "2002:e000:1::1, false",
    "2002:808:404::1, true",
    // Teredo: the server's address in clear, the client's inverted; never public.
    "2001:0:808:404:0:ffff:f7f7:fbfb, false",
    "2001:0:7f00:1:0:ffff:80ff:fffe, false"
  })
  void judgesWhatTheOldTunnelsCarry(String address, boolean isPublic) {
    assertThat(isPublic(address)).isEqualTo(isPublic);
  }

  @Test
  void knowsEveryRangeItKeepsAwayFromToItsLastAddress() {
    assertThat(isPublic("100.63.255.255")).isTrue();
    assertThat(isPublic("100.128.0.0")).isTrue();
    assertThat(isPublic("2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff")).isFalse();
    assertThat(isPublic("2001:200::")).isTrue();
    assertThat(isPublic("3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff")).isFalse();
    assertThat(isPublic("1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")).isFalse();
    assertThat(isPublic("2000::")).isTrue();
  }

  private static boolean isPublic(String address) {
    return SpecialAddresses.isPublic(IpAddress.parse(address).orElseThrow());
  }

  /** The first address of a range, or its last. */
  private static IpAddress edge(Cidr range, boolean last) {
    byte[] network = range.network().bytes();
    int host = network.length * 8 - range.prefix();
    BigInteger number = new BigInteger(1, network).shiftRight(host).shiftLeft(host);
    BigInteger edge =
        last ? number.add(BigInteger.ONE.shiftLeft(host).subtract(BigInteger.ONE)) : number;
    byte[] bytes = new byte[network.length];
    byte[] signed = edge.toByteArray();
    byte[] digits =
        signed.length > bytes.length ? Arrays.copyOfRange(signed, 1, signed.length) : signed;
    System.arraycopy(digits, 0, bytes, bytes.length - digits.length, digits.length);
    return IpAddress.of(bytes);
  }
}
