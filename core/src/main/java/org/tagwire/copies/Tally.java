package org.tagwire.copies;

/** What one text has of shingles of each kind, and what of it the other text has too. */
final class Tally {
  /** Fewer expected shingles of a kind prove nothing. */
  private static final double FEWEST = 8;

  private static final double REFILLED = 0.4;

  private final int[] all = new int[1 << Wording.HELD];
  private final int[] shared = new int[1 << Wording.HELD];

  void add(int shingle, boolean isShared) {
    int held = shingle & (all.length - 1);
    all[held]++;
    shared[held] += isShared ? 1 : 0;
  }

  int shared() {
    return shared[0] + numbers(shared) + names(shared);
  }

  /**
   * Returns whether numbers or names are shared so much more rarely than the rest that this is the
   * other's form filled in anew. A changed word takes its three shingles with it, whatever they
   * hold.
   */
  boolean isRefilled() {
    double plain = all[0] == 0 ? 0 : shared[0] / (double) all[0];
    return isRefilled(plain * numbers(all), numbers(shared))
        || isRefilled(plain * names(all), names(shared));
  }

  private static boolean isRefilled(double expected, int shared) {
    return expected >= FEWEST && shared < REFILLED * expected;
  }

  private static int numbers(int[] counts) {
    return counts[Wording.NUMBER] + counts[Wording.NUMBER | Wording.NAME];
  }

  private static int names(int[] counts) {
    return counts[Wording.NAME];
  }
}
