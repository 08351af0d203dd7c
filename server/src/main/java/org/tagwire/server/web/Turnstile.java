package org.tagwire.server.web;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Lets each {@link Household} through so often and no oftener: some times at once, then one time in
 * so long.
 *
 * <p>Of each is kept the one instant at which it will have all its times again (the generic cell
 * rate algorithm, ITU-T I.371), so it costs two numbers. Of more than {@link #MOST} the one who has
 * not come for longest is forgotten. Safe for use by many threads.
 */
final class Turnstile {
  static final int MOST = 100_000;

  /** So many seconds' worth of asking may come at once: a page brings pictures along. */
  private static final int BURST = 30;

  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final long gap;
  private final long tolerance;
  private final Map<Household, Long> full = new Comers();

  /**
   * @param atOnce how many times may follow each other
   * @param gap after how long there is one more; zero for as often as they like
   */
  Turnstile(int atOnce, Duration gap) {
    this.gap = gap.toNanos();
    this.tolerance = gap.multipliedBy(atOnce - 1L).toNanos();
  }

  /**
   * Returns one for readers, who ask for a page and all that is on it.
   *
   * @param often how often a second in the long run; 0 for as often as they like
   */
  static Turnstile perSecond(int often) {
    return often == 0
        ? new Turnstile(1, Duration.ZERO)
        : new Turnstile(BURST * often, Duration.ofNanos(SECOND / often));
  }

  /** Lets somebody through; zero, or how long they have to wait. */
  Duration pass(String address, Instant now) {
    return gap == 0 ? Duration.ZERO : Duration.ofNanos(pass(Household.of(address), nanos(now)));
  }

  private synchronized long pass(Household comer, long now) {
    Long known = full.get(comer);
    long free = known == null ? now : Math.max(known, now);
    long wait = free - now - tolerance;
    if (wait <= 0) {
      full.put(comer, free + gap);
    }
    return Math.max(wait, 0);
  }

  /** Forgets how often somebody has come. */
  synchronized void forgive(String address) {
    full.remove(Household.of(address));
  }

  synchronized int known() {
    return full.size();
  }

  private static long nanos(Instant now) {
    return now.getEpochSecond() * SECOND + now.getNano();
  }

  /** Who came last stands last. */
  private static final class Comers extends LinkedHashMap<Household, Long> {
    private static final long serialVersionUID = 1;

    Comers() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Household, Long> eldest) {
      return size() > MOST;
    }
  }
}
