package org.tagwire.newsstand;

import java.time.Instant;
import java.time.InstantSource;

/**
 * How a stand is opened.
 *
 * @param clock what time it is, now and later; a settable one makes articles appear at will
 * @param start the instant the newsroom's relative times are counted from
 * @param port the port of all publishers, or 0 for one that is free
 * @param logged how many requests the log keeps, the newest ones
 */
public record Options(InstantSource clock, Instant start, int port, int logged) {

  private static final int LOGGED = 10_000;

  public Options {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port must be 0–65535, was " + port);
    }
    if (logged < 1) {
      throw new IllegalArgumentException("the log must keep at least one request, not " + logged);
    }
  }

  /** A stand that starts at the clock's present instant, on a free port. */
  public static Options at(InstantSource clock) {
    return new Options(clock, clock.instant(), 0, LOGGED);
  }

  /** The same on a given port. */
  public Options onPort(int wanted) {
    return new Options(clock, start, wanted, logged);
  }

  /** The same with the newsroom's times counted from another instant. */
  public Options startingAt(Instant instant) {
    return new Options(clock, instant, port, logged);
  }

  /** The same with another length of the log. */
  public Options logging(int requests) {
    return new Options(clock, start, port, requests);
  }
}
