package org.tagwire.newsstand;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates as HTTP writes them: IMF-fixdate (RFC 9110, 5.6.7). */
final class HttpDates {

  private static final DateTimeFormatter FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private HttpDates() {}

  static String format(Instant instant) {
    return FIXDATE.format(instant);
  }

  /** The instant of a header's value, or empty when it is not a date; such a header is ignored. */
  static Optional<Instant> parse(String value) {
    try {
      return Optional.of(FIXDATE.parse(value, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
