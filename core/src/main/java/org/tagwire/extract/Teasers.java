package org.tagwire.extract;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.extract.BlockReader.Cut;

/**
 * Finds lists of teasers: neighbours of one make, each a linked headline with a line or two below.
 *
 * <p>A teaser's line reads like an article's, so mass alone would keep it; what gives it away is
 * that its brothers look the same.
 */
final class Teasers {
  /** More text of its own than this, and it is a part of the article with a linked heading. */
  private static final double LONGEST = 360;

  private static final int MOST_BLOCKS = 6;

  private Teasers() {}

  /** Marks the frames of all teasers as furniture. */
  static void mark(Cut cut) {
    for (Frame frame : cut.frames()) {
      if (frame.children.size() >= 2 && frame.last - frame.first >= 4) {
        markChildren(cut.blocks(), frame);
      }
    }
  }

  private static void markChildren(List<Block> blocks, Frame frame) {
    List<Frame> found = new ArrayList<>();
    List<Frame> others = new ArrayList<>();
    for (Frame child : frame.children) {
      if (isTeaser(blocks, child, LONGEST)) {
        found.add(child);
      } else if (child.last > child.first && child.furniture == null) {
        others.add(child);
      }
    }
    if (found.size() >= 2 && found.size() * 2 > others.size()) {
      others.stream()
          .filter(f -> isTeaser(blocks, f, Double.MAX_VALUE) && isOneOf(f, found))
          .forEach(f -> f.furniture = "teaser list");
      found.forEach(f -> f.furniture = "teaser list");
    }
  }

  /** Says whether a frame is made like at least two of these: then its length is chance. */
  private static boolean isOneOf(Frame frame, List<Frame> found) {
    return found.stream()
            .filter(f -> f.is(frame.element.normalName()))
            .filter(f -> f.element.className().equals(frame.element.className()))
            .limit(2)
            .count()
        == 2;
  }

  private static boolean isTeaser(List<Block> blocks, Frame frame, double longest) {
    int size = frame.last - frame.first;
    if (size < 1 || size > MOST_BLOCKS || frame.is("p") || frame.is("blockquote")) {
      return false;
    }
    boolean headline = false;
    double own = 0;
    for (int i = frame.first; i < frame.last; i++) {
      Block block = blocks.get(i);
      boolean linked = block.linkShare() > 0.8;
      headline |= linked && block.text().length() >= 15;
      own += linked ? 0 : block.shape().weight();
    }
    return headline && own <= longest;
  }
}
