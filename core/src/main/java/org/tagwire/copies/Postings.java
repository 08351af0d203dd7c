package org.tagwire.copies;

import java.util.Arrays;

/**
 * Which texts have a hash: chains in plain arrays, since there are millions and boxes would weigh
 * five times as much. Nothing is taken out; whoever owns it builds it anew now and then. For one
 * thread.
 */
final class Postings {
  /** A hash that so many texts share finds no more of them. */
  static final int LONGEST = 64;

  static final int NONE = -1;

  private int[] heads = empty(1 << 12);
  private int[] hashes = new int[1 << 12];
  private int[] texts = new int[1 << 12];
  private int[] next = new int[1 << 12];
  private int size;

  /** Says that {@code text} has {@code hash}. */
  void add(int hash, int text) {
    int longest = LONGEST;
    for (int at = find(hash); at != NONE; at = findNext(at)) {
      if (--longest == 0) {
        return;
      }
    }
    grow();
    hashes[size] = hash;
    texts[size] = text;
    link(size++);
  }

  /** Returns the place of the text that was added last with {@code hash}, or {@link #NONE}. */
  int find(int hash) {
    return same(hash, heads[slot(hash)]);
  }

  /** Returns the place of the text before that with the same hash, or {@link #NONE}. */
  int findNext(int at) {
    return same(hashes[at], next[at]);
  }

  /** Returns the text at a place. */
  int text(int at) {
    return texts[at];
  }

  private int same(int hash, int from) {
    int at = from;
    while (at != NONE && hashes[at] != hash) {
      at = next[at];
    }
    return at;
  }

  private void link(int at) {
    int slot = slot(hashes[at]);
    next[at] = heads[slot];
    heads[slot] = at;
  }

  /** Hashes in prints are small ones, so they are spread first (Fibonacci hashing). */
  private int slot(int hash) {
    return (hash * 0x9E3779B9) >>> Integer.numberOfLeadingZeros(heads.length - 1);
  }

  private void grow() {
    if (size < hashes.length) {
      return;
    }
    hashes = Arrays.copyOf(hashes, 2 * size);
    texts = Arrays.copyOf(texts, 2 * size);
    next = Arrays.copyOf(next, 2 * size);
    heads = empty(2 * size);
    for (int at = 0; at < size; at++) {
      link(at);
    }
  }

  private static int[] empty(int size) {
    int[] heads = new int[size];
    Arrays.fill(heads, NONE);
    return heads;
  }
}
