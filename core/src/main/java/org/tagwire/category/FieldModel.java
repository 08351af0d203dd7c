package org.tagwire.category;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.tagwire.model.Vector;

/**
 * What the meaning of a text, or a word alone, says of its field: one score for each category but
 * General, in the order of {@link org.tagwire.model.Category}; the scores of two fields compare,
 * their sum means nothing.
 *
 * <p>Learned by {@code org.tagwire.category.TrainFields} (core/src/tools) from examples written for
 * this project. Immutable and safe for use by many threads.
 */
final class FieldModel {
  /** All categories but the last, General. */
  static final int FIELDS = org.tagwire.model.Category.values().length - 1;

  /** How many steps of a word's score make 1. */
  static final double STEPS = 16;

  private final float[][] weights;
  private final Map<String, byte[]> words;

  private FieldModel(float[][] weights, Map<String, byte[]> words) {
    this.weights = weights;
    this.words = words;
  }

  /** Reads the model that stands beside this class. */
  static FieldModel load() {
    try (InputStream in = FieldModel.class.getResourceAsStream("fields.bin.gz")) {
      if (in == null) {
        throw new IllegalStateException("fields.bin.gz is missing beside its class; build again");
      }
      return read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(in))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FieldModel read(DataInputStream in) throws IOException {
    float[][] weights = new float[FIELDS][in.readInt() + 1];
    for (float[] row : weights) {
      for (int i = 0; i < row.length; i++) {
        row[i] = in.readFloat();
      }
    }
    int size = in.readInt();
    Map<String, byte[]> words = HashMap.newHashMap(size);
    for (int i = 0; i < size; i++) {
      String word = in.readUTF();
      words.put(word, in.readNBytes(FIELDS));
    }
    return new FieldModel(weights, words);
  }

  /** Returns the scores of a text by its vector; empty when the vector is of another model. */
  Optional<double[]> ofMeaning(Vector vector) {
    if (vector.dimension() != weights[0].length - 1) {
      return Optional.empty();
    }
    double[] input = unit(vector);
    double[] scores = new double[FIELDS];
    for (int c = 0; c < FIELDS; c++) {
      double sum = weights[c][input.length];
      for (int i = 0; i < input.length; i++) {
        sum += weights[c][i] * input[i];
      }
      scores[c] = sum;
    }
    return Optional.of(scores);
  }

  /**
   * Adds what {@code word}, as {@link org.tagwire.text.Terms#telling} gives it, says; returns
   * whether it says anything.
   */
  boolean add(String word, double weight, double[] scores) {
    byte[] steps = words.get(word);
    if (steps == null) {
      return false;
    }
    for (int c = 0; c < FIELDS; c++) {
      scores[c] += weight * steps[c] / STEPS;
    }
    return true;
  }

  /** Returns {@code vector} with length 1. */
  static double[] unit(Vector vector) {
    byte[] components = vector.components();
    double square = 0;
    for (byte component : components) {
      square += component * component;
    }
    double scale = square == 0 ? 0 : 1 / Math.sqrt(square);
    double[] unit = new double[components.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = components[i] * scale;
    }
    return unit;
  }

  /** Returns the probabilities that {@code scores} stand for. */
  static double[] softmax(double[] scores) {
    double most = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      most = Math.max(most, score);
    }
    double[] chances = new double[scores.length];
    double all = 0;
    for (int c = 0; c < scores.length; c++) {
      chances[c] = Math.exp(scores[c] - most);
      all += chances[c];
    }
    for (int c = 0; c < scores.length; c++) {
      chances[c] /= all;
    }
    return chances;
  }
}
