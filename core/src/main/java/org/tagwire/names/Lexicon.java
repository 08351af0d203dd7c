package org.tagwire.names;

import java.io.DataInputStream;
import java.io.IOException;
import org.tagwire.text.Normalise;

/**
 * What English words and names usually are, packed: first names, surnames, full names of persons,
 * names of organisations, places, works and events, nationalities, and words that stand for nothing
 * but themselves.
 *
 * <p>A spelling is kept as 32 bits of its hash, sorted, with one byte of flags, so some 1.7 million
 * entries take 9 MB of memory. A spelling that is not in it is taken for another once in two
 * thousand times. Immutable and safe for use by many threads. Made by {@code
 * org.tagwire.names.PackLexicon} (core/src/tools), which tells its sources; see NOTICE.
 */
public final class Lexicon {
  public static final int FIRST_NAME = 1;
  public static final int SURNAME = 2;
  public static final int ORGANISATION = 4;
  public static final int PLACE = 8;
  public static final int WORK = 16;
  public static final int EVENT = 32;
  public static final int WORD = 64;
  public static final int PEOPLE = 128;

  /** What the flags of a full name of several words hold: both parts. */
  public static final int PERSON = FIRST_NAME | SURNAME;

  private final HashIndex index;
  private final byte[] flags;

  private Lexicon(HashIndex index, byte[] flags) {
    this.index = index;
    this.flags = flags;
  }

  /** Reads the packed lexicon that stands beside this class. */
  public static Lexicon load() {
    return Resource.read("lexicon.bin.gz", Lexicon::read);
  }

  private static Lexicon read(DataInputStream in) throws IOException {
    HashIndex index = HashIndex.read(in);
    byte[] flags = new byte[index.size()];
    in.readFully(flags);
    return new Lexicon(index, flags);
  }

  /**
   * Returns the flags of {@code name} together, 0 when it is not known; case, spaces, marks and
   * which number it is do not matter.
   */
  public int flags(String name) {
    return flags(extended(EMPTY, name));
  }

  /** Returns whether {@code name} has one of the flags in {@code flag}. */
  public boolean is(String name, int flag) {
    return (flags(name) & flag) != 0;
  }

  /** Returns the flags of the words that {@code state} was extended by. */
  int flags(long state) {
    int at = index.find(finished(state));
    return at < 0 ? 0 : flags[at] & 0xFF;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** The state of the hash before any word: FNV-1a's basis. */
  static final long EMPTY = 0xcbf29ce484222325L;

  /** Goes on with the folded letters of {@code words} and one digit a number (FNV-1a). */
  static long extended(long state, String words) {
    String folded = isAscii(words) ? words : Normalise.folded(words);
    long h = state;
    boolean number = false;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      boolean digit = Character.isDigit(c);
      c = c >= 'A' && c <= 'Z' ? (char) (c + 32) : digit ? '0' : c;
      if (Character.isLetterOrDigit(c) && !(digit && number)) {
        h = (h ^ c) * 0x100000001b3L;
      }
      number = digit;
    }
    return h;
  }

  static int hash(String name) {
    return finished(extended(EMPTY, name));
  }

  private static int finished(long state) {
    long h = state ^ (state >>> 29);
    h *= 0xbf58476d1ce4e5b9L;
    return (int) (h >>> 32);
  }
}
