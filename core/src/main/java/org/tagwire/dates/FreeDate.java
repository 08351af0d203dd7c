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
  private boolean eastAsian;

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
    return i;
  }

  private int takeNumber(int i, String run) {
    if (run.length() > 8) {
      return i;
    }
    boolean clock =
        at(i + 1).equals(":")
            || at(i + 1).equals("時")
            || at(i + 1).equals("时")
            || at(i + 1).equals("시");
    if (clock && parts.hour < 0 && run.length() <= 2) {
      parts.hour = Integer.parseInt(run);
      int last = i + 1;
      if (isNumber(i + 2)) {
        parts.minute = Integer.parseInt(runs.get(i + 2));
        last = i + 2;
        boolean more = at(i + 3).equals(":") || at(i + 3).equals("分") || at(i + 3).equals("분");
        if (more && isNumber(i + 4)) {
          parts.second = Integer.parseInt(runs.get(i + 4));
          last = at(i + 5).equals(".") && isNumber(i + 6) ? i + 6 : i + 4;
        }
      } else {
        parts.minute = 0;
      }
      return last;
    }
    numbers.add(Integer.parseInt(run));
    widths.add(run.length());
    return i;
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
    return offset.isPresent() ? last : i;
  }

  private void takeWord(int i, String run) {
    String word = run.toLowerCase(Locale.ROOT);
    switch (word) {
      case "pm", "p", "오", "午" -> noon(i, word);
      case "am", "a" -> forenoon = parts.hour >= 0;
      case "后", "後", "후" -> afternoon = true;
      case "年", "년" -> eastAsian = true;
      default -> takeName(i, run);
    }
  }

  /** In Korean and Chinese the half of the day comes first, in two syllables. */
  private void noon(int i, String word) {
    boolean twoSyllables = word.equals("오") || word.equals("午");
    String next = at(i + 1);
    if (!twoSyllables) {
      afternoon = parts.hour >= 0;
    } else {
      forenoon = next.equals("前") || next.equals("전");
    }
  }

  private void takeName(int i, String run) {
    Optional<Integer> month = parts.month < 0 ? Months.parse(joined(i, run)) : Optional.empty();
    if (month.isPresent()) {
      parts.month = month.get();
    } else if (parts.hour >= 0) {
      Zones.parse(run)
          .filter(z -> run.length() > 1 || run.equals("Z"))
          .ifPresent(z -> parts.offset = z);
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
    if (numbers.size() < 3 || (!eastAsian && parts.hour < 0 && !slashed && numbers.size() > 3)) {
      return false;
    }
    int first = numbers.get(0);
    int second = numbers.get(1);
    int third = numbers.get(2);
    if (widths.get(0) == 4) {
      return set(first, second, third);
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

  private String at(int i) {
    return i < runs.size() ? runs.get(i) : "";
  }
}
