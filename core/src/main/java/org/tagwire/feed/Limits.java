package org.tagwire.feed;

/** What a feed may cost. */
final class Limits {
  static final int BYTES = 16 << 20;
  static final int DEPTH = 256;
  static final int ITEMS = 2_000;
  static final int NAME = 1_024;
  static final int ATTRIBUTES = 256;

  private Limits() {}
}
