package org.tagwire.text;

import java.util.List;

/**
 * Hashes of short word sequences: two texts share as many as they share wording. Stateless and safe
 * for use by many threads.
 */
public final class Shingles {
  private Shingles() {}

  /**
   * Returns a hash of every {@code width} consecutive words; empty when there are fewer. Evenly
   * spread over all ints.
   */
  public static int[] of(List<String> words, int width) {
    if (width < 1) {
      throw new IllegalArgumentException(
          "a shingle has one word at least, but " + width + " were asked for");
    }
    int[] hashes = new int[Math.max(0, words.size() - width + 1)];
    long[] single = new long[words.size()];
    for (int i = 0; i < single.length; i++) {
      single[i] = hash(words.get(i));
    }
    for (int i = 0; i < hashes.length; i++) {
      long h = 0;
      for (int j = 0; j < width; j++) {
        h = mix(h + single[i + j]);
      }
      hashes[i] = (int) (h >>> 32);
    }
    return hashes;
  }

  /** FNV-1a, 64 bits: String.hashCode has 32 bits and collides on short words too often. */
  static long hash(String word) {
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < word.length(); i++) {
      h = (h ^ word.charAt(i)) * 0x100000001b3L;
    }
    return h;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long h) {
    long a = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
