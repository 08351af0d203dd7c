package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the spotters that suit the writing of a piece for the names in it. */
final class Spotting {
  private Spotting() {}

  /** Returns the spots in {@code lines}, in no promised order. */
  static List<Spot> spot(Reader reader, List<Line> lines) {
    return isCased(lines) ? cased(reader, lines) : UncasedSpotter.spot(reader, lines);
  }

  private static List<Spot> cased(Reader reader, List<Line> lines) {
    List<Spot> spots = new ArrayList<>();
    if (reader.nounsAreCapitalised()) {
      spots.addAll(GermanSpotter.spot(reader, lines));
      lines.forEach(line -> spots.addAll(QuoteSpotter.spot(reader, line, true)));
      spots.addAll(topics(reader, lines, spots));
      return spots;
    }
    for (Line line : lines) {
      if (!line.headline()) {
        spots.addAll(CasedSpotter.spot(reader, line));
        spots.addAll(QuoteSpotter.spot(reader, line, true));
      }
    }
    Set<String> body = spots.stream().map(s -> Keys.of(s.name())).collect(Collectors.toSet());
    for (Line line : lines) {
      if (line.headline()) {
        spots.addAll(HeadlineSpotter.spot(reader, line, body));
      }
    }
    spots.addAll(topics(reader, lines, spots));
    return spots;
  }

  /** Topics stand where no name of several words does. */
  private static List<Spot> topics(Reader reader, List<Line> lines, List<Spot> names) {
    Map<Integer, BitSet> taken = new HashMap<>();
    for (Spot name : names) {
      if (name.words() > 1) {
        taken
            .computeIfAbsent(name.line().number(), n -> new BitSet())
            .set(name.from(), name.to());
      }
    }
    List<Spot> free = new ArrayList<>();
    for (Line line : lines) {
      BitSet of = taken.getOrDefault(line.number(), new BitSet());
      for (Spot topic : reader.topics(line)) {
        if (of.get(topic.from(), topic.to()).isEmpty()) {
          free.add(topic);
        }
      }
    }
    return free;
  }

  private static boolean isCased(List<Line> lines) {
    int cased = 0;
    int letters = 0;
    for (Line line : lines.subList(0, Math.min(lines.size(), 10))) {
      letters += (int) line.text().codePoints().filter(Character::isLetter).count();
      cased +=
          (int)
              line.text()
                  .codePoints()
                  .filter(c -> Character.isLowerCase(c) || Character.isUpperCase(c))
                  .count();
    }
    return 2 * cased >= letters;
  }
}
