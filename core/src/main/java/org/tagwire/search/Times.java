package org.tagwire.search;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads the times of {@code before:} and {@code after:}: a day, month or year ({@code 2026-05-01},
 * {@code 2026-05}, {@code 2026}) stands for its beginning, {@code 7d} and {@code 24h} for so long
 * ago, and an instant of ISO 8601 for itself. Digits of any script count.
 */
final class Times {
  private static final int LONGEST = 30;
  private static final int MOST_DIGITS = 5;

  private final Instant now;
  private final ZoneId zone;

  /** Whole minutes, so that the same question asked again is the same question. */
  Times(Instant now, ZoneId zone) {
    this.now = now.truncatedTo(ChronoUnit.MINUTES);
    this.zone = zone;
  }

  Optional<Instant> read(String typed) {
    if (typed.isEmpty() || typed.length() > LONGEST) {
      return Optional.empty();
    }
    String text = inAsciiDigits(typed);
    boolean isUnit = !Character.isDigit(text.charAt(text.length() - 1));
    try {
      if (text.indexOf('T') > 0) {
        return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MILLIS));
      }
      return isUnit ? ago(text) : day(text).map(day -> day.atStartOfDay(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(String text) {
    return switch (text.length()) {
      case 4, 7, 10 ->
          Optional.of(LocalDate.parse(text + "-01-01".substring(0, 10 - text.length())));
      default -> Optional.empty();
    };
  }

  private Optional<Instant> ago(String text) {
    int digits = text.length() - 1;
    String number = text.substring(0, digits);
    boolean counted =
        digits > 0 && digits <= MOST_DIGITS && number.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!counted) {
      return Optional.empty();
    }
    int many = Integer.parseInt(number);
    return switch (text.charAt(digits)) {
      case 'd', 'D' -> Optional.of(now.minus(Duration.ofDays(many)));
      case 'h', 'H' -> Optional.of(now.minus(Duration.ofHours(many)));
      default -> Optional.empty();
    };
  }

  private static String inAsciiDigits(String typed) {
    StringBuilder text = new StringBuilder(typed.length());
    typed
        .codePoints()
        .forEach(
            c -> text.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
    return text.toString();
  }
}
