package org.tagwire.fetch;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tagwire.model.PollHints;

/**
 * When a source is asked again: pure decisions, one method per event.
 *
 * <p>The interval of a healthy source follows its publishing rhythm, half the time between two
 * items, and grows with its silence; it is never under the floor, what the feed declares (ttl, sy:)
 * or what the cache headers promise, and never over the ceiling. Without dates it shrinks with what
 * is new and grows without. A source that is missing or forbidden backs off by doubling up to seven
 * days, one that fails otherwise up to a day; 410 stops it. When our own network is down, or its
 * host is left alone for what it answered to another, nobody is to blame and nothing is counted.
 * Hours and days a feed asks to skip are skipped whatever happened. Jitter comes from the source's
 * number, only ever later, so that a restart changes nothing and sources added together drift
 * apart.
 */
public final class PollPolicy {
  private static final Duration CEILING = Duration.ofHours(24);
  private static final Duration MAX_MISSING = Duration.ofDays(7);
  private static final Duration ADOPTION = Duration.ofDays(1);
  private static final int ADOPTION_POLLS = 3;
  private static final double GROWTH = 1.25;
  private static final int JITTER_SHARE = 10;

  /** Those who wait for the same hour come spread over half of it: jitter is a tenth of this. */
  private static final Duration WITHIN_HOUR = Duration.ofMinutes(300);

  private final Duration floor;
  private final Duration ceiling;

  /**
   * @param floor the shortest interval, 15 minutes by default; less only where every host is the
   *     operator's own
   */
  public PollPolicy(Duration floor) {
    this(floor, CEILING);
  }

  /**
   * @param floor the shortest interval
   * @param ceiling the longest interval of a healthy source, 24 hours at most
   */
  public PollPolicy(Duration floor, Duration ceiling) {
    if (!floor.isPositive() || floor.compareTo(CEILING) > 0) {
      throw new IllegalArgumentException(
          "the poll floor lies between 0 and 24 hours, but this is " + floor);
    }
    if (ceiling.compareTo(floor) < 0 || ceiling.compareTo(CEILING) > 0) {
      throw new IllegalArgumentException(
          "the poll ceiling lies between the floor "
              + floor
              + " and 24 hours, but this is "
              + ceiling);
    }
    this.floor = floor;
    this.ceiling = ceiling;
  }

  /**
   * A poll that has just ended.
   *
   * @param source the number of the source
   * @param now when it ended
   * @param result what came of it
   * @param past the interval and the failures before it
   * @param news whether it brought anything new
   */
  public record Poll(long source, Instant now, FetchResult result, Past past, boolean news) {}

  /**
   * What was before.
   *
   * @param interval the interval so far
   * @param failures failed polls in a row
   * @param hints what the feed says about itself, as last read
   */
  public record Past(Duration interval, int failures, PollHints hints) {}

  /**
   * What comes next.
   *
   * @param due when to ask; {@link Instant#MAX} for never again
   * @param interval the interval from now on
   * @param failures failed polls in a row
   */
  public record Next(Instant due, Duration interval, int failures) {
    public boolean isStopped() {
      return due.equals(Instant.MAX);
    }
  }

  /** Decides when a source is asked again. */
  public Next after(Poll poll) {
    return switch (poll.result()) {
      case FetchResult.Fetched fetched -> healthy(poll, fetched.headers());
      case FetchResult.NotModified same -> healthy(poll, same.headers());
      case FetchResult.Moved moved -> failing(poll, CEILING);
      case FetchResult.RateLimited limited -> limited(poll, limited);
      case FetchResult.Refused refused -> failing(poll, MAX_MISSING);
      case FetchResult.Gone gone ->
          new Next(Instant.MAX, poll.past().interval(), poll.past().failures() + 1);
      case FetchResult.Failed failed ->
          switch (failed.kind()) {
            case NETWORK_DOWN, PROXY, NAME_SERVER_FAILED, NAME_SERVER_SILENT, INTERRUPTED ->
                blameless(poll);
            case NOT_FOUND,
                FORBIDDEN,
                RESTRICTED,
                CLIENT_ERROR,
                NAME_UNKNOWN,
                NAME_WITHOUT_ADDRESS ->
                failing(poll, MAX_MISSING);
            default -> failing(poll, CEILING);
          };
    };
  }

  /** Decides when a source that was just added is asked first. */
  public Next first(long source, Instant now) {
    return new Next(now, clamped(floor), 0);
  }

  /** Returns the least time between two polls of a source. */
  public Duration floor() {
    return floor;
  }

  /**
   * Says whether an address the publisher has permanently moved to is to be taken as the source's
   * own: seen so in three polls, and for a day.
   *
   * @param since when it was first seen
   * @param polls in how many polls in a row, this one included
   */
  public boolean adopts(Instant since, int polls, Instant now) {
    return polls >= ADOPTION_POLLS && !now.isBefore(since.plus(ADOPTION));
  }

  private Next healthy(Poll poll, ResponseHeaders headers) {
    Duration declared = longest(poll.past().hints().ttl(), freshness(headers, poll.now()));
    Duration interval = clamped(longest(wanted(poll), declared));
    return new Next(later(poll, interval), interval, 0);
  }

  /** Half the usual time between two items; longer when the last is long ago. */
  private static Duration wanted(Poll poll) {
    PollHints hints = poll.past().hints();
    if (hints.newest() == null || !hints.rhythm().isPositive()) {
      double change = poll.news() ? 1 / (GROWTH * GROWTH) : GROWTH;
      return Duration.ofMillis((long) (poll.past().interval().toMillis() * change));
    }
    Duration silence = Duration.between(hints.newest(), poll.now()).dividedBy(4);
    return longest(hints.rhythm(), silence).dividedBy(2);
  }

  private Next failing(Poll poll, Duration most) {
    int failures = poll.past().failures() + 1;
    Duration backOff = backOff(failures, most);
    return new Next(later(poll, backOff), poll.past().interval(), failures);
  }

  private Next limited(Poll poll, FetchResult.RateLimited limited) {
    if (!limited.asked()) {
      return spared(poll, longest(floor, limited.findDelay().orElse(Holds.LONGEST)));
    }
    int failures = poll.past().failures() + 1;
    Duration asked = limited.findDelay().orElse(Duration.ZERO);
    Duration delay = longest(asked, backOff(failures, CEILING));
    return new Next(later(poll, delay), poll.past().interval(), failures);
  }

  private Next blameless(Poll poll) {
    return spared(poll, clamped(poll.past().interval()));
  }

  private Next spared(Poll poll, Duration delay) {
    return new Next(later(poll, delay), poll.past().interval(), poll.past().failures());
  }

  private static Instant later(Poll poll, Duration delay) {
    Instant due = poll.now().plus(delay).plus(jitter(poll.source(), delay));
    return outsideSkipped(due, poll);
  }

  /** The floor, doubled with each failure. */
  private Duration backOff(int failures, Duration most) {
    Duration delay = floor.multipliedBy(1L << Math.min(failures, 30));
    return delay.compareTo(most) > 0 ? most : delay;
  }

  /**
   * How long the answer says it stays fresh (RFC 9111 §4.2.1); nothing where it says no-store or
   * nonsense.
   */
  private static Duration freshness(ResponseHeaders headers, Instant now) {
    for (String header : headers.all("cache-control")) {
      for (String directive : header.split(",")) {
        Optional<Duration> maxAge = maxAge(directive.strip());
        if (maxAge.isPresent()) {
          return maxAge.get();
        }
      }
    }
    Instant date = headers.find("date").flatMap(RetryAfter::date).orElse(now);
    return headers
        .find("expires")
        .flatMap(RetryAfter::date)
        .map(expires -> Duration.between(date, expires))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }

  private static Optional<Duration> maxAge(String directive) {
    if (!directive.regionMatches(true, 0, "max-age=", 0, 8)) {
      return Optional.empty();
    }
    String seconds = directive.substring(8).replace("\"", "");
    return seconds.matches("\\d{1,9}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
        : Optional.empty();
  }

  /**
   * Moves to the next hour the feed does not ask to skip; a feed that asks to skip all of them is
   * not taken at its word.
   */
  private static Instant outsideSkipped(Instant due, Poll poll) {
    Instant at = due;
    for (int hours = 0; hours <= 7 * 24; hours++) {
      if (!poll.past().hints().skips(at)) {
        return at;
      }
      at =
          at.truncatedTo(ChronoUnit.HOURS)
              .plus(1, ChronoUnit.HOURS)
              .plus(jitter(poll.source(), WITHIN_HOUR));
    }
    return due;
  }

  private Duration clamped(Duration interval) {
    return interval.compareTo(floor) < 0
        ? floor
        : interval.compareTo(ceiling) > 0 ? ceiling : interval;
  }

  private static Duration longest(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** Up to a tenth more, always the same for one source. */
  private static Duration jitter(long source, Duration delay) {
    long mixed = (source * 0x9E3779B97F4A7C15L) >>> 44;
    return Duration.ofMillis(delay.toMillis() / JITTER_SHARE * mixed >>> 20);
  }
}
