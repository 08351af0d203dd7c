package org.tagwire.model;

import java.util.Locale;

/**
 * The domain a publisher answers for, as in {@code thesun.co.uk}: lower-case ASCII, without {@code www.} and port.
 *
 * @param name the domain in its ASCII (IDNA) form
 */
public record Domain(String name) implements Comparable<Domain> {
  /** What stands where no publisher is known. */
  public static final Domain UNKNOWN = new Domain("unknown.invalid");

  public Domain {
    name = name.toLowerCase(Locale.ROOT);
    if (name.startsWith("www.") && name.indexOf('.', 4) > 0) {
      name = name.substring(4);
    }
    if (name.isBlank() || name.length() > 253 || name.chars().anyMatch(c -> c <= ' ' || c == '/')) {
      throw new IllegalArgumentException("a domain is a host name, but this is '" + name + "'");
    }
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
