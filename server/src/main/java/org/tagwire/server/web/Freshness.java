package org.tagwire.server.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tagwire.model.Audience;

/**
 * Until when an answer holds, and the validator that says so (RFC 9110 section 8.8).
 *
 * <p>A page changes with the news and the owner's rules, which one number counts, with the build,
 * and with the wording of its times. A validator names the first three and the instant at which the
 * next of its times is worded anew, so that whether a page is still the same is seen from the
 * validator alone, whatever page it is, and nothing is asked or kept. Immutable.
 *
 * @param build changes whenever the same news would look different
 * @param zone in which zone the dates of the site are
 */
record Freshness(String build, ZoneId zone) {
  /**
   * What is taken down must be gone everywhere within a minute, so nobody may keep a page longer.
   */
  private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);

  private static final char UNTIL = '~';

  /**
   * Returns what every validator begins with while the news stays as it is.
   *
   * @param reader tells apart readers who see different pages
   */
  String stamp(long change, String reader) {
    return "W/\"" + change + '-' + build + reader + UNTIL;
  }

  /** Returns the validator of an answer that holds until then. */
  static String validator(String stamp, Instant until) {
    return stamp + until.getEpochSecond() + '"';
  }

  /** Finds until when what a reader has still holds; empty when it does not. */
  static Optional<Instant> findUntil(@Nullable String held, String stamp, Instant now) {
    if (held == null) {
      return Optional.empty();
    }
    int begin = held.indexOf(stamp);
    int end = begin < 0 ? -1 : held.indexOf('"', begin + stamp.length());
    String until = end < 0 ? "" : held.substring(begin + stamp.length(), end);
    return until.matches("\\d{1,11}")
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(until))).filter(now::isBefore)
        : Optional.empty();
  }

  /**
   * Returns until when an answer holds: what does not know ends with the minute, and nothing
   * outlasts the day, in which charts and windows stand.
   */
  Instant until(Optional<Instant> known, Instant now) {
    Instant until = known.orElseGet(() -> now.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60));
    Instant day = endOfDay(now, zone);
    Instant universal = endOfDay(now, ZoneOffset.UTC);
    Instant latest = day.isBefore(universal) ? day : universal;
    return until.isBefore(latest) ? until : latest;
  }

  private static Instant endOfDay(Instant now, ZoneId zone) {
    return now.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Says how long an answer may be shown again without asking; the owner sees what he changes. */
  static String keeping(Audience audience, Instant until, Instant now) {
    if (audience == Audience.OWNER) {
      return "private, no-cache";
    }
    Duration left = Duration.between(now, until);
    Duration kept = left.compareTo(LONGEST_KEPT) < 0 ? left : LONGEST_KEPT;
    return "public, max-age=" + Math.max(0, kept.toSeconds());
  }
}
