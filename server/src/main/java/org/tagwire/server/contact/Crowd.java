package org.tagwire.server.contact;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.tagwire.url.IpAddress;

/**
 * Counts how often somebody has written within the hour, without knowing who it was: of an address
 * only its network counts (/24 of IPv4, /48 of IPv6), as a keyed hash whose key ends with the
 * process. Safe for use by many threads; memory is bounded.
 */
final class Crowd {
  /** How many notices are taken from one network within an hour. */
  static final int FROM_ONE = 5;

  /** How many from all. */
  static final int FROM_ALL = 300;

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int NETWORKS = 5_000;
  private static final int IPV4_NETWORK = 3;
  private static final int IPV6_NETWORK = 6;

  private final SecretKeySpec key;
  private final Map<Long, Integer> counts = new LinkedHashMap<>();
  private Instant since = Instant.MIN;
  private int all;

  Crowd(SecureRandom random) {
    byte[] secret = new byte[32];
    random.nextBytes(secret);
    this.key = new SecretKeySpec(secret, "HmacSHA256");
  }

  /** Counts one more from this address, unless there were too many. */
  synchronized boolean admits(String client, Instant now) {
    if (!now.isBefore(since.equals(Instant.MIN) ? Instant.MIN : since.plus(HOUR))) {
      counts.clear();
      all = 0;
      since = now;
    }
    long network = network(client);
    int count = counts.getOrDefault(network, 0);
    boolean known = count > 0 || counts.size() < NETWORKS;
    if (count >= FROM_ONE || all >= FROM_ALL || !known) {
      return false;
    }
    counts.put(network, count + 1);
    all++;
    return true;
  }

  private long network(String client) {
    Optional<IpAddress> address = IpAddress.ofHost(client);
    byte[] bytes = address.map(IpAddress::bytes).orElse(new byte[0]);
    int length = bytes.length == 4 ? IPV4_NETWORK : Math.min(bytes.length, IPV6_NETWORK);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((byte) bytes.length);
      mac.update(bytes, 0, length);
      return ByteBuffer.wrap(mac.doFinal()).getLong();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
