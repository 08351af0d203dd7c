package org.tagwire.trend;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tagwire.model.Coverage;

/**
 * How much is usually written about one tag in which hour of the week.
 *
 * <p>A tag with little past follows the rhythm of the stream; one that is written about every
 * morning has a day of its own, one that is written about every Saturday at five a week of its own,
 * each as far as the days and weeks seen bear it out. Counted are origins in an hour, each once.
 * Immutable.
 */
public final class Habit {
  /**
   * Half a sighting is added to each past (Jeffreys): most names are rare, and no rarity is nil.
   */
  private static final double UNSEEN = 0.5;

  /**
   * As many sightings as usual are added to those of an hour, so that few do not count for much.
   */
  private static final double ADDED = 2;

  private final Rhythm rhythm;
  private final double[] ofDay = new double[Hours.IN_DAY];
  private final double[] ofWeek = new double[Hours.IN_WEEK];
  private final double seen;
  private final double rate;

  private Habit(Rhythm rhythm, Set<Long> hours) {
    this.rhythm = rhythm;
    double sum = 0;
    for (long packed : hours) {
      long hour = packed >> 32;
      double weight = rhythm.weight(hour);
      sum += weight;
      spread(ofDay, Hours.inDay(hour), weight);
      spread(ofWeek, Hours.inWeek(hour), weight);
    }
    seen = sum;
    rate = (sum + UNSEEN) / (rhythm.averageHours() + 1);
  }

  /** What comes back at an hour comes a little earlier or later too. */
  private static void spread(double[] hours, int hour, double weight) {
    hours[hour] += 0.7 * weight;
    hours[(hour + 1) % hours.length] += 0.15 * weight;
    hours[(hour + hours.length - 1) % hours.length] += 0.15 * weight;
  }

  /** Returns the habit of the tag that {@code past} is about. */
  public static Habit of(List<Coverage> past, Rhythm rhythm) {
    Set<Long> hours = new HashSet<>();
    for (Coverage one : past) {
      long hour = Hours.of(one.order());
      if (rhythm.counts(hour)) {
        hours.add(hour << 32 | (one.origin() & 0xFFFF_FFFFL));
      }
    }
    return new Habit(rhythm, hours);
  }

  /** Returns how many origins an hour, summed over the hours, are usual between two times. */
  double usual(Instant from, Instant to) {
    double sum = 0;
    for (long hour = Hours.of(from); hour <= Hours.of(to); hour++) {
      sum += usual(hour) * Hours.part(hour, from, to);
    }
    return sum;
  }

  private double usual(long hour) {
    int day = Hours.inDay(hour);
    int week = Hours.inWeek(hour);
    double daily = drawn(rate * rhythm.factor(hour), ofDay[day], rhythm.daysWith(day));
    return drawn(daily, ofWeek[week], rhythm.weeksWith(week));
  }

  /** The mean of a gamma posterior: what was seen at this hour, drawn towards what is expected. */
  private static double drawn(double expected, double seen, double times) {
    return (ADDED + seen) / (ADDED / expected + times);
  }

  /** Returns the faded number of sightings that this habit rests on. */
  double seen() {
    return seen;
  }
}
