package org.tagwire.feed;

/** What a feed may cost. */
final class Limits {
  static final int BYTES = 16 << 20;
  static final int DEPTH = 256;
  static final int JSON_DEPTH = 64;
  static final int ITEMS = 2_000;
  static final int NAME = 1_024;
  static final int ATTRIBUTES = 256;

  /** Elements, attributes and texts kept, those of items beyond {@link #ITEMS} not counted. */
  static final int PARTS = 400_000;

  /** Characters of the text of one element; no article is longer. */
  static final int TEXT = 2_000_000;

  /** Authors, categories and hubs of one item or feed. */
  static final int NAMES_LISTED = 100;

  static final int ENCLOSURES = 20;

  /** Members of a JSON object, and of all that is within it. */
  static final int MEMBERS = 1_000;

  /** Characters of an author or a list of keywords that are looked at. */
  static final int LINE = 10_000;

  private Limits() {}
}
