package org.tagwire.copies;

import java.util.Arrays;
import java.util.List;
import org.tagwire.model.CopyPrint;
import org.tagwire.text.Normalise;
import org.tagwire.text.Shingles;
import org.tagwire.text.Terms;

/**
 * Makes prints of texts and tells how alike two are.
 *
 * <p>Idea: a print is the set of hashes of a text's {@value #WIDTH}-word shingles, thinned by
 * level: level l keeps the hashes that end in l zero bits, and a text takes the lowest level at
 * which at most {@value #MOST} are left. Hashes of two prints compare at the higher level of both,
 * which the hashes themselves show. Unlike bottom-k sketches this keeps containment, so that a text
 * is found again in a longer one (Broder, On the resemblance and containment of documents, 1997;
 * mod-p sampling). The estimate's error at {@value #MOST} hashes is 0.035.
 *
 * <p>Stateless and safe for use by many threads; linear in the length of the text.
 */
public final class CopyFinder {
  /**
   * Words per shingle: three survive one changed word in ten often enough (0.73) and hardly ever
   * meet by chance.
   */
  static final int WIDTH = 3;

  /** The most hashes of one print. */
  static final int MOST = 256;

  /** A text with fewer shingles has no print. */
  static final int FEWEST = 24;

  private static final int READ = 60_000;

  /** Copies are alike at 0.5 truly; the margin is one and a half errors of the estimate. */
  private static final double JACCARD = 0.45;

  private static final double CONTAINMENT = 0.55;

  /** Containment says little where few hashes of the smaller print are left at the common level. */
  private static final int FEWEST_SHARED = 12;

  private CopyFinder() {}

  /**
   * Returns the print of {@code text}, {@link CopyPrint#NONE} when it is too short to be compared.
   */
  public static CopyPrint print(String text) {
    List<String> words = Terms.of(Normalise.head(text, READ));
    int[] hashes = Arrays.stream(Shingles.of(words, WIDTH)).distinct().toArray();
    if (hashes.length < FEWEST) {
      return CopyPrint.NONE;
    }
    int level = 0;
    while (count(hashes, level) > MOST) {
      level++;
    }
    int kept = level;
    return CopyPrint.of(Arrays.stream(hashes).filter(h -> isAt(h, kept)).toArray());
  }

  /** Returns how alike two prints are; nothing when one of them is empty. */
  public static Likeness compare(CopyPrint one, CopyPrint other) {
    return compare(one.hashes(), other.hashes());
  }

  static Likeness compare(int[] one, int[] other) {
    int level = Math.max(level(one), level(other));
    int mine = count(one, level);
    int theirs = count(other, level);
    int both = shared(one, other, level);
    int either = mine + theirs - both;
    int smaller = Math.min(mine, theirs);
    return new Likeness(
        both, either == 0 ? 0 : both / (double) either, smaller == 0 ? 0 : both / (double) smaller);
  }

  /** Returns whether {@code likeness} makes one text a copy of the other. */
  public static boolean isCopy(Likeness likeness) {
    return likeness.shared() >= FEWEST_SHARED
        && (likeness.jaccard() >= JACCARD || likeness.containment() >= CONTAINMENT);
  }

  /** The level of a print: the fewest zero bits that any of its hashes ends in. */
  private static int level(int[] hashes) {
    int level = hashes.length == 0 ? 0 : Integer.SIZE;
    for (int hash : hashes) {
      level = Math.min(level, Integer.numberOfTrailingZeros(hash));
    }
    return level;
  }

  private static int count(int[] hashes, int level) {
    int n = 0;
    for (int hash : hashes) {
      n += isAt(hash, level) ? 1 : 0;
    }
    return n;
  }

  private static boolean isAt(int hash, int level) {
    return Integer.numberOfTrailingZeros(hash) >= level;
  }

  private static int shared(int[] one, int[] other, int level) {
    int i = 0;
    int j = 0;
    int both = 0;
    while (i < one.length && j < other.length) {
      int order = Integer.compare(one[i], other[j]);
      both += order == 0 && isAt(one[i], level) ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return both;
  }

  /**
   * How alike two texts are, estimated.
   *
   * @param shared how many sampled shingles both have
   * @param jaccard shared of all, 0 to 1
   * @param containment shared of the shorter text's, 0 to 1
   */
  public record Likeness(int shared, double jaccard, double containment) {}
}
