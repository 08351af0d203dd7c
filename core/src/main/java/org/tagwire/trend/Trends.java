package org.tagwire.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tagwire.model.Coverage;
import org.tagwire.model.TagKey;

/**
 * What was written in the last day, and which of its tags trend.
 *
 * <p>A tag trends when some window up to now holds at least {@value #FEWEST} origins, at least
 * twice what is usual, and more than chance brings once in three days: the bar rises with the
 * number of tags that are looked at. When the whole stream is busier than usual, so is every tag
 * expected to be. A long window counts less than a short one, so that a trend fades. Built from
 * coverage in any order; for one thread.
 */
public final class Trends {
  /** Nobody makes a trend alone, nor do two. */
  public static final int FEWEST = 3;

  /** The longest window: what is older need not be added. */
  public static final Duration LONGEST = Duration.ofDays(1);

  private static final double LIFT = 2;

  /**
   * Independent looks a day, each of which may err on each tag, over errors a day that are borne.
   */
  private static final double LOOKS_PER_ERROR = 60 / 0.3;

  private static final int LEAST_TAGS = 100;

  private enum Window {
    HALF_HOUR(30, 1),
    HOUR(60, 1),
    THREE_HOURS(180, 0.9),
    HALF_DAY(720, 0.75),
    DAY(1440, 0.6);

    private final Duration length;
    private final double worth;

    Window(int minutes, double worth) {
      this.length = Duration.ofMinutes(minutes);
      this.worth = worth;
    }
  }

  private final Rhythm rhythm;
  private final Instant now;
  private final Map<TagKey, List<Coverage>> byTag = new HashMap<>();
  private final List<Instant> orders = new ArrayList<>();

  public Trends(Rhythm rhythm, Instant now) {
    this.rhythm = rhythm;
    this.now = now;
  }

  /** Adds an article; one of the future or before {@link #LONGEST} counts nothing. */
  public void add(Coverage coverage) {
    if (!coverage.order().isAfter(now) && coverage.order().isAfter(now.minus(LONGEST))) {
      orders.add(coverage.order());
      coverage.about().forEach(t -> byTag.computeIfAbsent(t, k -> new ArrayList<>()).add(coverage));
    }
  }

  /** Returns the tags that enough origins wrote about to look at their habits. */
  public List<TagKey> candidates() {
    return byTag.entrySet().stream()
        .filter(e -> origins(e.getValue(), now.minus(LONGEST)) >= FEWEST)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** Takes back what was said of a tag in articles that must not make it trend. */
  public void withdraw(TagKey tag, List<Coverage> from) {
    Set<List<Object>> gone = new HashSet<>();
    from.forEach(c -> gone.add(List.of(c.order(), c.origin())));
    List<Coverage> all = byTag.getOrDefault(tag, List.of());
    byTag.put(
        tag, all.stream().filter(c -> !gone.contains(List.of(c.order(), c.origin()))).toList());
  }

  /** Returns the tags that trend, most surprising first. */
  public List<Trend> rank(Function<TagKey, Habit> habits) {
    if (!rhythm.isSettled()) {
      return List.of();
    }
    Map<Window, Double> busyness = new EnumMap<>(Window.class);
    for (Window window : Window.values()) {
      busyness.put(window, busyness(now.minus(window.length)));
    }
    double bar = Math.log10(Math.max(LEAST_TAGS, byTag.size()) * LOOKS_PER_ERROR);
    return candidates().stream()
        .flatMap(tag -> look(tag, habits.apply(tag), busyness, bar).stream())
        .sorted(Comparator.comparingDouble(Ranked::rank).reversed().thenComparing(Ranked::tag))
        .map(Ranked::trend)
        .toList();
  }

  private record Ranked(Trend trend, double rank) {
    TagKey tag() {
      return trend.tag();
    }
  }

  private Optional<Ranked> look(TagKey tag, Habit habit, Map<Window, Double> busyness, double bar) {
    List<Coverage> recent = byTag.getOrDefault(tag, List.of());
    Ranked best = null;
    for (Map.Entry<Window, Double> busy : busyness.entrySet()) {
      Window window = busy.getKey();
      double usual = usual(habit, window) * busy.getValue();
      Trend trend = measure(tag, recent, window.length, new Usual(usual, habit.seen()));
      double rank = trend.surprise() * window.worth;
      boolean trends =
          trend.origins() >= FEWEST
              && trend.counted() >= LIFT * trend.usual()
              && trend.surprise() >= bar;
      if (trends && (best == null || rank > best.rank)) {
        best = new Ranked(trend, rank);
      }
    }
    return Optional.ofNullable(best);
  }

  /** Within an hour news comes in clusters: half of one may well hold three quarters of it. */
  private double usual(Habit habit, Window window) {
    return window == Window.HALF_HOUR
        ? 0.75 * habit.usual(now.minus(Window.HOUR.length), now)
        : habit.usual(now.minus(window.length), now);
  }

  /** What is usual, and on how many sightings that rests. */
  private record Usual(double mean, double seen) {}

  private Trend measure(TagKey tag, List<Coverage> recent, Duration window, Usual usual) {
    Instant since = now.minus(window);
    Set<Long> hours = new HashSet<>();
    for (Coverage one : recent) {
      if (one.order().isAfter(since)) {
        hours.add(Hours.of(one.order()) << 32 | (one.origin() & 0xFFFF_FFFFL));
      }
    }
    double surprise = Surprise.of(hours.size(), usual.mean, usual.seen);
    return new Trend(tag, origins(recent, since), usual.mean, hours.size(), window, surprise);
  }

  /** How much busier than usual the whole stream is; never below 1. */
  private double busyness(Instant since) {
    long all = orders.stream().filter(order -> order.isAfter(since)).count();
    return Math.max(1, (all + 10) / (rhythm.usual(since, now) + 10));
  }

  private static int origins(List<Coverage> recent, Instant since) {
    return (int)
        recent.stream()
            .filter(c -> c.order().isAfter(since))
            .mapToInt(Coverage::origin)
            .distinct()
            .count();
  }
}
