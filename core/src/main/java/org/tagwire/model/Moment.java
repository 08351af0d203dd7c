package org.tagwire.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A time as a publisher states it: the instant, the offset it was written in, and how exact it is.
 *
 * @param instant the point in time; for {@link Precision#DAY} the beginning of that day in {@code
 *     offset}
 * @param offset the publisher's own offset from UTC, UTC where none was written
 * @param precision how exact the statement was
 */
public record Moment(Instant instant, ZoneOffset offset, Precision precision)
    implements Comparable<Moment> {

  /** How exact a date was written. */
  public enum Precision {
    DAY,
    MINUTE
  }

  /** Returns an exact moment in UTC. */
  public static Moment of(Instant instant) {
    return new Moment(instant, ZoneOffset.UTC, Precision.MINUTE);
  }

  /** Returns a moment known to the day only. */
  public static Moment ofDay(LocalDate day, ZoneOffset offset) {
    return new Moment(day.atStartOfDay(offset).toInstant(), offset, Precision.DAY);
  }

  /** Returns the day in the publisher's own offset. */
  public LocalDate day() {
    return instant.atOffset(offset).toLocalDate();
  }

  /** Returns this moment, or {@code latest} exactly when this one lies after it. */
  public Moment notAfter(Instant latest) {
    return instant.isAfter(latest) ? of(latest) : this;
  }

  /** Returns ISO 8601 in the publisher's own offset; the date alone where only the day is known. */
  public String iso() {
    return precision == Precision.DAY
        ? day().toString()
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(offset));
  }

  @Override
  public int compareTo(Moment other) {
    return instant.compareTo(other.instant);
  }
}
