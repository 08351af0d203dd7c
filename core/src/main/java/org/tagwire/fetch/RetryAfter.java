package org.tagwire.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Reads Retry-After: seconds or a date (RFC 9110 §10.2.3), clamped to 24 hours; nonsense is
 * nothing, of several the longest.
 */
final class RetryAfter {
  static final Duration MAX = Duration.ofHours(24);

  private RetryAfter() {}

  static Optional<Duration> parse(List<String> headers, Instant now) {
    return headers.stream()
        .flatMap(header -> one(header.strip(), now).stream())
        .max(Duration::compareTo);
  }

  private static Optional<Duration> one(String value, Instant now) {
    if (value.matches("\\d{1,18}")) {
      return Optional.of(
          clamp(Duration.ofSeconds(Math.min(MAX.toSeconds(), Long.parseLong(value)))));
    }
    return date(value).map(date -> clamp(Duration.between(now, date)));
  }

  /** Reads the one form of date that HTTP sends. */
  static Optional<Instant> date(String value) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value, Instant::from));
    } catch (DateTimeException nonsense) {
      return Optional.empty();
    }
  }

  private static Duration clamp(Duration asked) {
    return asked.isNegative() ? Duration.ZERO : asked.compareTo(MAX) > 0 ? MAX : asked;
  }
}
