package org.tagwire.server.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tagwire.url.IpAddress;

/**
 * Lets each reader ask so often and no oftener: a bucket of tokens for each address of version 4
 * and each /64 of version 6, of which one household has all.
 *
 * <p>The bucket is kept as the one instant at which it will be full again (the generic cell rate
 * algorithm, ATM Forum 1996), so a reader costs two numbers. Of more than {@link #MOST_READERS} the
 * one who has not asked for longest is forgotten. Safe for use by many threads.
 */
final class Turnstile {
  static final int MOST_READERS = 100_000;

  /** So many seconds' worth of asking may come at once: a page brings pictures along. */
  private static final int BURST = 30;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final int PREFIX = 8;

  private final long gap;
  private final long tolerance;
  private final Map<Long, Long> full = new Readers();

  /**
   * @param perSecond how often one reader may ask in the long run; 0 for as often as they like
   */
  Turnstile(int perSecond) {
    this.gap = perSecond == 0 ? 0 : SECOND / perSecond;
    this.tolerance = BURST * SECOND - gap;
  }

  /** Lets a reader in; zero, or how long they have to wait. */
  Duration pass(String address, Instant now) {
    return gap == 0
        ? Duration.ZERO
        : IpAddress.ofHost(address)
            .map(reader -> Duration.ofNanos(pass(prefix(reader), nanos(now))))
            .orElse(Duration.ZERO);
  }

  private synchronized long pass(long reader, long now) {
    Long known = full.get(reader);
    long free = known == null ? now : Math.max(known, now);
    long wait = free - now - tolerance;
    if (wait <= 0) {
      full.put(reader, free + gap);
    }
    return Math.max(wait, 0);
  }

  synchronized int readers() {
    return full.size();
  }

  private static long nanos(Instant now) {
    return now.getEpochSecond() * SECOND + now.getNano();
  }

  /** No public /64 begins with three zero bytes, so the two versions never meet. */
  private static long prefix(IpAddress address) {
    byte[] bytes = address.bytes();
    boolean mapped = isMapped(bytes);
    int begin = mapped ? 12 : 0;
    int end = mapped ? 16 : Math.min(bytes.length, PREFIX);
    long prefix = 0;
    for (int i = begin; i < end; i++) {
      prefix = prefix << Byte.SIZE | bytes[i] & 0xff;
    }
    return prefix;
  }

  /** A listener on both versions sees 192.0.2.1 as ::ffff:192.0.2.1 (RFC 4291 section 2.5.5.2). */
  private static boolean isMapped(byte[] bytes) {
    boolean mapped = bytes.length == 16 && bytes[10] == -1 && bytes[11] == -1;
    for (int i = 0; i < 10 && mapped; i++) {
      mapped = bytes[i] == 0;
    }
    return mapped;
  }

  /** Who asked last stands last. */
  private static final class Readers extends LinkedHashMap<Long, Long> {
    private static final long serialVersionUID = 1;

    Readers() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, Long> eldest) {
      return size() > MOST_READERS;
    }
  }
}
