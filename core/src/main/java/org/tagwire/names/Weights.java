package org.tagwire.names;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * The model: how much each clue speaks for each label, and how well labels follow each other.
 *
 * <p>Most of a sentence's time is spent looking clues up, and most of that waiting for memory. So a
 * clue and the place of its weights stand in one cell of an open table that is a third full at
 * most, and its weights lie together: labels and weights in single bytes, a weight in units of
 * {@code unit}. Immutable and safe for use by many threads.
 */
final class Weights {
  private final float unit;
  private final float[][] transitions = new float[Label.COUNT][Label.COUNT];

  /** By hash: the clue in the upper half, where its row begins in the lower; 0 is no clue. */
  private final long[] cells;

  /** Rows: how many labels, then each label and its weight. The first byte belongs to none. */
  private final byte[] rows;

  private Weights(DataInputStream in) throws IOException {
    unit = in.readFloat();
    for (float[] row : transitions) {
      for (int i = 0; i < row.length; i++) {
        row[i] = in.readFloat();
      }
    }
    int[] clues = HashIndex.readHashes(in);
    byte[] counts = in.readNBytes(clues.length);
    int entries = 0;
    for (byte count : counts) {
      entries += count;
    }
    byte[] labels = in.readNBytes(entries);
    byte[] weights = in.readNBytes(entries);
    cells = new long[Integer.highestOneBit(Math.max(1, clues.length)) << 2];
    rows = new byte[1 + clues.length + 2 * entries];
    fill(clues, counts, labels, weights);
  }

  private void fill(int[] clues, byte[] counts, byte[] labels, byte[] weights) {
    int entry = 0;
    int at = 1;
    for (int i = 0; i < clues.length; i++) {
      int cell = cellOf(clues[i]);
      while (cells[cell] != 0) {
        cell = next(cell);
      }
      cells[cell] = (long) clues[i] << 32 | at;
      rows[at++] = counts[i];
      for (int end = entry + counts[i]; entry < end; entry++) {
        rows[at++] = labels[entry];
        rows[at++] = weights[entry];
      }
    }
  }

  static Weights load() {
    return Resource.read("model.bin.gz", Weights::new);
  }

  static Weights read(DataInputStream in) throws IOException {
    return new Weights(in);
  }

  private int cellOf(int clue) {
    return clue & (cells.length - 1);
  }

  private int next(int cell) {
    return (cell + 1) & (cells.length - 1);
  }

  /** Returns what the clues together give to each label. */
  float[] scores(int[] clues) {
    int[] sums = new int[Label.COUNT];
    for (int clue : clues) {
      int row = row(clue);
      for (int i = row + 1, end = row + 2 * rows[row]; i <= end; i += 2) {
        sums[rows[i]] += rows[i + 1];
      }
    }
    float[] scores = new float[Label.COUNT];
    for (int label = 0; label < scores.length; label++) {
      scores[label] = sums[label] * unit;
    }
    return scores;
  }

  /** Returns where the row of {@code clue} begins; 0, an empty row, when it has none. */
  private int row(int clue) {
    int cell = cellOf(clue);
    while (cells[cell] != 0) {
      if ((int) (cells[cell] >>> 32) == clue) {
        return (int) cells[cell];
      }
      cell = next(cell);
    }
    return 0;
  }

  /** Returns how well each label follows each; rows by the label before. Not to be changed. */
  float[][] transitions() {
    return transitions;
  }
}
