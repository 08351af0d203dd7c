package org.tagwire.server.page;

import java.util.List;

/**
 * Numbers as bars beside each other, drawn as one SVG path. Pure; the first number stands first
 * where the page begins in the left, and a style sheet may turn it round.
 *
 * @param path the data of the path
 * @param width of the drawing, in its own units
 * @param height of the drawing, in its own units
 * @param peak the greatest number, 0 for none
 * @param total all together
 */
public record Sparkline(String path, int width, int height, int peak, int total) {
  private static final int STEP = 10;
  private static final int GAP = 2;

  /**
   * Draws numbers; what is not zero is never less than one unit high.
   *
   * @param counts none is negative
   * @param height how high the greatest stands
   */
  public static Sparkline of(List<Integer> counts, int height) {
    int peak = counts.stream().mapToInt(Integer::intValue).max().orElse(0);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < counts.size(); i++) {
      int count = counts.get(i);
      if (count < 0) {
        throw new IllegalArgumentException("a bar cannot stand for " + count);
      }
      if (count > 0) {
        long high = Math.max(1, Math.round((double) height * count / peak));
        path.append('M').append(STEP * i).append(' ').append(height);
        path.append('v').append(-high).append('h').append(STEP - GAP);
        path.append('v').append(high).append('z');
      }
    }
    int total = counts.stream().mapToInt(Integer::intValue).sum();
    return new Sparkline(path.toString(), STEP * counts.size(), height, peak, total);
  }

  /** Returns the SVG {@code viewBox}. */
  public String box() {
    return "0 0 " + width + " " + height;
  }
}
