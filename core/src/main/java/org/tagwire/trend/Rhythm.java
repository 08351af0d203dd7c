package org.tagwire.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * How many articles appear in which hour of the day and on which day of the week, in all.
 *
 * <p>Idea: volume is a mean times a factor of the hour times a factor of the weekday, each drawn
 * towards 1 by little evidence; days fade with a half-life of {@value #HALF_LIFE_DAYS} days. Only
 * the time since the stream runs evenly is counted: a source that was added today announces some
 * articles of last month, and they must not make today look busy. Immutable.
 */
public final class Rhythm {
  /** How far back is looked. */
  public static final Duration LOOK_BACK = Duration.ofDays(28);

  /** With the last day, which is what is looked at, seven days; a shorter history tells nothing. */
  private static final Duration SHORTEST = Duration.ofDays(6);

  static final int HALF_LIFE_DAYS = 14;

  /** A day with less than this share of a usual day belongs to a time before the sources. */
  private static final double FULL_DAY = 0.3;

  /** As many usual hours are added to each hour of the day, and days to each weekday. */
  private static final double DRAWN = 2;

  private final long start;
  private final long end;
  private final double mean;
  private final double[] byHour = new double[Hours.IN_DAY];
  private final double[] byDay = new double[7];
  private final double[] weights;
  private final double[] seenOfWeek = new double[Hours.IN_WEEK];
  private final double[] seenOfDay = new double[Hours.IN_DAY];
  private final double exposure;

  private Rhythm(long start, long end, double[] volumes) {
    this.start = start;
    this.end = end;
    this.weights = weights((int) (end - start));
    double all = 0;
    double sum = 0;
    double[] hourSum = new double[Hours.IN_DAY];
    double[] hourWeight = new double[Hours.IN_DAY];
    double[] daySum = new double[7];
    double[] dayWeight = new double[7];
    for (long hour = start; hour < end; hour++) {
      double weight = weight(hour);
      double volume = weight * volumes[volumes.length - (int) (end - hour)];
      all += volume;
      sum += weight;
      hourSum[Hours.inDay(hour)] += volume;
      hourWeight[Hours.inDay(hour)] += weight;
      daySum[Hours.weekday(hour)] += volume;
      dayWeight[Hours.weekday(hour)] += weight;
      seenOfWeek[Hours.inWeek(hour)] += weight;
      seenOfDay[Hours.inDay(hour)] += weight;
    }
    mean = sum == 0 ? 0 : all / sum;
    fill(byHour, hourSum, hourWeight, DRAWN);
    fill(byDay, daySum, dayWeight, DRAWN * Hours.IN_DAY);
    exposure = exposure();
  }

  private double exposure() {
    double hours = 0;
    for (long hour = start; hour < end; hour++) {
      hours += weight(hour) * factor(hour);
    }
    return hours;
  }

  private static double[] weights(int hours) {
    double[] weights = new double[hours];
    for (int ago = 1; ago <= hours; ago++) {
      weights[hours - ago] = Math.pow(2, -(double) ago / (HALF_LIFE_DAYS * Hours.IN_DAY));
    }
    return weights;
  }

  private void fill(double[] factors, double[] sums, double[] weights, double drawn) {
    for (int i = 0; i < factors.length; i++) {
      factors[i] = mean == 0 ? 1 : (sums[i] / mean + drawn) / (weights[i] + drawn);
    }
  }

  /** Counts articles up to a time; for one thread. */
  public static final class Meter {
    private final long end;
    private final double[] volumes = new double[(int) LOOK_BACK.toHours()];

    /**
     * Counts for looks taken from {@code now} on for an hour: what is usual is told by what was
     * before the day that is looked at.
     */
    public Meter(Instant now) {
      end = Hours.of(now.minus(Trends.LONGEST));
    }

    /** Counts an article; one that is too old or too new counts nothing. */
    public void add(Instant order) {
      long at = volumes.length - (end - Hours.of(order));
      if (at >= 0 && at < volumes.length) {
        volumes[(int) at]++;
      }
    }

    /** Returns the rhythm of what was counted. */
    public Rhythm rhythm() {
      return new Rhythm(end - Hours.IN_DAY * evenDays(), end, volumes);
    }

    /** How many days before the end the stream has run evenly. */
    private int evenDays() {
      int days = volumes.length / Hours.IN_DAY;
      double[] perDay = new double[days];
      for (int i = 0; i < volumes.length; i++) {
        perDay[days - 1 - i / Hours.IN_DAY] += volumes[i];
      }
      int even = 0;
      while (even < days && perDay[even] > 0 && perDay[even] >= FULL_DAY * median(perDay, even)) {
        even++;
      }
      return even;
    }

    /** The median of the days up to and with {@code last}, counted backwards. */
    private static double median(double[] perDay, int last) {
      double[] sorted = Arrays.copyOf(perDay, last + 1);
      Arrays.sort(sorted);
      return sorted[sorted.length / 2];
    }
  }

  /** Returns the first time that counts. */
  public Instant start() {
    return Hours.begin(start);
  }

  /** Returns the time before which all counts. */
  public Instant end() {
    return Hours.begin(end);
  }

  /** Returns whether there is enough history to tell the usual from the unusual. */
  public boolean isSettled() {
    return end - start >= SHORTEST.toHours();
  }

  /** Returns how many articles are usual between two times. */
  public double usual(Instant from, Instant to) {
    return mean * usualHours(from, to);
  }

  /** Returns how many average hours the time between {@code from} and {@code to} is worth. */
  double usualHours(Instant from, Instant to) {
    double hours = 0;
    for (long hour = Hours.of(from); hour <= Hours.of(to); hour++) {
      hours += factor(hour) * Hours.part(hour, from, to);
    }
    return hours;
  }

  /** Returns how busy an hour usually is, 1 for an average one. */
  double factor(long hour) {
    return byHour[Hours.inDay(hour)] * byDay[Hours.weekday(hour)];
  }

  boolean counts(long hour) {
    return hour >= start && hour < end;
  }

  /** Returns how much an hour that counts still counts, 0 to 1. */
  double weight(long hour) {
    return weights[(int) (hour - start)];
  }

  /** Returns the faded number of average hours in all. */
  double averageHours() {
    return exposure;
  }

  /** Returns how many weeks with this hour have been seen, faded. */
  double weeksWith(int hourOfWeek) {
    return seenOfWeek[hourOfWeek];
  }

  /** Returns how many days with this hour have been seen, faded. */
  double daysWith(int hourOfDay) {
    return seenOfDay[hourOfDay];
  }
}
