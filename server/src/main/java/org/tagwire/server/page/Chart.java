package org.tagwire.server.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.tagwire.server.words.Words;

/**
 * Articles per day as a drawing, a sentence and a table. Immutable.
 *
 * @param heading what it is called
 * @param bars the drawing
 * @param summary what it shows, for who does not see it
 * @param first the first day
 * @param last the last day
 * @param rows the days and how many articles each has, the latest first
 */
public record Chart(
    String heading,
    Sparkline bars,
    String summary,
    String first,
    String last,
    List<Row> rows) {
  private static final int DAYS = 30;
  private static final int HEIGHT = 60;

  public Chart {
    rows = List.copyOf(rows);
  }

  /**
   * A day.
   *
   * @param day which
   * @param number how many articles it has
   */
  public record Row(String day, String number) {}

  /** Returns the bounds of the last thirty days, today included, as a zone has them. */
  public static List<Instant> days(Instant now, ZoneId zone) {
    LocalDate today = now.atZone(zone).toLocalDate();
    List<Instant> bounds = new ArrayList<>(DAYS + 1);
    for (int ago = DAYS - 1; ago >= -1; ago--) {
      bounds.add(today.minusDays(ago).atStartOfDay(zone).toInstant());
    }
    return bounds;
  }

  /**
   * Draws articles per day.
   *
   * @param bounds where the days begin, and where the last ends
   * @param counts how many articles each has
   * @param span how long all of them are, in words
   */
  public static Chart of(
      List<Instant> bounds, List<Integer> counts, String span, Words words) {
    Sparkline bars = Sparkline.of(counts, HEIGHT);
    List<Row> rows = new ArrayList<>(counts.size());
    for (int i = counts.size() - 1; i >= 0; i--) {
      String day = words.ages().date(bounds.get(i));
      rows.add(new Row(day, words.measures().number(counts.get(i))));
    }
    String peak = rows.get(counts.size() - 1 - counts.lastIndexOf(bars.peak())).day();
    return new Chart(
        words.phrase("lists.volume").with(span),
        bars,
        words.count("articles", bars.total())
            + words.phrase("trend.within").with(span)
            + words.phrase("lists.peak").with(peak),
        rows.getLast().day(),
        rows.getFirst().day(),
        rows);
  }
}
