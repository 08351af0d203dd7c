package org.tagwire.fetch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.url.IpAddress;

/**
 * Which addresses beyond the public web the operator lets Tagwire ask.
 *
 * @param allowed ranges with ports; the only way to an address that is not public
 * @param hostNames names that stand for an allow-listed address before any name server is asked, in
 *     lower case
 * @param ownHosts our own host names, never asked
 */
public record Reach(List<Range> allowed, Map<String, IpAddress> hostNames, Set<String> ownHosts) {
  /** The public web and nothing else. */
  public static final Reach PUBLIC = new Reach(List.of(), Map.of(), Set.of());

  public Reach {
    allowed = List.copyOf(allowed);
    hostNames = Map.copyOf(hostNames);
    ownHosts = Set.copyOf(ownHosts);
    for (Map.Entry<String, IpAddress> entry : hostNames.entrySet()) {
      IpAddress address = entry.getValue();
      if (!entry.getKey().equals(entry.getKey().toLowerCase(Locale.ROOT))) {
        throw new IllegalArgumentException(
            "host names are in lower case, but this is '" + entry.getKey() + "'");
      }
      if (allowed.stream().noneMatch(range -> range.cidr().contains(address))) {
        throw new IllegalArgumentException(
            "the name "
                + entry.getKey()
                + " stands for "
                + address
                + ", which no allowed range contains; add the range");
      }
    }
  }

  /** Returns whether the operator opened this very address and port. */
  boolean opens(IpAddress address, int port) {
    return allowed.stream().anyMatch(range -> range.opens(address, port));
  }

  /**
   * A range of addresses and of ports.
   *
   * @param cidr the addresses
   * @param firstPort the lowest port
   * @param lastPort the highest port
   */
  public record Range(Cidr cidr, int firstPort, int lastPort) {
    private static final Pattern FORM =
        Pattern.compile("(\\[[^\\]]+\\](?:/\\d+)?|[^:\\[\\]]+)(?::(\\d{1,5})(?:-(\\d{1,5}))?)?");

    public Range {
      if (firstPort < 1 || lastPort > 65535 || firstPort > lastPort) {
        throw new IllegalArgumentException(
            "ports go from 1 to 65535, but these are " + firstPort + "-" + lastPort);
      }
    }

    /**
     * Reads {@code 127.0.0.0/8:8000-8099}, {@code 10.1.2.3:80}, {@code [fd00::]/8}; all ports where
     * none is named.
     */
    public static Optional<Range> parse(String text) {
      Matcher form = FORM.matcher(text.strip());
      if (!form.matches()) {
        return Optional.empty();
      }
      int first = form.group(2) == null ? 1 : Integer.parseInt(form.group(2));
      int last =
          form.group(2) == null
              ? 65535
              : form.group(3) == null ? first : Integer.parseInt(form.group(3));
      if (first < 1 || last > 65535 || first > last) {
        return Optional.empty();
      }
      return Cidr.parse(form.group(1)).map(cidr -> new Range(cidr, first, last));
    }

    boolean opens(IpAddress address, int port) {
      return port >= firstPort && port <= lastPort && cidr.contains(address);
    }

    @Override
    public String toString() {
      return cidr.network() + "/" + cidr.prefix() + ":" + firstPort + "-" + lastPort;
    }
  }
}
