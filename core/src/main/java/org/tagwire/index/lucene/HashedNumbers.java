package org.tagwire.index.lucene;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * A set of numbers: open addressing, at most half full. For one thread.
 *
 * <p>Numbers are mixed by the golden ratio (Knuth, TAOCP 3, 6.4), since both halves of a credit may
 * be the same hash.
 */
final class HashedNumbers {
  private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

  private long[] slots = new long[256];
  private int size;
  private boolean zero;

  void add(long number) {
    int at = slot(number);
    if (number == 0) {
      zero = true;
    } else if (slots[at] == 0) {
      slots[at] = number;
      size++;
      growIfHalfFull();
    }
  }

  boolean contains(long number) {
    return number == 0 ? zero : slots[slot(number)] == number;
  }

  int size() {
    return zero ? size + 1 : size;
  }

  LongStream stream() {
    LongStream others = Arrays.stream(slots).filter(number -> number != 0);
    return zero ? LongStream.concat(LongStream.of(0), others) : others;
  }

  /** Returns where the number is, or where it would go. */
  private int slot(long number) {
    int mask = slots.length - 1;
    int at = (int) ((number * GOLDEN_RATIO) >>> 32) & mask;
    while (slots[at] != 0 && slots[at] != number) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void growIfHalfFull() {
    if (size * 2 > slots.length) {
      long[] old = slots;
      slots = new long[old.length * 2];
      for (long number : old) {
        if (number != 0) {
          slots[slot(number)] = number;
        }
      }
    }
  }
}
