package org.tagwire.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * The letter sequences of Apache OpenNLP's language model (103 languages, trained on the Leipzig
 * corpora), packed: every sequence of one to three characters has a weight for the languages it
 * speaks for.
 *
 * <p>The library keeps each sequence as a string in a map of objects: 40 MB, and five cache misses
 * a look-up, which costs a millisecond where other stages fill the caches. Here a sequence is a
 * number, found by open addressing: 10 MB and one or two misses. Immutable and safe for use by many
 * threads.
 */
final class NgramModel {
  private static final String RESOURCE = "/langdetect-183.bin";
  private static final int LONGEST = 3;

  private final List<String> codes;
  private final long[] keys;
  private final int[] starts;
  private final byte[] lengths;
  private final byte[] outcomes;
  private final float[] weights;

  private NgramModel(Map<String, Context> ngrams, String[] codes) {
    this.codes = List.of(codes);
    int size = Integer.highestOneBit(ngrams.size() * 2) * 2;
    this.keys = new long[size];
    this.starts = new int[size];
    this.lengths = new byte[size];
    int all = ngrams.values().stream().mapToInt(c -> c.getOutcomes().length).sum();
    this.outcomes = new byte[all];
    this.weights = new float[all];
    int at = 0;
    for (Map.Entry<String, Context> ngram : ngrams.entrySet()) {
      if (ngram.getKey().length() <= LONGEST) {
        at = add(key(ngram.getKey(), 0, ngram.getKey().length()), ngram.getValue(), at);
      }
    }
  }

  /** Reads the model from its jar: about 300 ms. */
  static NgramModel load() {
    try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(
            RESOURCE
                + " is not on the class path; add org.apache.opennlp:opennlp-models-langdetect");
      }
      return of(new LanguageDetectorModel(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @SuppressWarnings("unchecked")
  private static NgramModel of(LanguageDetectorModel model) {
    if (!(model.getMaxentModel() instanceof AbstractModel maxent)) {
      throw new IllegalStateException(
          RESOURCE + " is no maximum entropy model; use opennlp-models-langdetect 1.3.0");
    }
    Object[] structures = maxent.getDataStructures();
    return new NgramModel((Map<String, Context>) structures[1], (String[]) structures[2]);
  }

  private int add(long key, Context context, int from) {
    int[] languages = context.getOutcomes();
    double[] parameters = context.getParameters();
    int slot = slot(key);
    keys[slot] = key;
    starts[slot] = from;
    lengths[slot] = (byte) languages.length;
    for (int i = 0; i < languages.length; i++) {
      outcomes[from + i] = (byte) languages[i];
      weights[from + i] = (float) parameters[i];
    }
    return from + languages.length;
  }

  /** Returns the codes of the languages (ISO 639-3), in the order of {@link #sums}. */
  List<String> codes() {
    return codes;
  }

  /**
   * Returns for each language the sum of the weights of the different sequences in {@code text},
   * which is lower case.
   */
  double[] sums(String text) {
    double[] sums = new double[codes.size()];
    long[] seen = new long[Integer.highestOneBit(Math.max(8, text.length() * LONGEST)) * 4];
    for (int i = 0; i < text.length(); i++) {
      for (int end = i + 1; end <= Math.min(text.length(), i + LONGEST); end++) {
        long key = key(text, i, end);
        if (isNew(seen, key)) {
          addTo(sums, slot(key));
        }
      }
    }
    return sums;
  }

  private void addTo(double[] sums, int slot) {
    int start = starts[slot];
    for (int i = start; i < start + lengths[slot]; i++) {
      sums[outcomes[i]] += weights[i];
    }
  }

  private static boolean isNew(long[] seen, long key) {
    int at = spread(key) & (seen.length - 1);
    while (seen[at] != 0 && seen[at] != key) {
      at = (at + 1) & (seen.length - 1);
    }
    boolean fresh = seen[at] == 0;
    seen[at] = key;
    return fresh;
  }

  private int slot(long key) {
    int at = spread(key) & (keys.length - 1);
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  /** Three characters and their number in one; never 0. */
  private static long key(String text, int from, int to) {
    long key = to - from;
    for (int i = from; i < to; i++) {
      key = (key << 16) | text.charAt(i);
    }
    return key;
  }

  private static int spread(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) ^ (int) (mixed >>> 20);
  }
}
