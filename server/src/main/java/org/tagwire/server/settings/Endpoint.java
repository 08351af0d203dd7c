package org.tagwire.server.settings;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address and a port to listen at, as in {@code 127.0.0.1:8080} or {@code [::1]:8080}.
 *
 * @param host an address or a name; brackets around IPv6 taken away
 * @param port 0 for any that is free
 */
public record Endpoint(String host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+)\\]|([A-Za-z0-9.-]+)):(\\d{1,5})");

  public Endpoint {
    if (host.isBlank() || port < 0 || port > 65535) {
      throw new IllegalArgumentException(
          "a listener has an address and a port from 0 to 65535, but this is " + host + ":" + port);
    }
  }

  /** Reads an endpoint; empty when it is none. */
  public static Optional<Endpoint> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches() || Integer.parseInt(form.group(3)) > 65535) {
      return Optional.empty();
    }
    String host = form.group(1) == null ? form.group(2) : form.group(1);
    return Optional.of(new Endpoint(host, Integer.parseInt(form.group(3))));
  }

  /** Returns whether only this machine can reach it. */
  public boolean isLoopback() {
    return host.equals("localhost")
        || host.equals("::1")
        || host.matches("127\\.\\d+\\.\\d+\\.\\d+");
  }

  public Endpoint withPort(int other) {
    return new Endpoint(host, other);
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
