package org.tagwire.html;

import java.lang.Character.UnicodeScript;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells where a link really leads, where its text or the letters of its host may deceive. */
final class Destination {
  private static final int LONGEST_NAME = 253;

  private static final Pattern NAMES_HOST =
      Pattern.compile("(?:https?://)?([\\p{L}\\p{N}.-]{1,253}\\.\\p{L}{2,63})(?:[:/?#]\\S*+)?");

  private Destination() {}

  /**
   * Returns the host of {@code href}, in ASCII, if {@code shown} names another one, or if it mixes
   * scripts as look-alikes do.
   */
  static Optional<String> findDoubt(String href, String shown) {
    String host = host(href);
    return mixesScripts(host) || namesAnother(shown, host) ? Optional.of(host) : Optional.empty();
  }

  private static String host(String href) {
    int from = href.indexOf("://") + 3;
    int to = from;
    while (to < href.length() && ":/?#".indexOf(href.charAt(to)) < 0) {
      to++;
    }
    return href.substring(from, to);
  }

  private static boolean namesAnother(String shown, String host) {
    String word = shown.length() > LONGEST_NAME ? "" : shown.strip().toLowerCase(Locale.ROOT);
    Matcher matcher = NAMES_HOST.matcher(word);
    if (!matcher.matches()) {
      return false;
    }
    String named = bare(matcher.group(1));
    String real = bare(IDN.toUnicode(host).toLowerCase(Locale.ROOT));
    boolean same = real.equals(named) || real.endsWith("." + named);
    return !same && !host.equals(named);
  }

  private static String bare(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  private static boolean mixesScripts(String host) {
    if (!host.contains("xn--")) {
      return false;
    }
    for (String label : IDN.toUnicode(host).split("\\.")) {
      long scripts =
          label
              .codePoints()
              .filter(Character::isLetter)
              .mapToObj(UnicodeScript::of)
              .filter(script -> script != UnicodeScript.COMMON)
              .distinct()
              .count();
      if (scripts > 1) {
        return true;
      }
    }
    return false;
  }
}
