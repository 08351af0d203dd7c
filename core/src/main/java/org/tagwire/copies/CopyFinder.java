package org.tagwire.copies;

import java.util.Arrays;
import org.tagwire.model.CopyPrint;
import org.tagwire.text.Normalise;

/**
 * Makes prints of texts and tells how alike two are.
 *
 * <p>Idea: a print is the {@value #MOST} least hashes of a text's shingles, all of them where there
 * are fewer. The greatest hash of a full print says how far down it looks; two prints are compared
 * below the lower of both, where each holds everything its text has. That is sampling at a common
 * rate, so unlike the usual bottom-k estimate it keeps containment, and a text is found again in a
 * longer one (Broder, On the resemblance and containment of documents, 1997). Prints of short texts
 * are the texts' shingles, and comparing them is exact.
 *
 * <p>A market report has yesterday's wording and today's figures: shingles remember whether they
 * hold a number or a name, and texts that share their wording but not their numbers are none.
 *
 * <p>Stateless and safe for use by many threads; linear in the length of the text.
 */
public final class CopyFinder {
  /** The most hashes of one print. */
  static final int MOST = 256;

  /** A text with fewer shingles has no print. */
  static final int FEWEST = 24;

  private static final int READ = 60_000;

  private CopyFinder() {}

  /**
   * Returns the print of {@code text}, {@link CopyPrint#NONE} when it is too short to be compared.
   */
  public static CopyPrint print(String text) {
    int[] shingles = Wording.of(Normalise.head(text, READ));
    return shingles.length < FEWEST
        ? CopyPrint.NONE
        : CopyPrint.of(Arrays.copyOf(shingles, Math.min(MOST, shingles.length)));
  }

  /** Returns how alike two prints are; nothing when one of them is empty. */
  public static Likeness compare(CopyPrint one, CopyPrint other) {
    return compare(one.hashes(), other.hashes());
  }

  static Likeness compare(int[] one, int[] other) {
    int reach = Math.min(reach(one), reach(other));
    int mine = below(one, reach);
    int theirs = below(other, reach);
    Tally first = new Tally();
    Tally second = new Tally();
    int i = 0;
    int j = 0;
    while (i < mine || j < theirs) {
      int order = i == mine ? 1 : j == theirs ? -1 : hash(one[i]) - hash(other[j]);
      if (order <= 0) {
        first.add(one[i++], order == 0);
      }
      if (order >= 0) {
        second.add(other[j++], order == 0);
      }
    }
    return new Likeness(
        first.shared(),
        Math.min(mine, theirs),
        Math.max(mine, theirs),
        Math.max(one.length, other.length) >= MOST,
        first.isRefilled() && second.isRefilled());
  }

  /** How far down a print looks: the hash above which it holds nothing, though its text may. */
  private static int reach(int[] hashes) {
    return hashes.length < MOST ? Integer.MAX_VALUE : hash(hashes[MOST - 1]);
  }

  private static int below(int[] hashes, int reach) {
    int n = hashes.length;
    while (n > 0 && hash(hashes[n - 1]) > reach) {
      n--;
    }
    return n;
  }

  private static int hash(int shingle) {
    return shingle >>> Wording.HELD;
  }
}
