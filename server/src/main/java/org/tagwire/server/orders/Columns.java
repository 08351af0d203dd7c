package org.tagwire.server.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tagwire.server.control.Report;

/** A table for a terminal: columns as wide as what stands in them, the last one as it comes. */
final class Columns {
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

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - length(cell));
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
