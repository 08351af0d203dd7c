package org.tagwire.polling;

import java.time.Duration;

/**
 * Whether our own network is up, judged by what came of the last polls, decided purely.
 *
 * <p>It counts as down when nothing but failures of our own side was heard several times in a row,
 * or nothing but silence many times in a row from different sites; one answer from anybody and it
 * is up. While it is down a few sources are tried now and then, and the others are spared. Not safe
 * for threads; times are nanoseconds of one ticker.
 */
final class Uplink {
  private static final int OUTAGES = 3;
  private static final int SILENCES = 20;
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);
  private static final Duration SHORT = Duration.ofMinutes(5);

  private int outages;
  private int silences;
  private String lastSilent = "";
  private long downSince;
  private long triedAt;

  /** What a poll says about the network. */
  enum Sign {
    /** Somebody answered, whatever it was. */
    ANSWER,
    /** The failure was on our side. */
    OUTAGE,
    /** Nobody answered. */
    SILENCE,
    /** Nobody was asked. */
    NOTHING
  }

  /** Takes in what a poll of a site has told. */
  void heard(Sign sign, String site, long now) {
    boolean wasDown = isDown();
    switch (sign) {
      case ANSWER -> {
        outages = 0;
        silences = 0;
        lastSilent = "";
      }
      case OUTAGE -> {
        outages++;
        silences++;
      }
      case SILENCE -> {
        silences += site.equals(lastSilent) ? 0 : 1;
        lastSilent = site;
      }
      case NOTHING -> {}
    }
    if (isDown() && !wasDown) {
      downSince = now;
      triedAt = now;
    } else if (sign == Sign.SILENCE || sign == Sign.NOTHING) {
      // A try that told nothing: the next source may tell more.
      triedAt = now - BETWEEN_TRIES.toNanos();
    }
  }

  boolean isDown() {
    return outages >= OUTAGES || silences >= SILENCES;
  }

  /** Returns whether it has been down for so long that what is due need not be kept waiting. */
  boolean isDownForLong(long now) {
    return isDown() && now - downSince >= SHORT.toNanos();
  }

  /** Returns whether somebody may be tried again. */
  boolean isTimeToTry(long now) {
    return now - triedAt >= BETWEEN_TRIES.toNanos();
  }

  /** Somebody is being tried. */
  void tried(long now) {
    triedAt = now;
  }
}
