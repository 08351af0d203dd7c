package org.tagwire.server.words;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeDateTimeUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Style;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.tagwire.model.Moment;

/**
 * Says when something was published: numbers of minutes, hours or days up to seven days, then the
 * date as {@code dd-MM-yyyy}. Immutable and safe for use by many threads.
 *
 * <p>All that can be said of the last seven days are ninety texts; CLDR's wording of each is
 * written down once.
 */
public final class Ages {
  private static final int DAYS = 7;
  private static final int HOURS_A_DAY = 24;
  private static final int MINUTES_AN_HOUR = 60;

  private final ZoneId zone;
  private final String digits;
  private final String now;
  private final String today;
  private final String[] minutes;
  private final String[] hours;
  private final String[] days;

  Ages(Edition edition, Digits digits, ZoneId zone, String now, String today) {
    var formatter =
        RelativeDateTimeFormatter.getInstance(
            digits.locale(edition), null, Style.LONG, DisplayContext.CAPITALIZATION_NONE);
    this.zone = zone;
    this.digits = digits.of(edition);
    this.now = now;
    this.today = today;
    this.minutes = table(formatter, RelativeDateTimeUnit.MINUTE, MINUTES_AN_HOUR);
    this.hours = table(formatter, RelativeDateTimeUnit.HOUR, HOURS_A_DAY);
    this.days = table(formatter, RelativeDateTimeUnit.DAY, DAYS + 1);
  }

  /** Says when {@code moment} was, seen from {@code reader}; what lies ahead counts as just now. */
  public String of(Moment moment, Instant reader) {
    Duration age = Duration.between(moment.instant(), reader);
    if (age.toDays() > DAYS) {
      return moment.precision() == Moment.Precision.DAY
          ? date(moment.day())
          : date(moment.instant());
    }
    if (age.toDays() > 0) {
      return days[(int) age.toDays()];
    }
    if (moment.precision() == Moment.Precision.DAY) {
      return today;
    }
    if (age.toHours() > 0) {
      return hours[(int) age.toHours()];
    }
    return age.toMinutes() > 0 ? minutes[(int) age.toMinutes()] : now;
  }

  /**
   * Returns when {@link #of} first says something else of a moment than it does now; {@link
   * Instant#MAX} where it says the date.
   */
  public static Instant until(Moment moment, Instant now) {
    Duration age = Duration.between(moment.instant(), now);
    if (age.toDays() > DAYS) {
      return Instant.MAX;
    }
    boolean inDays = age.toDays() > 0 || moment.precision() == Moment.Precision.DAY;
    if (inDays || age.isNegative()) {
      Duration next =
          inDays ? Duration.ofDays(Math.max(0, age.toDays()) + 1) : Duration.ofMinutes(1);
      return moment.instant().plus(next);
    }
    return moment
        .instant()
        .plus(
            age.toHours() > 0
                ? Duration.ofHours(age.toHours() + 1)
                : Duration.ofMinutes(age.toMinutes() + 1));
  }

  /** Writes the day of an instant in the instance's zone. */
  public String date(Instant instant) {
    return date(instant.atZone(zone).toLocalDate());
  }

  /** Writes day and minute of an instant in the instance's zone, as {@code dd-MM-yyyy HH:mm}. */
  public String minute(Instant instant) {
    ZonedDateTime time = instant.atZone(zone);
    StringBuilder text = new StringBuilder(date(time.toLocalDate())).append(' ');
    write(text, time.getHour(), 2);
    write(text.append(':'), time.getMinute(), 2);
    return text.toString();
  }

  /** Writes a day as {@code dd-MM-yyyy} in the edition's digits. */
  public String date(LocalDate day) {
    StringBuilder text = new StringBuilder(10);
    write(text, day.getDayOfMonth(), 2);
    write(text.append('-'), day.getMonthValue(), 2);
    write(text.append('-'), day.getYear(), 4);
    return text.toString();
  }

  /** Returns the machine's form of a moment: UTC, or the day alone where no more is known. */
  public static String machine(Moment moment) {
    return moment.precision() == Moment.Precision.DAY
        ? moment.day().toString()
        : moment.instant().toString();
  }

  private void write(StringBuilder text, int number, int width) {
    String plain = Integer.toString(number);
    for (int i = plain.length(); i < width; i++) {
      text.append(digits.charAt(0));
    }
    for (int i = 0; i < plain.length(); i++) {
      int digit = plain.charAt(i) - '0';
      text.append(digit >= 0 ? digits.charAt(digit) : plain.charAt(i));
    }
  }

  private static String[] table(
      RelativeDateTimeFormatter formatter, RelativeDateTimeUnit unit, int size) {
    String[] table = new String[size];
    for (int i = 0; i < size; i++) {
      table[i] = formatter.formatNumeric(-i, unit);
    }
    return table;
  }
}
