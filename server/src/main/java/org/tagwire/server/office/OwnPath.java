package org.tagwire.server.office;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tagwire.server.web.Addresses;

/**
 * Where to go on after signing in: a path of this site and nothing else. What a browser could read
 * as another site, or what only becomes so when it is decoded, is no such path.
 */
final class OwnPath {
  private static final int LONGEST = 2_000;
  private static final Pattern PATH =
      Pattern.compile("(/([A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)+(\\?[^\\\\#<>\"]*)?");
  private static final Pattern DECODES_BADLY =
      Pattern.compile("(?i)%(0[0-9a-f]|1[0-9a-f]|7f|2f|5c)");

  private OwnPath() {}

  /** Returns a path that was sent, if it is one of ours. */
  static Optional<String> of(String path, Addresses addresses) {
    boolean plain = path.chars().allMatch(c -> c > ' ' && c < 0x7F);
    String before = path.split("\\?", 2)[0];
    boolean ours =
        path.length() <= LONGEST
            && plain
            && PATH.matcher(path).matches()
            && before.startsWith(addresses.prefix() + "/")
            && !before.contains("//")
            && !before.contains("/../")
            && !before.endsWith("/sign-in")
            && !DECODES_BADLY.matcher(before).find();
    return ours ? Optional.of(path) : Optional.empty();
  }
}
