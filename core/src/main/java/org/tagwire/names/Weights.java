package org.tagwire.names;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * The model: how much each clue speaks for each label, and how well labels follow each other.
 *
 * <p>Packed as it is kept: the clues as a {@link HashIndex}; for each, labels and weights in single
 * bytes, a weight in units of {@code unit}. Immutable and safe for use by many threads.
 */
final class Weights {
  private final HashIndex index;
  private final int[] starts;
  private final byte[] labels;
  private final byte[] weights;
  private final float unit;
  private final float[][] transitions;

  private Weights(DataInputStream in) throws IOException {
    unit = in.readFloat();
    transitions = new float[Label.COUNT][Label.COUNT];
    for (float[] row : transitions) {
      for (int i = 0; i < row.length; i++) {
        row[i] = in.readFloat();
      }
    }
    index = HashIndex.read(in);
    starts = new int[index.size() + 1];
    for (int i = 0; i < index.size(); i++) {
      starts[i + 1] = starts[i] + in.readUnsignedByte();
    }
    labels = in.readNBytes(starts[index.size()]);
    weights = in.readNBytes(starts[index.size()]);
  }

  static Weights load() {
    return Resource.read("model.bin.gz", Weights::new);
  }

  static Weights read(DataInputStream in) throws IOException {
    return new Weights(in);
  }

  /** Returns what the clues together give to each label. */
  float[] scores(int[] clues) {
    int[] sums = new int[Label.COUNT];
    for (int clue : clues) {
      int at = index.find(clue);
      if (at >= 0) {
        for (int i = starts[at]; i < starts[at + 1]; i++) {
          sums[labels[i]] += weights[i];
        }
      }
    }
    float[] scores = new float[Label.COUNT];
    for (int label = 0; label < scores.length; label++) {
      scores[label] = sums[label] * unit;
    }
    return scores;
  }

  /** Returns how well each label follows each; rows by the label before. Not to be changed. */
  float[][] transitions() {
    return transitions;
  }
}
