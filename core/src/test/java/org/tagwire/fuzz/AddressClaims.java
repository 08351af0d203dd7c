package org.tagwire.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tagwire.fetch.JudgedHere;
import org.tagwire.url.IpAddress;
import org.tagwire.url.WebAddress;

/** What must hold of addresses. */
final class AddressClaims {
  private static final WebAddress BASE = WebAddress.of("https://gazette.example/a/b?c=d");

  /**
   * IPv4 that is not the public internet's, by first number and mask; written down a second time.
   */
  private static final List<String> CLOSED =
      List.of(
          "00/8",
          "0a/8",
          "7f/8",
          "6440/10",
          "a9fe/16",
          "ac10/12",
          "c0000000/24",
          "c0000200/24",
          "c0586300/24",
          "c0a8/16",
          "c612/15",
          "c6336400/24",
          "cb007100/24",
          "e0/4",
          "f0/4");

  private AddressClaims() {}

  /** What is read is in normal form: reading it again changes nothing, and others read it alike. */
  static void reads(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    WebAddress.parse(text).ifPresent(AddressClaims::assertNormal);
    BASE.resolve(text).ifPresent(AddressClaims::assertNormal);
  }

  private static void assertNormal(WebAddress address) {
    String href = address.href();
    assertThat(WebAddress.of(href).href()).isEqualTo(href);
    WebAddress canonical = address.canonical();
    assertThat(WebAddress.of(canonical.href()).canonical()).as(href).isEqualTo(canonical);
    assertThat(WebAddress.of(canonical.href()).key()).as(href).isEqualTo(address.key());
    assertThat(href.chars()).as(href).allMatch(c -> c > ' ' && c < 0x7F);
    assertThat(WebAddress.of(address.withoutCredentials().href()).findUserInfo()).isEmpty();
    String authority = address.withoutCredentials().origin() + "/";
    assertThat(URI.create(authority).getRawAuthority()).as(href).isEqualTo(address.hostAndPort());
  }

  /** A literal that is judged public is public by a second opinion. */
  static void guards(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    WebAddress.parse("http://" + text + "/").ifPresent(address -> assertPlain(address.host()));
    IpAddress.parse(text).ifPresent(AddressClaims::assertJudgedAlike);
    if (input.length == 4 || input.length == 16) {
      assertJudgedAlike(IpAddress.of(input));
    }
  }

  /** A host is a literal that is read at once, or a name that no resolver takes for a number. */
  private static void assertPlain(String host) {
    Optional<IpAddress> literal = IpAddress.ofHost(host);
    literal.ifPresent(AddressClaims::assertJudgedAlike);
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    String last = bare.substring(bare.lastIndexOf('.') + 1);
    if (literal.isEmpty()) {
      assertThat(last).as(host).doesNotMatch("\\d+|0[xX][0-9a-fA-F]*");
      assertThat(host).doesNotContain("[", "]", "%", "/", "@", "\\");
    }
  }

  private static void assertJudgedAlike(IpAddress address) {
    InetAddress second = InetAddress.ofLiteral(address.toString());
    byte[] bytes =
        address.isVersion6() && !(second instanceof Inet6Address)
            ? mapped(second.getAddress())
            : second.getAddress();
    assertThat(bytes).as(address.toString()).isEqualTo(address.bytes());
    if (JudgedHere.isPublic(address)) {
      assertThat(isOpen(bytes)).as("%s is public", address).isTrue();
    }
  }

  private static byte[] mapped(byte[] four) {
    byte[] sixteen = new byte[16];
    sixteen[10] = -1;
    sixteen[11] = -1;
    System.arraycopy(four, 0, sixteen, 12, 4);
    return sixteen;
  }

  /** The second opinion, by numbers and the JDK's own words. */
  private static boolean isOpen(byte[] bytes) {
    BigInteger number = new BigInteger(1, bytes);
    if (bytes.length == 4) {
      return isOpen4(number.intValue());
    }
    String hex = String.format(Locale.ROOT, "%032x", number);
    if (hex.startsWith("00000000000000000000ffff") || hex.startsWith("0064ff9b0000000000000000")) {
      return isOpen4(number.intValue());
    }
    boolean global = hex.charAt(0) == '2' || hex.charAt(0) == '3';
    boolean special =
        hex.startsWith("20010db8")
            || (hex.startsWith("2001") && Integer.parseInt(hex.substring(4, 8), 16) < 0x200)
            || hex.startsWith("3fff0");
    boolean within = !hex.startsWith("2002") || isOpen4(number.shiftRight(80).intValue());
    boolean isatap = hex.startsWith("00005efe", 16) || hex.startsWith("02005efe", 16);
    return global && !special && within && (!isatap || isOpen4(number.intValue()));
  }

  private static boolean isOpen4(int number) {
    for (String range : CLOSED) {
      int slash = range.indexOf('/');
      int bits = Integer.parseInt(range.substring(slash + 1));
      String digits = range.substring(0, slash);
      int first = Integer.parseUnsignedInt(digits, 16) << (32 - 4 * digits.length());
      if ((number >>> (32 - bits)) == (first >>> (32 - bits))) {
        return false;
      }
    }
    return true;
  }
}
