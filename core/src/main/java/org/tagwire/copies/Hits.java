package org.tagwire.copies;

import java.util.Arrays;

/** Counts how often each text was met. For one thread; made once and cleared for each question. */
final class Hits {
  private int[] counts = new int[256];
  private int[] met = new int[256];
  private int size;

  /** Forgets all, with room for so many texts. */
  void clear(int texts) {
    for (int i = 0; i < size; i++) {
      counts[met[i]] = 0;
    }
    size = 0;
    if (counts.length < texts) {
      counts = new int[2 * texts];
      met = new int[2 * texts];
    }
  }

  void add(int text) {
    if (counts[text]++ == 0) {
      met[size++] = text;
    }
  }

  int count(int text) {
    return counts[text];
  }

  /** Returns the texts that were met twice at least, the most frequent of them, most first. */
  int[] most(int limit) {
    long[] ranked = new long[size];
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int count = counts[met[i]];
      if (count > 1) {
        ranked[kept++] = (long) -count << Integer.SIZE | met[i];
      }
    }
    Arrays.sort(ranked, 0, kept);
    return Arrays.stream(ranked).limit(Math.min(limit, kept)).mapToInt(r -> (int) r).toArray();
  }
}
