package org.tagwire.dates;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tagwire.model.Moment;

/**
 * A date in words and numbers in whatever order: RFC 822, asctime, {@code 28. Mai 2004}, {@code May
 * 3rd, 2021 at 4:15 pm}, {@code 2004年5月28日}, {@code 03/07/2021}.
 *
 * <p>The text is cut into runs of digits, letters and signs. Times are numbers around a colon, a
 * month is a known name, a zone comes after the time, and the numbers that are left are day and
 * year, told apart by size and order.
 */
final class FreeDate {
  private final List<String> runs = new ArrayList<>();
  private final IsoDates.Parts parts = new IsoDates.Parts();
  private final List<Integer> numbers = new ArrayList<>();
  private final List<Integer> widths = new ArrayList<>();
  private boolean afternoon;
  private boolean forenoon;
  private boolean slashed;
  private boolean dashed;
  private boolean eastAsian;
  private boolean weekday;
  private boolean zoned;

  FreeDate(String text) {
    cut(text);
  }

  Optional<Moment> read() {
    for (int i = 0; i < runs.size(); i++) {
      i = take(i);
    }
    if (!day()) {
      return Optional.empty();
    }
    if (afternoon && parts.hour >= 0 && parts.hour < 12) {
      parts.hour += 12;
    } else if (forenoon && parts.hour == 12) {
      parts.hour = 0;
    }
    return parts.moment();
  }

  private void cut(String text) {
    int start = 0;
    for (int i = 1; i <= text.length(); i++) {
      if (i == text.length() || kind(text.charAt(i)) != kind(text.charAt(i - 1))) {
        String run = text.substring(start, i).strip();
        if (!run.isEmpty()) {
          runs.add(run);
        }
        start = i;
      }
    }
  }

  private static int kind(char c) {
    if (c >= '0' && c <= '9') {
      return 0;
    }
    if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
      return Character.isIdeographic(c) || isHangul(c) ? 1000 + c : 1;
    }
    return 100 + c;
  }

  private static boolean isHangul(char c) {
    return c >= 0xAC00 && c <= 0xD7A3;
  }

  /**
   * Takes the run at {@code i} and whatever belongs to it; returns the index of the last run taken.
   */
  private int take(int i) {
    String run = runs.get(i);
    if (Character.isDigit(run.charAt(0))) {
      return takeNumber(i, run);
    }
    if (Character.isLetter(run.charAt(0))) {
      takeWord(i, run);
      return i;
    }
    boolean sign = run.equals("+") || run.equals("-") || run.equals("\u2212");
    if (sign && parts.minute >= 0 && i + 1 < runs.size()) {
      return takeOffset(i, run);
    }
    slashed |= run.equals("/");
    dashed |= run.equals("-");
    return i;
  }

  private int takeNumber(int i, String run) {
    if (run.length() > 8) {
      return i;
    }
    if (parts.hour < 0 && run.length() <= 2 && isClock(i)) {
      return takeClock(i, run);
    }
    numbers.add(Integer.parseInt(run));
    widths.add(run.length());
    return i;
  }

  /** A time is told by a colon, an h or the East Asian signs; after a date also by a full stop. */
  private boolean isClock(int i) {
    String next = at(i + 1);
    return switch (next.toLowerCase(Locale.ROOT)) {
      case ":", "時", "时", "시", "點", "点" -> true;
      case "h", "u" -> isNumber(i + 2);
      case "." -> hasDate() && isNumber(i + 2);
      case "am", "pm", "a", "p" -> hasDate();
      default -> false;
    };
  }

  private boolean hasDate() {
    return numbers.size() >= (parts.month > 0 ? 2 : 3);
  }

  private int takeClock(int i, String run) {
    parts.hour = Integer.parseInt(run);
    parts.minute = 0;
    if (!isNumber(i + 2)) {
      return i + (Character.isLetter(at(i + 1).charAt(0)) && at(i + 1).length() > 1 ? 0 : 1);
    }
    parts.minute = Integer.parseInt(runs.get(i + 2));
    String next = at(i + 3);
    boolean more = next.equals(":") || next.equals("分") || next.equals("분") || next.equals(".");
    if (!more || !isNumber(i + 4)) {
      return i + 2;
    }
    parts.second = Integer.parseInt(runs.get(i + 4));
    return at(i + 5).equals(".") && isNumber(i + 6) ? i + 6 : i + 4;
  }

  private int takeOffset(int i, String sign) {
    String digits = at(i + 1);
    int last = i + 1;
    if (at(i + 2).equals(":") && isNumber(i + 3)) {
      digits += at(i + 3);
      last = i + 3;
    }
    Optional<ZoneOffset> offset = Zones.parse((sign.equals("+") ? "+" : "-") + digits);
    offset.ifPresent(o -> parts.offset = o);
    zoned = zoned || offset.isPresent();
    return offset.isPresent() ? last : i;
  }

  private void takeWord(int i, String run) {
    String word = run.toLowerCase(Locale.ROOT);
    switch (word) {
      case "pm", "p", "م", "مساء", "مساءً", "오", "午" -> noon(i, word);
      case "am", "a", "ص", "صباحا", "صباحًا" -> forenoon = parts.hour >= 0;
      case "后", "後", "후", "晚" -> afternoon = true;
      case "年", "년" -> eastAsian = true;
      case "月" -> numeralMonth(i);
      default -> takeName(i, run);
    }
  }

  /** {@code 十二月}: where no digits say the month, one to three Chinese numerals do. */
  private void numeralMonth(int i) {
    int units = "一二三四五六七八九".indexOf(before(i, 1)) + 1;
    boolean ten = before(i, units > 0 ? 2 : 1).equals("十");
    if (parts.month < 0 && (units > 0 || ten) && !before(i, 1).isEmpty()) {
      parts.month = units + (ten ? 10 : 0);
    }
  }

  /** In Korean and Chinese the half of the day comes first, in two syllables. */
  private void noon(int i, String word) {
    boolean twoSyllables = word.equals("오") || word.equals("午");
    String next = at(i + 1);
    if (!twoSyllables) {
      afternoon = parts.hour >= 0;
    } else {
      forenoon = next.equals("前") || next.equals("전") || before(i, 1).equals("上");
      afternoon = afternoon || before(i, 1).equals("下");
    }
  }

  /**
   * The first name of a month counts; but where it stands before all numbers and another comes
   * later, it was a day of the week ({@code mar.} is a Tuesday in French, Spanish and Italian).
   */
  private void takeName(int i, String run) {
    boolean open = parts.month < 0 || (weekday && !numbers.isEmpty());
    Optional<Integer> month = open ? Months.parse(joined(i, run)) : Optional.empty();
    if (month.isPresent()) {
      weekday = parts.month < 0 && numbers.isEmpty();
      parts.month = month.get();
    } else if (parts.hour >= 0 && !zoned) {
      Optional<ZoneOffset> zone =
          Zones.parse(run).filter(z -> run.length() > 1 || run.equalsIgnoreCase("Z"));
      zone.ifPresent(z -> parts.offset = z);
      zoned = zone.isPresent();
    }
  }

  /** Levantine month names are two words. */
  private String joined(int i, String run) {
    boolean two = run.equals("تشرين") || run.equals("كانون");
    return two ? run + "_" + at(i + 1) : run;
  }

  /** Decides which of the numbers left are day, month and year. */
  private boolean day() {
    if (parts.month > 0) {
      return dayAndYear();
    }
    if (eastAsian && numbers.size() == 2 && widths.get(0) == 4) {
      return set(numbers.get(0), numbers.get(1), 1);
    }
    if (numbers.size() < 3 || (!eastAsian && parts.hour < 0 && !slashed && numbers.size() > 3)) {
      return false;
    }
    int first = numbers.get(0);
    int second = numbers.get(1);
    int third = numbers.get(2);
    if (widths.get(0) == 4) {
      return set(first, second, third);
    }
    if (dashed && widths.get(0) == 2 && widths.get(2) == 2) {
      return set(year(first, 2), second, third);
    }
    int year = year(third, widths.get(2));
    return slashed && first <= 12 && (second > 12)
        ? set(year, first, second)
        : set(year, second, first);
  }

  private boolean dayAndYear() {
    if (numbers.isEmpty()) {
      return false;
    }
    if (numbers.size() == 1) {
      return widths.get(0) == 4 && set(numbers.get(0), parts.month, 1);
    }
    int first = numbers.get(0);
    int second = numbers.get(1);
    boolean yearFirst = widths.get(0) == 4 || first > 31;
    return yearFirst
        ? set(year(first, widths.get(0)), parts.month, second)
        : set(year(second, widths.get(1)), parts.month, first);
  }

  private boolean set(int year, int month, int day) {
    parts.year = year;
    parts.month = month;
    parts.day = day;
    return true;
  }

  /** RFC 2822 §4.3: two digits below 50 are of this century; three digits count from 1900. */
  private static int year(int value, int width) {
    if (width == 2) {
      return value + (value < 70 ? 2000 : 1900);
    }
    return width == 3 ? value + 1900 : value;
  }

  private boolean isNumber(int i) {
    return i < runs.size() && Character.isDigit(runs.get(i).charAt(0)) && runs.get(i).length() <= 2;
  }

  private String before(int i, int steps) {
    return i >= steps ? runs.get(i - steps) : "";
  }

  private String at(int i) {
    return i < runs.size() ? runs.get(i) : "";
  }
}
