package org.tagwire.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How much of what was taken in is kept; of several limits each holds.
 *
 * @param age how old an article may become, by its place in the lists; absent for any age
 * @param articles how many of the newest are kept; absent for any number
 * @param bytes how much room they may take; absent for any
 */
public record Retention(@Nullable Duration age, @Nullable Long articles, @Nullable Long bytes) {
  /** Keeps everything. */
  public static final Retention FOREVER = new Retention(null, null, null);

  private static final String FOREVER_TEXT = "forever";
  private static final Pattern AGE = Pattern.compile("(\\d{1,5})\\s*(h|d)");
  private static final Pattern COUNT = Pattern.compile("\\d{1,12}");
  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})\\s*(mb|gb|tb)");
  private static final List<String> UNITS = List.of("mb", "gb", "tb");
  private static final long MEGABYTE = 1_000_000;

  public Retention {
    if ((age != null && (age.isZero() || age.isNegative()))
        || (articles != null && articles < 1)
        || (bytes != null && bytes < 1)) {
      throw new IllegalArgumentException(
          "a limit is more than nothing, but these are " + age + ", " + articles + ", " + bytes);
    }
  }

  /**
   * Reads limits as people write them: {@code 400d}, {@code 100000}, {@code 20GB}, several of them
   * with commas, or {@code forever}; empty when {@code text} is none.
   */
  public static Optional<Retention> parse(String text) {
    String bare = text.strip().toLowerCase(Locale.ROOT);
    if (bare.equals(FOREVER_TEXT)) {
      return Optional.of(FOREVER);
    }
    Optional<Retention> all = Optional.of(FOREVER);
    for (String part : bare.split(",", -1)) {
      all = all.flatMap(limits -> limits.and(part.strip()));
    }
    return all;
  }

  /** Adds a limit of a kind that is not there yet. */
  private Optional<Retention> and(String part) {
    Matcher ageForm = AGE.matcher(part);
    Matcher size = SIZE.matcher(part);
    if (ageForm.matches() && age == null && isPositive(ageForm.group(1))) {
      long number = Long.parseLong(ageForm.group(1));
      Duration most =
          ageForm.group(2).equals("h") ? Duration.ofHours(number) : Duration.ofDays(number);
      return Optional.of(new Retention(most, articles, bytes));
    }
    if (COUNT.matcher(part).matches() && articles == null && isPositive(part)) {
      return Optional.of(new Retention(age, Long.parseLong(part), bytes));
    }
    if (size.matches() && bytes == null && isPositive(size.group(1))) {
      long unit = MEGABYTE;
      for (int i = UNITS.indexOf(size.group(2)); i > 0; i--) {
        unit *= 1_000;
      }
      return Optional.of(new Retention(age, articles, Long.parseLong(size.group(1)) * unit));
    }
    return Optional.empty();
  }

  private static boolean isPositive(String digits) {
    return Long.parseLong(digits) > 0;
  }

  /** Writes the limits as {@link #parse} reads them. */
  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (age != null) {
      parts.add(age.toHours() % 24 == 0 ? age.toDays() + "d" : age.toHours() + "h");
    }
    if (articles != null) {
      parts.add(articles.toString());
    }
    if (bytes != null) {
      parts.add(size(bytes));
    }
    return parts.isEmpty() ? FOREVER_TEXT : String.join(", ", parts);
  }

  private static String size(long bytes) {
    long number = bytes / MEGABYTE;
    int unit = 0;
    while (unit + 1 < UNITS.size() && number % 1_000 == 0) {
      number /= 1_000;
      unit++;
    }
    return number + UNITS.get(unit).toUpperCase(Locale.ROOT);
  }
}
