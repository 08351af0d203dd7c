package org.tagwire.copies;

import java.util.Arrays;
import org.tagwire.text.Normalise;

/**
 * The shingles of one text: every run of {@value #WORDS} words, or of {@value #SIGNS} signs where a
 * script writes no spaces, as a hash with what it holds.
 *
 * <p>A script without spaces is not cut into words: where a dictionary cuts depends on neighbours,
 * so that one edit would change more than itself. For one thread and one text.
 */
final class Wording {
  /**
   * Three words survive one changed word in ten often enough (0.73) and hardly ever meet by chance.
   */
  static final int WORDS = 3;

  static final int SIGNS = 5;

  /** The bits of a shingle that say what it holds; its hash stands above them. */
  static final int HELD = 2;

  /** It has a number in it. */
  static final int NUMBER = 1;

  /** It has a word in it that is capitalised inside a sentence. */
  static final int NAME = 2;

  private static final int HASH_BITS = 27;
  private static final int SIGN = 4;
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final String text;
  private long[] units = new long[512];
  private byte[] kinds = new byte[512];
  private int size;

  /** Whether the next word opens a sentence, so that its capital says nothing. */
  private boolean opening = true;

  private Wording(String text) {
    this.text = text;
  }

  /** Returns the shingles of {@code text}, sorted, each hash once. */
  static int[] of(String text) {
    Wording wording = new Wording(text);
    wording.read();
    return wording.shingles();
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      int end = at + Character.charCount(c);
      if (!isPart(c)) {
        opening |= opensSentence(c);
      } else if (isSign(c)) {
        add(mixedIn(FNV_BASIS, c), SIGN);
      } else {
        end = wordEnd(end);
        word(at, end);
      }
      at = end;
    }
  }

  private int wordEnd(int from) {
    int end = from;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      if (!isPart(c) || isSign(c)) {
        return end;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private void word(int from, int to) {
    long hash = FNV_BASIS;
    boolean number = false;
    boolean plain = true;
    for (int i = from; i < to && plain; i++) {
      char c = text.charAt(i);
      plain = c < 0x80;
      number |= c >= '0' && c <= '9';
      hash = mixedIn(hash, c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    if (!plain) {
      String folded = Normalise.folded(text.substring(from, to));
      number = folded.codePoints().anyMatch(Character::isDigit);
      hash = folded.chars().asLongStream().reduce(FNV_BASIS, (h, c) -> mixedIn(h, (int) c));
    }
    if (hash == FNV_BASIS) {
      return; // nothing but invisible characters
    }
    boolean name = !opening && Character.isUpperCase(text.codePointAt(from));
    add(hash, (number ? NUMBER : 0) | (name ? NAME : 0));
    opening = false;
  }

  private void add(long hash, int kind) {
    if (size == units.length) {
      units = Arrays.copyOf(units, 2 * size);
      kinds = Arrays.copyOf(kinds, 2 * size);
    }
    units[size] = hash;
    kinds[size++] = (byte) kind;
  }

  private int[] shingles() {
    int[] shingles = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      int width = (kinds[i] & SIGN) == 0 ? WORDS : SIGNS;
      if (i + width <= size) {
        shingles[count++] = shingle(i, width);
      }
    }
    Arrays.sort(shingles, 0, count);
    return eachOnce(shingles, count);
  }

  private int shingle(int from, int width) {
    long hash = 0;
    int held = 0;
    for (int i = from; i < from + width; i++) {
      hash = mix(hash + units[i]);
      held |= kinds[i] & (NUMBER | NAME);
    }
    return (int) (hash >>> (Long.SIZE - HASH_BITS)) << HELD | held;
  }

  /** The same words may stand once with a capital and once without: one shingle that holds both. */
  private static int[] eachOnce(int[] sorted, int count) {
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept > 0 && sorted[kept - 1] >>> HELD == sorted[i] >>> HELD) {
        sorted[kept - 1] |= sorted[i];
      } else {
        sorted[kept++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  private static boolean isPart(int c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.NON_SPACING_MARK
        || Character.getType(c) == Character.COMBINING_SPACING_MARK
        || Character.getType(c) == Character.FORMAT;
  }

  /**
   * Whether a code point belongs to a script that writes no spaces: a sign is a unit of its own.
   */
  private static boolean isSign(int c) {
    if (c < 0x0E00) {
      return false;
    }
    boolean southEast = c < 0x0F00 || (c >= 0x1000 && c < 0x10A0) || (c >= 0x1780 && c < 0x1800);
    boolean hangul = (c >= 0x3130 && c < 0x3190) || (c >= 0xAC00 && c < 0xD7B0);
    boolean east = (c >= 0x2E80 && c < 0xA000) || (c >= 0xF900 && c < 0xFB00) || c >= 0x20000;
    return southEast || (east && !hangul);
  }

  private static boolean opensSentence(int c) {
    return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == '\u201C' || c == '\n';
  }

  private static long mixedIn(long hash, int c) {
    return (hash ^ c) * FNV_PRIME;
  }

  /** The finaliser of SplitMix64 (Steele, Lea and Flood, 2014). */
  private static long mix(long h) {
    long a = (h ^ (h >>> 30)) * 0xbf58476d1ce4e5b9L;
    long b = (a ^ (a >>> 27)) * 0x94d049bb133111ebL;
    return b ^ (b >>> 31);
  }
}
