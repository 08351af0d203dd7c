package org.tagwire.server.out;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.tagwire.model.Card;
import org.tagwire.model.HashtagGrammar;
import org.tagwire.model.WatchedName;
import org.tagwire.store.WatchStore.Tally;

/** Writes the watched names and their numbers as comma-separated values (RFC 4180). */
public final class WatchTable {
  /** The media type, with its charset. */
  public static final String TYPE = "text/csv; charset=utf-8; header=present";

  private static final String NEW_LINE = "\r\n";

  private WatchTable() {}

  /** Writes one line for each name, below one that says what the columns are. */
  public static String of(List<Tally> names) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "name,hashtag,today,7 days,7 days before,change,publishers,last at,last title,last"
            + " publisher,last address");
    names.forEach(tally -> lines.add(line(tally)));
    return String.join(NEW_LINE, lines) + NEW_LINE;
  }

  private static String line(Tally tally) {
    WatchedName name = tally.name();
    List<String> cells =
        new ArrayList<>(
            List.of(
                safe(name.name()),
                HashtagGrammar.form(name.name()).orElse(name.key().value()),
                Integer.toString(tally.today()),
                Integer.toString(tally.week()),
                Integer.toString(tally.before()),
                Integer.toString(tally.week() - tally.before()),
                Integer.toString(tally.publishers())));
    cells.addAll(tally.findLast().map(WatchTable::last).orElse(List.of("", "", "", "")));
    return cells.stream().map(WatchTable::quoted).collect(Collectors.joining(","));
  }

  private static List<String> last(Card card) {
    return List.of(
        card.order().toString(), safe(card.headline()), safe(card.carrierName()), safe(card.url()));
  }

  /** A spreadsheet takes what begins so for a formula, and runs it. */
  private static String safe(String text) {
    return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
