package org.tagwire.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a benchmark has found.
 *
 * @param title what was measured
 * @param headings one for each column
 * @param rows the figures, as text
 * @param notes what a reader must know beside them
 */
record Table(String title, List<String> headings, List<List<String>> rows, List<String> notes) {
  Table {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
    notes = List.copyOf(notes);
  }

  /** Returns a table that says why there is none. */
  static Table skipped(String title, String why) {
    return new Table(title, List.of(), List.of(), List.of("SKIPPED: " + why));
  }

  /** Begins a table. */
  static Draft of(String title, String... headings) {
    return new Draft(title, List.of(headings));
  }

  /** Writes a number with {@code digits} after the point. */
  static String figure(double value, int digits) {
    return String.format(Locale.ROOT, "%,." + digits + "f", value);
  }

  /** Returns it for a terminal. */
  String plain() {
    StringBuilder text = new StringBuilder(title).append('\n');
    List<List<String>> lines = new ArrayList<>();
    lines.add(headings);
    lines.addAll(rows);
    for (List<String> line : headings.isEmpty() ? List.<List<String>>of() : lines) {
      text.append(' ');
      for (int i = 0; i < line.size(); i++) {
        text.append(' ').append(padded(line.get(i), width(lines, i), i == 0)).append(' ');
      }
      text.append('\n');
    }
    notes.forEach(note -> text.append("  ").append(note).append('\n'));
    return text.toString();
  }

  /** Returns it for {@code docs/benchmarks.md}. */
  String markdown() {
    StringBuilder text = new StringBuilder("### ").append(title).append("\n\n");
    if (!headings.isEmpty()) {
      text.append("| ").append(String.join(" | ", headings)).append(" |\n|");
      for (int i = 0; i < headings.size(); i++) {
        text.append(i == 0 ? "---|" : "--:|");
      }
      text.append('\n');
      rows.forEach(row -> text.append("| ").append(String.join(" | ", row)).append(" |\n"));
      text.append('\n');
    }
    notes.forEach(note -> text.append("- ").append(note).append('\n'));
    return text.append(notes.isEmpty() ? "" : "\n").toString();
  }

  private static int width(List<List<String>> lines, int column) {
    return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
  }

  private static String padded(String text, int width, boolean left) {
    String space = " ".repeat(width - text.length());
    return left ? text + space : space + text;
  }

  /** A table in the making. */
  static final class Draft {
    private final String title;
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    private Draft(String title, List<String> headings) {
      this.title = title;
      this.headings = headings;
    }

    Draft row(String... cells) {
      if (cells.length != headings.size()) {
        throw new IllegalArgumentException(
            title + " has " + headings.size() + " columns, but a row has " + cells.length);
      }
      rows.add(List.of(cells));
      return this;
    }

    Draft note(String text) {
      notes.add(text);
      return this;
    }

    Table done() {
      return new Table(title, headings, rows, notes);
    }
  }
}
