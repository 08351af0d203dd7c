package org.tagwire.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tagwire.model.Refusal;
import org.tagwire.model.Refusal.Detail.Amount;
import org.tagwire.model.Refusal.Detail.Because;
import org.tagwire.model.Refusal.Detail.Text;
import org.tagwire.model.Refusal.Kind;
import org.tagwire.model.TagKey;
import org.tagwire.model.WatchedName;

/**
 * Reads a list of names to watch, a line each: {@code Shell | Royal Dutch Shell +oil,gas -beach}.
 *
 * <p>A line holds the spellings, with {@code |} or {@code =} between them, then what has to stand
 * in the same article ({@code +word}; {@code +one,other} for either), what must not ({@code
 * -word}), and {@code lang:ar}, {@code kind:organisation} or {@code case:exact}. Quotes keep words
 * together. What begins with {@code #} is a remark. A list with one wrong line is refused as a
 * whole, with everything that is wrong in it.
 */
public final class WatchList {
  /** The greatest number of names in one list. */
  public static final int MOST = 5_000;

  private WatchList() {}

  /** What a list says. */
  public sealed interface Reading {}

  /** The names, in the order of the lines. */
  public record Names(List<WatchedName> names) implements Reading {
    public Names {
      names = List.copyOf(names);
    }
  }

  /** What is wrong with it, in the order of the lines; at least one. */
  public record Refused(List<Mistake> mistakes) implements Reading {
    public Refused {
      mistakes = List.copyOf(mistakes);
    }
  }

  /**
   * One thing that is wrong.
   *
   * @param line its number, from 1
   * @param message what is wrong, with which value, and what to write instead
   * @param why the same for pages
   */
  public record Mistake(int line, String message, Refusal why) {
    /** Returns what is wrong with which line, for pages. */
    public Refusal refusal() {
      return Refusal.with(Kind.LINE, new Amount(line), new Because(why));
    }
  }

  /** Reads a list. */
  public static Reading read(String text) {
    List<WatchedName> names = new ArrayList<>();
    List<Mistake> mistakes = new ArrayList<>();
    Map<TagKey, Integer> lines = new HashMap<>();
    int number = 0;
    for (String line : text.replaceFirst("^\uFEFF", "").lines().toList()) {
      number++;
      switch (WatchLine.read(line)) {
        case WatchLine.Name(WatchedName name) -> {
          Integer first = lines.putIfAbsent(name.key(), number);
          if (first == null) {
            names.add(name);
          } else {
            mistakes.add(twice(number, name, first));
          }
        }
        case WatchLine.Wrong(Refusal why, String message) ->
            mistakes.add(new Mistake(number, message, why));
        case WatchLine.Remark remark -> {}
      }
    }
    if (names.size() > MOST) {
      mistakes.add(
          new Mistake(
              number,
              "these are " + names.size() + " names; at most " + MOST,
              Refusal.with(Kind.LIST_TOO_LONG, new Amount(names.size()), new Amount(MOST))));
    }
    return mistakes.isEmpty() ? new Names(names) : new Refused(mistakes);
  }

  private static Mistake twice(int number, WatchedName name, int line) {
    return new Mistake(
        number,
        "'"
            + name.name()
            + "' stands on line "
            + line
            + " already; put all spellings of a name on one line, with | between them",
        Refusal.with(Kind.NAME_TWICE, new Text(name.name()), new Amount(line)));
  }

  /** Writes a name as a line that {@link #read} reads. */
  public static String write(WatchedName name) {
    return WatchLine.write(name);
  }
}
