package org.tagwire.hashtag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tagwire.hashtag.Spot.Sign;

/**
 * One thing a piece names, with all the spots that mean it. Built while one piece is read, by one
 * thread.
 */
final class Subject {
  private final List<Spot> spots = new ArrayList<>();
  private final Map<String, Integer> spellings = new HashMap<>();
  private final String key;
  private @Nullable String name;
  private boolean publisherTag;

  Subject(String key) {
    this.key = key;
  }

  static Subject ofPublisher(String name) {
    Subject subject = new Subject(Keys.of(name));
    subject.spellings.put(name, 1);
    subject.publisherTag = true;
    return subject;
  }

  /** Returns a subject with a name and no spots yet. */
  static Subject called(String name) {
    Subject subject = new Subject(Keys.of(name));
    subject.spellings.put(name, 1);
    return subject;
  }

  String key() {
    return key;
  }

  void add(Spot spot) {
    spots.add(spot);
    // a headline's capitals say nothing of how the name is written
    spellings.merge(spot.name(), spot.line().headline() ? 1 : 3, Integer::sum);
    name = null;
  }

  /** Takes over what {@code shorter} was said; the name stays this one's. */
  void absorb(Subject shorter) {
    spots.addAll(shorter.spots);
    publisherTag |= shorter.publisherTag;
  }

  /** Hands one spot over to {@code bearer}, whom it means. */
  void giveTo(Subject bearer, Spot spot) {
    spots.remove(spot);
    bearer.spots.add(spot);
  }

  /** Words of the language, no name. */
  boolean isCommon() {
    return !spots.isEmpty() && spots.stream().allMatch(s -> s.has(Sign.COMMON));
  }

  List<Spot> spots() {
    return spots;
  }

  boolean isPublisherTag() {
    return publisherTag;
  }

  void markPublisherTag() {
    publisherTag = true;
  }

  /**
   * Returns the spelling used most; of equals the one with the fewest capitals, then the first in
   * order.
   */
  String name() {
    String known = name;
    if (known == null) {
      known =
          spellings.entrySet().stream()
              .min(
                  Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                      .thenComparing(e -> e.getKey().chars().filter(Character::isUpperCase).count())
                      .thenComparing(Map.Entry::getKey))
              .map(Map.Entry::getKey)
              .orElse(key);
      name = known;
    }
    return known;
  }

  int words() {
    return 1 + (int) name().chars().filter(c -> c == ' ' || c == 0xA0).count();
  }

  boolean isFounded() {
    return publisherTag || spots.stream().anyMatch(s -> !s.has(Sign.WEAK));
  }

  long with(Sign sign) {
    return spots.stream().filter(s -> s.has(sign)).count();
  }

  boolean isInTitle() {
    return spots.stream().anyMatch(s -> s.line().isTitle());
  }

  boolean isInLead() {
    return spots.stream().anyMatch(s -> s.line().isLead());
  }

  int firstLine() {
    return spots.stream().mapToInt(s -> s.line().number()).min().orElse(Integer.MAX_VALUE);
  }

  /** Returns the number of the first line that names it at {@code line} or after. */
  int firstAfter(int line) {
    return spots.stream()
        .mapToInt(s -> s.line().number())
        .filter(n -> n >= line)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  /** Returns the numbers of the lines that name it, asides left out. */
  Set<Integer> numbers() {
    Set<Integer> numbers = new HashSet<>();
    spots.stream()
        .map(Spot::line)
        .filter(line -> !Asides.isAside(line))
        .forEach(line -> numbers.add(line.number()));
    return numbers;
  }

  /** Returns in how many sentences it is named. */
  int lines() {
    return numbers().size();
  }

  /** Whether it is also said shorter. */
  boolean isShortened() {
    return spots.stream().anyMatch(s -> s.words() < words());
  }
}
