package org.tagwire.index.lucene;

import java.util.Arrays;

/** A set of numbers that are hashes already, open addressing at half load. For one thread. */
final class HashedNumbers {
  private long[] slots = new long[64];
  private int size;
  private boolean zero;

  void add(long number) {
    if (number == 0) {
      zero = true;
      return;
    }
    int at = (int) number & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != number) {
      at = (at + 1) & (slots.length - 1);
    }
    if (slots[at] == 0) {
      slots[at] = number;
      size++;
      growIfHalfFull();
    }
  }

  boolean contains(long number) {
    int at = (int) number & (slots.length - 1);
    while (slots[at] != 0 && slots[at] != number) {
      at = (at + 1) & (slots.length - 1);
    }
    return number == 0 ? zero : slots[at] == number;
  }

  int size() {
    return zero ? size + 1 : size;
  }

  private void growIfHalfFull() {
    if (size * 2 > slots.length) {
      long[] old = slots;
      slots = new long[old.length * 2];
      size = 0;
      Arrays.stream(old).filter(number -> number != 0).forEach(this::add);
    }
  }
}
