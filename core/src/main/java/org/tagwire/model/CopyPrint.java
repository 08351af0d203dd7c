package org.tagwire.model;

import java.util.Arrays;

/**
 * A sketch of a text by which near-copies are found: numbers that stand for its shingles, sorted
 * and each once; some 770 bytes where it is stored.
 *
 * <p>The stage {@code copies} decides what is hashed and sampled, and alone compares. The array is
 * copied on the way in and out.
 */
public final class CopyPrint {
  /** The print of a text that is too short to be compared. */
  public static final CopyPrint NONE = new CopyPrint(new int[0]);

  private final int[] hashes;

  private CopyPrint(int[] hashes) {
    this.hashes = hashes;
  }

  /** Returns a print of these hashes, sorted and without repeats. */
  public static CopyPrint of(int[] hashes) {
    return new CopyPrint(Arrays.stream(hashes).sorted().distinct().toArray());
  }

  public int[] hashes() {
    return hashes.clone();
  }

  public int size() {
    return hashes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CopyPrint p && Arrays.equals(hashes, p.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return "CopyPrint[" + hashes.length + "]";
  }
}
