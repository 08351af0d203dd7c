package org.tagwire.websub;

import java.time.Duration;
import java.util.Optional;
import org.tagwire.fetch.FetchResult;

/**
 * Why a hub did not take what we asked.
 *
 * @param blame whose doing it is
 * @param asked for how long the hub wants to be left alone; zero when it did not say
 * @param detail for people
 */
record Setback(Blame blame, Duration asked, String detail) {

  enum Blame {
    /** Our own network, or Tagwire is being stopped. */
    NOBODY,
    /** The hub is slow, busy, broken or away; it is the same for all it is asked. */
    HUB,
    /** The guard does not let us ask this hub at all. */
    ADDRESS,
    /** The hub understood and refused this very request. */
    REQUEST
  }

  /** Returns whether whatever else the hub is asked now would meet the same. */
  boolean concernsWholeHub() {
    return blame != Blame.REQUEST;
  }

  /** Judges an answer; empty when the hub took the request. */
  static Optional<Setback> of(FetchResult result) {
    return switch (result) {
      case FetchResult.Fetched taken -> Optional.empty();
      case FetchResult.NotModified odd -> setback(Blame.REQUEST, "the hub answered 304");
      case FetchResult.Moved moved ->
          setback(Blame.ADDRESS, "the hub redirects to http; it is not asked");
      case FetchResult.RateLimited limited ->
          Optional.of(
              new Setback(
                  Blame.HUB,
                  limited.findDelay().orElse(Duration.ZERO),
                  "the hub asks us to come later"));
      case FetchResult.Refused refused -> setback(Blame.ADDRESS, refused.message());
      case FetchResult.Gone gone -> setback(Blame.REQUEST, "the hub answered 410");
      case FetchResult.Failed failed -> setback(blame(failed.kind()), failed.message());
    };
  }

  private static Blame blame(FetchResult.Kind kind) {
    if (kind.isOurs()) {
      return Blame.NOBODY;
    }
    return switch (kind) {
      case CLIENT_ERROR, NOT_FOUND, FORBIDDEN, RESTRICTED -> Blame.REQUEST;
      default -> Blame.HUB;
    };
  }

  private static Optional<Setback> setback(Blame blame, String detail) {
    return Optional.of(new Setback(blame, Duration.ZERO, detail));
  }
}
