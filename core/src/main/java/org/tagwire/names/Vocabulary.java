package org.tagwire.names;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * How English words behave: the Brown cluster each stands in (words that stand beside the same
 * words; Brown et al., Computational Linguistics 18, 1992) and the parts of speech it is written
 * as.
 *
 * <p>Immutable and safe for use by many threads; some 6 MB. Made by {@code
 * org.tagwire.names.PackVocabulary} (core/src/tools), which tells its sources; see NOTICE.
 */
final class Vocabulary {
  /** How many of the first branches of the cluster tree are told apart, coarse to fine. */
  private static final int[] BRANCHES = {4, 6, 10, 20};

  static final int GRAINS = BRANCHES.length;
  private static final int[] NO_CLUSTER = new int[GRAINS];

  private final HashIndex clustered;
  private final short[] clusterOf;
  private final int[][] clusters;
  private final HashIndex classed;
  private final byte[] classOf;

  private Vocabulary(DataInputStream in) throws IOException {
    clusters = new int[in.readUnsignedShort()][];
    for (int i = 0; i < clusters.length; i++) {
      clusters[i] = grains(in.readUTF());
    }
    clustered = HashIndex.read(in);
    byte[] high = in.readNBytes(clustered.size());
    byte[] low = in.readNBytes(clustered.size());
    clusterOf = new short[clustered.size()];
    for (int i = 0; i < clusterOf.length; i++) {
      clusterOf[i] = (short) (high[i] << 8 | (low[i] & 0xFF));
    }
    classed = HashIndex.read(in);
    classOf = in.readNBytes(classed.size());
  }

  static Vocabulary load() {
    return Resource.read("vocabulary.bin.gz", Vocabulary::new);
  }

  private static int[] grains(String path) {
    int[] grains = new int[GRAINS];
    for (int i = 0; i < GRAINS; i++) {
      grains[i] = hash(path.substring(0, Math.min(path.length(), BRANCHES[i]))) | 1;
    }
    return grains;
  }

  /** Returns the cluster of {@code word}, lower case, coarse to fine; all 0 when it has none. */
  int[] clusters(String word) {
    int at = clustered.find(hash(word));
    return at < 0 ? NO_CLUSTER : clusters[clusterOf[at] & 0xFFFF];
  }

  /** Returns the number of the parts of speech {@code word} is written as; 0 when not known. */
  int partsOfSpeech(String word) {
    int at = classed.find(hash(word));
    return at < 0 ? 0 : classOf[at] & 0xFF;
  }

  /** Returns {@code word} as its entries are spelt: numbers are all one. */
  static String simplified(String word) {
    StringBuilder plain = new StringBuilder(word.length());
    boolean number = false;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean digit = Character.isDigit(c);
      if (!digit) {
        plain.append(c);
      } else if (!number) {
        plain.append('0');
      }
      number = digit;
    }
    return plain.toString();
  }

  static int hash(String word) {
    long h = 0x9E3779B97F4A7C15L;
    for (int i = 0; i < word.length(); i++) {
      h = (h ^ word.charAt(i)) * 0x100000001b3L;
    }
    h ^= h >>> 32;
    h *= 0xbf58476d1ce4e5b9L;
    return (int) (h >>> 32);
  }
}
