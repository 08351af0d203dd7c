package org.tagwire.names;

import java.io.DataInputStream;
import java.io.IOException;

/**
 * A sorted set of 32-bit hashes, each with a number from 0 in the order of their unsigned size.
 *
 * <p>The hashes of spellings are spread evenly, so an index of {@value #BUCKETS} buckets by their
 * first bits leaves a handful to search. Immutable and safe for use by many threads.
 */
final class HashIndex {
  private static final int BUCKET_BITS = 15;
  private static final int BUCKETS = 1 << BUCKET_BITS;

  private final int[] hashes;
  private final int[] buckets;

  private HashIndex(int[] hashes) {
    this.hashes = hashes;
    this.buckets = new int[BUCKETS + 1];
    for (int hash : hashes) {
      buckets[(hash >>> (32 - BUCKET_BITS)) + 1]++;
    }
    for (int i = 0; i < BUCKETS; i++) {
      buckets[i + 1] += buckets[i];
    }
  }

  /**
   * Reads what the packers write: how many there are, then the gaps between them in rising unsigned
   * order, seven bits a byte, low ones first, the high bit saying that more follow.
   */
  static int[] readHashes(DataInputStream in) throws IOException {
    int[] hashes = new int[in.readInt()];
    long hash = 0;
    for (int i = 0; i < hashes.length; i++) {
      hash += readGap(in);
      hashes[i] = (int) hash;
    }
    return hashes;
  }

  /** Reads hashes into an index of them. */
  static HashIndex read(DataInputStream in) throws IOException {
    return new HashIndex(readHashes(in));
  }

  private static long readGap(DataInputStream in) throws IOException {
    long gap = 0;
    int shift = 0;
    int b = in.readUnsignedByte();
    while (b >= 0x80) {
      gap |= (long) (b & 0x7F) << shift;
      shift += 7;
      b = in.readUnsignedByte();
    }
    return gap | ((long) b << shift);
  }

  int size() {
    return hashes.length;
  }

  /** Returns the number of {@code hash}, -1 when it is not in here. */
  int find(int hash) {
    int bucket = hash >>> (32 - BUCKET_BITS);
    int low = buckets[bucket];
    int high = buckets[bucket + 1] - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compareUnsigned(hashes[middle], hash);
      if (order == 0) {
        return middle;
      }
      if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }
}
