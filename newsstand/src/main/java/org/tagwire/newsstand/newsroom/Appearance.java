package org.tagwire.newsstand.newsroom;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/** When an article appears, relative to the stand's start. */
public sealed interface Appearance {

  /** The instant for a given start. */
  Instant on(Instant start);

  /**
   * Some days before the start at a time of day in UTC. Day nought is the day of the start; its
   * times are shrunk into the part of the day that is gone, so that they keep their order and all
   * lie before the start, whatever the hour.
   */
  record DaysBefore(int days, LocalTime time) implements Appearance {
    public DaysBefore {
      if (days < 0) {
        throw new IllegalArgumentException("days before the start must not be negative: " + days);
      }
    }

    @Override
    public Instant on(Instant start) {
      LocalDate day = LocalDate.ofInstant(start, ZoneOffset.UTC);
      Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
      if (days == 0) {
        double gone = Duration.between(midnight, start).toSeconds() / 86_400.0;
        return midnight.plusSeconds((long) (time.toSecondOfDay() * gone));
      }
      return day.minusDays(days).atTime(time).toInstant(ZoneOffset.UTC);
    }
  }

  /** Some time after the start, while the stand is open. */
  record After(Duration delay) implements Appearance {
    @Override
    public Instant on(Instant start) {
      return start.plus(delay);
    }
  }
}
