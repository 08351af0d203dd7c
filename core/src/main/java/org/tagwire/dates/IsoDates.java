package org.tagwire.dates;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Optional;
import org.tagwire.model.Moment;

/** ISO 8601 as W3C-DTF, RFC 3339 and their careless relatives write it, and seconds since 1970. */
final class IsoDates {
  private static final int NOTHING = -1;

  /** No feed tells of anything older; a smaller number is no year. */
  private static final int FIRST_YEAR = 1000;

  private final String text;
  private int at;

  private IsoDates(String text) {
    this.text = text;
  }

  static Optional<Moment> parse(String text) {
    if (text.length() < 4 || !isDigit(text.charAt(0))) {
      return Optional.empty();
    }
    Optional<Moment> epoch = epoch(text);
    return epoch.isPresent() ? epoch : new IsoDates(text).read();
  }

  /** Seconds since 1970, or thousandths, millionths or billionths of them, told apart by length. */
  private static Optional<Moment> epoch(String text) {
    int dot = text.indexOf('.');
    String whole = dot == 10 ? text.substring(0, dot) : text;
    boolean digits = text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c == '.' && dot == 10));
    if (!digits || (dot >= 0 && dot != 10)) {
      return Optional.empty();
    }
    long unit =
        switch (whole.length()) {
          case 9, 10 -> 1;
          case 13 -> 1_000;
          case 16 -> 1_000_000;
          case 19 -> 1_000_000_000;
          default -> 0;
        };
    return unit == 0
        ? Optional.empty()
        : Optional.of(Moment.of(Instant.ofEpochSecond(Long.parseLong(whole) / unit)));
  }

  private Optional<Moment> read() {
    int run = run(0);
    Parts parts = new Parts();
    if (run == 8) {
      compactDay(parts);
    } else if (run == 12 || run == 14) {
      compactDay(parts);
      return clock(parts, run - 8) && zone(parts) ? parts.moment() : Optional.empty();
    } else if (run == 7) {
      parts.year = number(4);
      parts.dayOfYear = number(3);
    } else if (run == 4) {
      separatedDay(parts);
    } else {
      return Optional.empty();
    }
    return parts.failed || !time(parts) ? Optional.empty() : parts.moment();
  }

  private void compactDay(Parts parts) {
    parts.year = number(4);
    parts.month = number(2);
    parts.day = number(2);
  }

  private void separatedDay(Parts parts) {
    parts.year = number(4);
    if (week(parts)) {
      return;
    }
    char separator = peek();
    if (separator != '-' && separator != '/' && separator != '.') {
      parts.failed = at < text.length();
      return;
    }
    at++;
    int run = run(at);
    if (run == 3 && separator == '-') {
      parts.dayOfYear = number(3);
    } else if (run == 1 || run == 2) {
      parts.month = number(run);
      if (peek() == separator) {
        at++;
        int days = run(at);
        parts.day = number(Math.min(days, 2));
      }
    } else {
      parts.failed = true;
    }
  }

  /** ISO 8601 weeks: {@code 2026-W06-2}, {@code 2026W062}. */
  private boolean week(Parts parts) {
    int w = peek() == '-' ? at + 1 : at;
    if (w + 2 >= text.length() || text.charAt(w) != 'W' || run(w + 1) < 2) {
      return false;
    }
    at = w + 1;
    parts.week = number(2);
    at += peek() == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1)) ? 1 : 0;
    parts.day = Math.max(1, number(Math.min(1, run(at))));
    return true;
  }

  private boolean time(Parts parts) {
    if (at == text.length()) {
      return true;
    }
    char separator = peek();
    if (separator != 'T' && separator != 't' && separator != ' ') {
      return separator == 'Z' || separator == '+' ? zone(parts) : false;
    }
    while (at < text.length() && (isBlank(peek()) || peek() == 'T' || peek() == 't')) {
      at++;
    }
    int run = run(at);
    if (run == 0) {
      return at == text.length() || zone(parts);
    }
    return clock(parts, run) && zone(parts);
  }

  private boolean clock(Parts parts, int run) {
    if (run == 6 || run == 4) {
      parts.hour = number(2);
      parts.minute = number(2);
      parts.second = run == 6 ? number(2) : 0;
      skipFraction();
      return true;
    }
    if (run > 2) {
      return false;
    }
    parts.hour = number(run);
    if (peek() == ':' || peek() == '.') {
      at++;
      parts.minute = number(Math.min(run(at), 2));
      if (peek() == ':' || peek() == '.') {
        at++;
        parts.second = Math.max(0, number(Math.min(run(at), 2)));
      }
    }
    skipFraction();
    return parts.minute != NOTHING || at == text.length() || "Zz+-".indexOf(peek()) >= 0;
  }

  private void skipFraction() {
    if (peek() == '.' || peek() == ',') {
      at++;
      at += run(at);
    }
  }

  private boolean zone(Parts parts) {
    String rest = text.substring(at).strip();
    if (rest.isEmpty()) {
      return true;
    }
    int space = rest.indexOf(' ');
    String zone = space > 0 ? rest.substring(0, space) : rest;
    if (zone.equalsIgnoreCase("am") || zone.equalsIgnoreCase("pm")) {
      return false;
    }
    Optional<ZoneOffset> offset = Zones.parse(zone);
    parts.offset = offset.orElse(ZoneOffset.UTC);
    return offset.isPresent();
  }

  private int run(int from) {
    int end = from;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end - from;
  }

  private int number(int digits) {
    if (digits <= 0 || at + digits > text.length()) {
      return NOTHING;
    }
    int value = 0;
    for (int end = at + digits; at < end; at++) {
      value = value * 10 + (text.charAt(at) - '0');
    }
    return value;
  }

  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0';
  }

  /** The parts of a date as they are found; {@link #moment} puts them together. */
  static final class Parts {
    int year = NOTHING;
    int month = NOTHING;
    int day = NOTHING;
    int dayOfYear = NOTHING;
    int week = NOTHING;
    int hour = NOTHING;
    int minute = NOTHING;
    int second;
    boolean failed;
    ZoneOffset offset = ZoneOffset.UTC;

    Optional<Moment> moment() {
      return day().flatMap(this::at);
    }

    private Optional<LocalDate> day() {
      if (year < FIRST_YEAR || year > 9999) {
        return Optional.empty();
      }
      if (dayOfYear != NOTHING) {
        int length = LocalDate.of(year, 1, 1).lengthOfYear();
        return dayOfYear >= 1 && dayOfYear <= length
            ? Optional.of(LocalDate.ofYearDay(year, dayOfYear))
            : Optional.empty();
      }
      if (week != NOTHING) {
        return week >= 1 && week <= weeks() && day <= 7
            ? Optional.of(monday().plusDays((week - 1) * 7L + day - 1))
            : Optional.empty();
      }
      int m = month == NOTHING ? 1 : month;
      int d = day == NOTHING ? 1 : day;
      if (m < 1 || m > 12 || d < 1 || d > LocalDate.of(year, m, 1).lengthOfMonth()) {
        return Optional.empty();
      }
      return Optional.of(LocalDate.of(year, m, d));
    }

    private int weeks() {
      return (int) IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(monday()).getMaximum();
    }

    /** The first week of a year is the one with the fourth of January in it. */
    private LocalDate monday() {
      return LocalDate.of(year, 1, 4).with(DayOfWeek.MONDAY);
    }

    /** 24:00 is midnight of the next day, and a leap second the second after. */
    private Optional<Moment> at(LocalDate date) {
      if (hour == NOTHING) {
        return Optional.of(Moment.ofDay(date, offset));
      }
      int m = Math.max(0, minute);
      if (hour > 24 || m > 59 || second > 60 || (hour == 24 && m + second > 0)) {
        return Optional.empty();
      }
      Instant instant =
          date.atStartOfDay(offset).toInstant().plusSeconds(hour * 3600L + m * 60L + second);
      return Optional.of(new Moment(instant, offset, Moment.Precision.MINUTE));
    }
  }
}
