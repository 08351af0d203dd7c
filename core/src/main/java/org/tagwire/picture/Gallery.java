package org.tagwire.picture;

import java.util.List;

/**
 * In which sizes pictures are shown.
 *
 * @param widths in pixels, ascending; the last is the one that is made of what a publisher sends
 * @param widestPassed how wide a WebP may be, which is shown in its own size
 * @param cacheBytes how much is kept in files
 */
public record Gallery(List<Integer> widths, int widestPassed, long cacheBytes) {
  /** The size of what passes unchanged in size. */
  static final int MOST_BYTES_PASSED = 1 << 20;

  public Gallery {
    widths = List.copyOf(widths);
    if (widths.isEmpty() || cacheBytes < 0) {
      throw new IllegalArgumentException(
          "a gallery has a width and a cache of 0 bytes or more, but these are "
              + widths
              + " and "
              + cacheBytes);
    }
  }

  /** Returns the sizes of a reader's own copy. */
  public static Gallery whole(long cacheBytes) {
    return new Gallery(List.of(160, 320, 640, 960), 2560, cacheBytes);
  }

  /** Returns the sizes of what anybody may see: thumbnails, 320 pixels wide at most. */
  public static Gallery thumbnails(long cacheBytes) {
    return new Gallery(List.of(160, 320), 320, cacheBytes);
  }

  int widest() {
    return widths.getLast();
  }
}
