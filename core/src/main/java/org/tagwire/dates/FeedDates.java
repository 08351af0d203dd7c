package org.tagwire.dates;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tagwire.model.Moment;

/**
 * Reads a date as feeds and pages write it: RFC 3339 and W3C-DTF, RFC 822 and 2822, asctime, and
 * free forms with month names in many languages, named zones, two-digit years, 12-hour clocks,
 * epoch seconds.
 *
 * <p>Stateless and safe for use by many threads; cost is linear in the first 100 characters, the
 * rest is not looked at.
 */
public final class FeedDates {
  private static final int LONGEST = 100;
  private static final Pattern REGION =
      Pattern.compile(
          "\\[?\\b([A-Z][A-Za-z]{1,20}/[A-Z][A-Za-z_]{1,30}(?:/[A-Z][A-Za-z_]{1,30})?)\\]?");
  private static final Pattern OFFSET =
      Pattern.compile("(?:[+-]\\d{2}:?\\d{2}|[A-Z])$", Pattern.CASE_INSENSITIVE);

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
    return date.indexOf('/') > 0 ? withRegion(date) : read(date);
  }

  private static Optional<Moment> read(String date) {
    String plain = date.startsWith("@") ? date.substring(1) : date;
    return IsoDates.parse(plain).or(new FreeDate(plain)::read);
  }

  /** A zone named by its region counts where no offset is written beside it. */
  private static Optional<Moment> withRegion(String date) {
    Matcher matcher = REGION.matcher(date);
    if (!matcher.find() || !ZoneRulesProvider.getAvailableZoneIds().contains(matcher.group(1))) {
      return read(date);
    }
    String rest = (date.substring(0, matcher.start()) + date.substring(matcher.end())).strip();
    Optional<Moment> read = read(rest);
    boolean offset = OFFSET.matcher(rest).find();
    return offset ? read : read.map(m -> in(ZoneId.of(matcher.group(1)), m));
  }

  private static Moment in(ZoneId zone, Moment local) {
    LocalDateTime time = local.instant().atOffset(ZoneOffset.UTC).toLocalDateTime();
    ZoneOffset offset = zone.getRules().getOffset(time);
    return new Moment(time.toInstant(offset), offset, local.precision());
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
