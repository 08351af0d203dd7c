package org.tagwire.model;

import java.util.Locale;
import java.util.Optional;

/**
 * The domain a publisher answers for, as in {@code thesun.co.uk}: lower-case ASCII, without {@code
 * www.} and port.
 *
 * @param name the domain in its ASCII (IDNA) form
 */
public record Domain(String name) implements Comparable<Domain> {
  /** What stands where no publisher is known. */
  public static final Domain UNKNOWN = new Domain("unknown.invalid");

  public Domain {
    String small = name.toLowerCase(Locale.ROOT);
    // Only a letter that no domain has grows while it is made small.
    name = small.length() == name.length() ? small : name;
    if (name.startsWith("www.") && name.indexOf('.', 4) > 0) {
      name = name.substring(4);
    }
    if (name.isEmpty() || name.length() > 253 || !isHost(name)) {
      throw new IllegalArgumentException("a domain is a host name, but this is '" + name + "'");
    }
  }

  /** Reads a domain that somebody typed; empty when it cannot be one. */
  public static Optional<Domain> parse(String typed) {
    String name = typed.strip();
    boolean plausible = !name.isEmpty() && name.length() <= 253 && isHost(name);
    return plausible ? Optional.of(new Domain(name)) : Optional.empty();
  }

  private static boolean isHost(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) <= ' ' || name.charAt(i) == '/') {
        return false;
      }
    }
    return true;
  }

  @Override
  public int compareTo(Domain other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
