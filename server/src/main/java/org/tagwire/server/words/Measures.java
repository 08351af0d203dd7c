package org.tagwire.server.words;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.NumberFormatter.UnitWidth;
import com.ibm.icu.number.Precision;
import com.ibm.icu.util.MeasureUnit;
import com.ibm.icu.util.NoUnit;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Writes numbers, lengths of time and sizes in the digits and words of an edition (CLDR). Immutable
 * and safe for use by many threads.
 */
public final class Measures {
  private static final int KILO = 1_000;

  private final LocalizedNumberFormatter numbers;

  /** The first thousand numbers, written down when first asked for. */
  private final AtomicReferenceArray<String> written = new AtomicReferenceArray<>(KILO);

  Measures(ULocale locale) {
    this.numbers = NumberFormatter.withLocale(locale).precision(Precision.maxFraction(0));
  }

  /** Writes a number. */
  public String number(long number) {
    if (number < 0 || number >= KILO) {
      return numbers.format(number).toString();
    }
    String known = written.get((int) number);
    if (known == null) {
      known = numbers.format(number).toString();
      written.set((int) number, known);
    }
    return known;
  }

  /** Writes a mean, with one digit after the point. */
  public String mean(double mean) {
    return numbers.precision(Precision.maxFraction(1)).format(mean).toString();
  }

  /** Writes a part of a hundred, with one digit after the point. */
  public String percent(double percent) {
    return numbers
        .unit(NoUnit.PERCENT)
        .precision(Precision.maxFraction(1))
        .format(percent)
        .toString();
  }

  /**
   * Writes a length of time in its greatest unit of which there are two, as in {@code 36 hours}.
   */
  public String span(Duration span) {
    if (span.toMillis() < 2 * KILO) {
      return unit(span.toMillis(), MeasureUnit.MILLISECOND, UnitWidth.SHORT);
    }
    if (span.toMinutes() < 2) {
      return unit(span.toSeconds(), MeasureUnit.SECOND, UnitWidth.FULL_NAME);
    }
    if (span.toHours() < 2) {
      return unit(span.toMinutes(), MeasureUnit.MINUTE, UnitWidth.FULL_NAME);
    }
    return span.toDays() < 2
        ? unit(span.toHours(), MeasureUnit.HOUR, UnitWidth.FULL_NAME)
        : unit(span.toDays(), MeasureUnit.DAY, UnitWidth.FULL_NAME);
  }

  /** Writes a short length of time for a table, as in {@code 350 ms}. */
  public String moment(Duration span) {
    return span.toMillis() < KILO
        ? unit(span.toMillis(), MeasureUnit.MILLISECOND, UnitWidth.SHORT)
        : numbers
            .unit(MeasureUnit.SECOND)
            .unitWidth(UnitWidth.SHORT)
            .precision(Precision.fixedFraction(1))
            .format(span.toMillis() / (double) KILO)
            .toString();
  }

  /** Writes a size in bytes, kilobytes or megabytes. */
  public String size(long bytes) {
    if (bytes < KILO) {
      return unit(bytes, MeasureUnit.BYTE, UnitWidth.SHORT);
    }
    return bytes < KILO * KILO
        ? unit(bytes / (double) KILO, MeasureUnit.KILOBYTE, UnitWidth.SHORT)
        : numbers
            .unit(MeasureUnit.MEGABYTE)
            .unitWidth(UnitWidth.SHORT)
            .precision(Precision.maxFraction(1))
            .format(bytes / (double) (KILO * KILO))
            .toString();
  }

  private String unit(double number, MeasureUnit unit, UnitWidth width) {
    return numbers.unit(unit).unitWidth(width).format(number).toString();
  }
}
