package org.tagwire.fetch;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.tagwire.url.IpAddress;
import org.tagwire.url.WebAddress;

/**
 * Remembers in which lines the requests to a host wait, so that whoever plans many requests can
 * tell beforehand which of them would wait for each other. Safe for threads.
 */
final class Lines {
  private static final int MAX_HOSTS = 200_000;

  private final ConcurrentMap<String, Set<String>> known = new ConcurrentHashMap<>();
  private final Reach reach;

  Lines(Reach reach) {
    this.reach = reach;
  }

  void learn(String host, Set<String> keys) {
    if (known.size() > MAX_HOSTS) {
      known.clear();
    }
    known.put(host, keys);
  }

  Set<String> of(WebAddress url) {
    Set<String> learned = known.get(url.host());
    if (learned != null) {
      return learned;
    }
    return isOwn(url) ? Set.of() : Set.of("host " + url.host(), "domain " + url.domain().name());
  }

  /** An address the operator has opened needs no guess at what its name stands for. */
  private boolean isOwn(WebAddress url) {
    return Optional.ofNullable(reach.hostNames().get(url.host()))
        .or(() -> IpAddress.ofHost(url.host()))
        .filter(address -> reach.opens(address, url.port()))
        .isPresent();
  }
}
