package org.tagwire.architecture.broken.dates;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Supplier;

/** Takes clock, zone and locale from the machine. */
public final class ReadsTheClock {

  /** Reads the clock three ways, once through a method reference. */
  @SuppressWarnings("JavaTimeDefaultTimeZone")
  public String now() {
    Supplier<Instant> clock = Instant::now;
    return clock.get() + " " + LocalDate.now() + " " + System.currentTimeMillis();
  }

  /** Reads zone and locale. */
  @SuppressWarnings("StringCaseLocaleUsage")
  public String place() {
    return ZoneId.systemDefault().getId().toUpperCase();
  }
}
