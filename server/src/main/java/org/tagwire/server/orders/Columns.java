package org.tagwire.server.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tagwire.server.control.Report;

/** A table for a terminal: columns as wide as what stands in them, the last one as it comes. */
final class Columns {
  private static final Pattern FOREIGN =
      Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");

  private final List<List<String>> rows = new ArrayList<>();

  Columns(String... heads) {
    rows.add(List.of(heads));
  }

  void row(String... cells) {
    rows.add(List.of(cells));
  }

  void print(Report report) {
    int last = rows.getFirst().size() - 1;
    int[] widths = new int[last];
    for (List<String> row : rows) {
      for (int i = 0; i < last; i++) {
        widths[i] = Math.max(widths[i], length(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      String line =
          java.util.stream.IntStream.rangeClosed(0, last)
              .mapToObj(i -> i == last ? row.get(i) : padded(row.get(i), widths[i]))
              .collect(Collectors.joining("  "));
      report.line(line.stripTrailing());
    }
  }

  /**
   * Returns foreign text as one line of at most {@code width} code points, without what would steer
   * a terminal or turn its writing around.
   */
  static String fitted(String text, int width) {
    String line = FOREIGN.matcher(text).replaceAll(" ");
    return length(line) <= width
        ? line
        : line.substring(0, line.offsetByCodePoints(0, width - 1)) + "…";
  }

  static String padded(String cell, int width) {
    return cell + " ".repeat(Math.max(0, width - length(cell)));
  }

  static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
