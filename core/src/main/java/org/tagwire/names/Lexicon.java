package org.tagwire.names;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.tagwire.text.Normalise;

/**
 * What English words and names usually are, packed: first names, surnames, names of organisations,
 * places, works and events, nationalities, and words that stand for nothing but themselves.
 *
 * <p>A spelling is kept as 32 bits of its hash, sorted, with one byte of flags, so about a million
 * entries take 5 MB of memory. A spelling that is not in it is taken for another once in four
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

  private final int[] hashes;
  private final byte[] flags;

  private Lexicon(int[] hashes, byte[] flags) {
    this.hashes = hashes;
    this.flags = flags;
  }

  /** Reads the packed lexicon that stands beside this class. */
  public static Lexicon load() {
    try (InputStream in = Lexicon.class.getResourceAsStream("lexicon.bin.gz")) {
      if (in == null) {
        throw new IllegalStateException("lexicon.bin.gz is missing beside its class; build again");
      }
      return read(new DataInputStream(new BufferedInputStream(new GZIPInputStream(in))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Lexicon read(DataInputStream in) throws IOException {
    int[] hashes = new int[in.readInt()];
    byte[] flags = new byte[hashes.length];
    long hash = 0;
    for (int i = 0; i < hashes.length; i++) {
      hash += readGap(in);
      hashes[i] = (int) (hash + Integer.MIN_VALUE);
    }
    in.readFully(flags);
    return new Lexicon(hashes, flags);
  }

  /** Seven bits a byte, low ones first; the high bit says that more follow. */
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

  /**
   * Returns the flags of {@code name} together, 0 when it is not known; case, spaces and marks do
   * not matter.
   */
  public int flags(String name) {
    int at = Arrays.binarySearch(hashes, hash(name));
    return at < 0 ? 0 : flags[at] & 0xFF;
  }

  /** Returns whether {@code name} has one of the flags in {@code flag}. */
  public boolean is(String name, int flag) {
    return (flags(name) & flag) != 0;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  /** FNV-1a over the folded letters and digits, its halves folded together. */
  static int hash(String name) {
    String folded = isAscii(name) ? name : Normalise.folded(name);
    long h = 0xcbf29ce484222325L;
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      c = c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
      if (Character.isLetterOrDigit(c)) {
        h = (h ^ c) * 0x100000001b3L;
      }
    }
    h ^= h >>> 29;
    h *= 0xbf58476d1ce4e5b9L;
    return (int) (h >>> 32);
  }
}
