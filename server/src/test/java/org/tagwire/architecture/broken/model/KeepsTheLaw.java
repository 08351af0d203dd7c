package org.tagwire.architecture.broken.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;

/** Uses what looks like the forbidden and is not: time handed in, and a stopwatch. */
public final class KeepsTheLaw {

  private static final String LIMIT = "60";

  /** Reads only the clock it was handed. */
  @SuppressWarnings("JavaUtilDate")
  public String age(Clock clock, Instant then) {
    var stopwatch = System.nanoTime();
    var age = Duration.between(then, Instant.now(clock));
    var day = LocalDate.now(clock.withZone(ZoneOffset.UTC));
    return LIMIT + stopwatch + age + day + new Date(0).getTime();
  }
}
