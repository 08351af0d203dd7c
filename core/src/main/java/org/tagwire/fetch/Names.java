package org.tagwire.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Turns a host name into addresses. May block; called once per connection attempt, from virtual
 * threads.
 */
@FunctionalInterface
public interface Names {
  /**
   * Returns all addresses of the name, best first.
   *
   * @throws UnknownHostException when there is none, or nobody answered
   */
  List<InetAddress> resolve(String name) throws UnknownHostException;

  /** Returns the machine's own resolver. */
  static Names system() {
    return name -> List.of(InetAddress.getAllByName(name));
  }
}
