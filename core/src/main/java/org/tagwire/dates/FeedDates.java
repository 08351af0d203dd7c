package org.tagwire.dates;

import java.util.Optional;
import org.tagwire.model.Moment;

/**
 * Reads a date as feeds and pages write it: RFC 3339 and W3C-DTF, RFC 822 and 2822, asctime, and free forms with month names
 * in many languages, named zones, two-digit years, 12-hour clocks, epoch seconds.
 *
 * <p>Stateless and safe for use by many threads; cost is linear in the first 100 characters, the rest is not looked at.
 */
public final class FeedDates {
  private static final int LONGEST = 100;

  private FeedDates() {}

  /** Reads {@code text}; empty when it is no date. */
  public static Optional<Moment> parse(String text) {
    String date = text.strip();
    if (date.isEmpty()) {
      return Optional.empty();
    }
    if (date.length() > LONGEST) {
      date = date.substring(0, LONGEST);
    }
    date = westernDigits(date);
    return IsoDates.parse(date).or(new FreeDate(date)::read);
  }

  /** Arabic, Persian and full-width digits count like any others. */
  private static String westernDigits(String text) {
    StringBuilder western = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7F && Character.isDigit(c)) {
        western = western == null ? new StringBuilder(text) : western;
        western.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
      }
    }
    return western == null ? text : western.toString();
  }
}
