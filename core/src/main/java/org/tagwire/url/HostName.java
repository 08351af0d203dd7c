package org.tagwire.url;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;

/**
 * Host names in their ASCII form: UTS #46 as browsers apply it, and literals in one spelling only.
 */
final class HostName {
  private static final int MAX_NAME = 253;
  private static final int MAX_LABEL = 63;
  private static final String FORBIDDEN = " #/:<>?@[\\]^|%\"`{}\u007f";
  private static final IDNA UTS46 =
      IDNA.getUTS46Instance(
          IDNA.NONTRANSITIONAL_TO_ASCII
              | IDNA.NONTRANSITIONAL_TO_UNICODE
              | IDNA.CHECK_BIDI
              | IDNA.CHECK_CONTEXTJ);

  private HostName() {}

  static Optional<String> parse(String written) {
    if (written.startsWith("[")) {
      return written.endsWith("]")
          ? IpAddress.parse(written.substring(1, written.length() - 1))
              .filter(IpAddress::isVersion6)
              .map(address -> '[' + address.toString() + ']')
          : Optional.empty();
    }
    String decoded = written.indexOf('%') < 0 ? written : Escapes.decode(written);
    String ascii = isPlain(decoded) ? decoded.toLowerCase(Locale.ROOT) : ascii(decoded);
    if (!isName(ascii) || (endsInNumber(ascii) && !isDottedDecimal(ascii))) {
      return Optional.empty();
    }
    return Optional.of(ascii);
  }

  private static boolean isPlain(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 0x80) {
        return false;
      }
    }
    return !name.regionMatches(true, 0, "xn--", 0, 4)
        && !name.toLowerCase(Locale.ROOT).contains(".xn--");
  }

  /** Returns the ASCII form, or an empty text where there is none. */
  private static String ascii(String name) {
    IDNA.Info info = new IDNA.Info();
    StringBuilder result = new StringBuilder();
    UTS46.nameToASCII(name, result, info);
    info.getErrors().remove(IDNA.Error.LEADING_HYPHEN);
    info.getErrors().remove(IDNA.Error.TRAILING_HYPHEN);
    info.getErrors().remove(IDNA.Error.HYPHEN_3_4);
    return info.getErrors().isEmpty() ? result.toString() : "";
  }

  private static boolean isName(String ascii) {
    int length = ascii.endsWith(".") ? ascii.length() - 1 : ascii.length();
    int label = 0;
    for (int i = 0; i < length; i++) {
      char c = ascii.charAt(i);
      boolean dot = c == '.';
      if (c <= ' ' || FORBIDDEN.indexOf(c) >= 0 || (dot && label == 0) || label > MAX_LABEL) {
        return false;
      }
      label = dot ? 0 : label + 1;
    }
    return label > 0 && label <= MAX_LABEL && length <= MAX_NAME;
  }

  /** A name whose last label is a number is an IPv4 address or nothing at all. */
  private static boolean endsInNumber(String ascii) {
    String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    String last = name.substring(name.lastIndexOf('.') + 1);
    char first = last.charAt(0);
    if (first < '0' || first > '9') {
      return false;
    }
    return last.startsWith("0x") || last.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isDottedDecimal(String ascii) {
    return IpAddress.parse(ascii).isPresent();
  }
}
