package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tagwire.hashtag.Spot.Sign;
import org.tagwire.names.Lexicon;

/** Asks the spotters that suit the writing of a piece for the names in it. */
final class Spotting {
  private static final int WHOLE = Lexicon.ORGANISATION | Lexicon.PLACE | Lexicon.EVENT;

  private Spotting() {}

  /** Returns the spots in {@code lines}, in no promised order. */
  static List<Spot> spot(Reader reader, List<Line> lines) {
    return isCased(lines) ? cased(reader, lines) : UncasedSpotter.spot(reader, lines);
  }

  private static List<Spot> cased(Reader reader, List<Line> lines) {
    if (reader.nounsAreCapitalised()) {
      return capitalNouns(reader, lines);
    }
    List<Spot> named = reader.isTaggable() ? NamedSpotter.spot(reader, lines) : List.of();
    List<Spot> ruled = new ArrayList<>();
    for (Line line : lines) {
      if (!line.headline()) {
        ruled.addAll(CasedSpotter.spot(reader, line));
        ruled.addAll(QuoteSpotter.spot(reader, line, true));
      }
    }
    List<Spot> spots = reader.isTaggable() ? united(reader, named, ruled) : ruled;
    Set<String> body =
        spots.stream()
            .filter(s -> !s.line().headline())
            .map(s -> Keys.of(s.name()))
            .collect(Collectors.toSet());
    for (Line line : lines) {
      if (line.headline()) {
        spots = inHeadline(spots, HeadlineSpotter.spot(reader, line, body), body);
      }
    }
    spots.addAll(topics(reader, lines, spots));
    return spots;
  }

  private static List<Spot> capitalNouns(Reader reader, List<Line> lines) {
    List<Spot> spots = new ArrayList<>(GermanSpotter.spot(reader, lines));
    lines.forEach(line -> spots.addAll(QuoteSpotter.spot(reader, line, true)));
    spots.addAll(topics(reader, lines, spots));
    return spots;
  }

  /**
   * The tagger's names, and of the others those that it has nothing against: whole names that are
   * known, and what it names elsewhere.
   */
  private static List<Spot> united(Reader reader, List<Spot> named, List<Spot> ruled) {
    Set<String> keys = named.stream().map(s -> Keys.of(s.name())).collect(Collectors.toSet());
    Taken taken = new Taken(named);
    Set<String> repeated = repeated(ruled);
    List<Spot> known = new ArrayList<>();
    List<Spot> weak = new ArrayList<>();
    for (Spot spot : ruled) {
      boolean quoted = spot.has(Sign.QUOTED);
      boolean whole = quoted || (spot.words() > 2 && reader.is(spot.name(), WHOLE));
      boolean confirmed =
          keys.contains(Keys.of(spot.name())) || reader.isRemembered(Keys.of(spot.name()));
      if (whole && !taken.isCrossed(spot)) {
        known.add(spot);
      } else if (taken.isFree(spot)) {
        boolean sure =
            confirmed
                || repeated.contains(Keys.of(spot.name()))
                || reader.findLongForm(spot.name()).isPresent()
                || (spot.words() > 1 && reader.is(spot.name(), WHOLE));
        weak.add(sure ? spot : spot.with(Sign.WEAK));
      }
    }
    Taken whole = new Taken(known);
    List<Spot> spots = new ArrayList<>(known);
    named.stream().filter(s -> whole.isFree(s) || whole.isCrossed(s)).forEach(spots::add);
    weak.stream().filter(whole::isFree).forEach(spots::add);
    return spots;
  }

  /** Several capitalised words that stand together inside sentences more than once are a name. */
  private static Set<String> repeated(List<Spot> ruled) {
    Set<String> once = new HashSet<>();
    return ruled.stream()
        .filter(s -> s.words() > 1 && !s.has(Sign.INITIAL) && !s.has(Sign.QUOTED))
        .map(s -> Keys.of(s.name()))
        .filter(key -> !once.add(key))
        .collect(Collectors.toSet());
  }

  /** In a headline a name that the text has, too, goes before what only looks like one. */
  private static List<Spot> inHeadline(List<Spot> spots, List<Spot> found, Set<String> body) {
    List<Spot> sure = found.stream().filter(s -> body.contains(Keys.of(s.name()))).toList();
    Taken first = new Taken(sure);
    List<Spot> all = new ArrayList<>(sure);
    spots.stream().filter(first::isFree).forEach(all::add);
    Taken taken = new Taken(all);
    found.stream().filter(taken::isFree).forEach(all::add);
    return all;
  }

  /** Which tokens spots have taken. */
  private static final class Taken {
    private final Map<Integer, List<Spot>> byLine = new HashMap<>();

    Taken(List<Spot> spots) {
      spots.forEach(s -> byLine.computeIfAbsent(s.line().number(), n -> new ArrayList<>()).add(s));
    }

    boolean isFree(Spot spot) {
      return of(spot).noneMatch(t -> t.from() < spot.to() && spot.from() < t.to());
    }

    /** One that overlaps it and goes beyond it. */
    boolean isCrossed(Spot spot) {
      return of(spot)
          .anyMatch(
              t ->
                  t.from() < spot.to()
                      && spot.from() < t.to()
                      && (t.from() < spot.from() || t.to() > spot.to()));
    }

    private Stream<Spot> of(Spot spot) {
      return byLine.getOrDefault(spot.line().number(), List.of()).stream();
    }
  }

  /** Topics stand where no name of several words does. */
  private static List<Spot> topics(Reader reader, List<Line> lines, List<Spot> names) {
    Taken taken = new Taken(names.stream().filter(s -> s.words() > 1).toList());
    return lines.stream()
        .flatMap(line -> reader.topics(line).stream())
        .filter(taken::isFree)
        .toList();
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
