package org.tagwire.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tagwire.feed.Repair.Kind;

/** What had to be mended, as it comes to light. One document each. */
final class Repairs {
  private static final int LONGEST = 60;

  private final Map<Kind, Repair> found = new EnumMap<>(Kind.class);

  /** Notes a repair; of each kind the first is kept. */
  void add(Kind kind, String sentence) {
    found.putIfAbsent(kind, new Repair(kind, sentence));
  }

  /** Notes how many of how many are so, if any. */
  void count(Kind kind, int some, int all, String what) {
    if (some > 0) {
      add(kind, some + " of " + all + " " + what);
    }
  }

  /** Returns what is noted so far, to be added to apart from this. */
  Repairs copy() {
    Repairs copy = new Repairs();
    copy.found.putAll(found);
    return copy;
  }

  List<Repair> list() {
    return new ArrayList<>(found.values());
  }

  /** Returns a piece of the document fit for a sentence: short and on one line. */
  static String quoted(String text) {
    String line = text.replaceAll("[\\p{Cntrl};]", " ").strip();
    return "'" + (line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line) + "'";
  }
}
