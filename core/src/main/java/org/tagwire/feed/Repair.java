package org.tagwire.feed;

import java.util.Locale;

/**
 * Something that had to be mended, assumed or left out to read a feed.
 *
 * @param kind which, for machines; stable
 * @param sentence what and how much of it, for people; one line
 */
public record Repair(Kind kind, String sentence) {
  /** The kinds of repair. */
  public enum Kind {
    /** The declared encoding is unknown or may not be used. */
    ENCODING_UNKNOWN,
    /** The bytes are in another encoding than was declared. */
    ENCODING_WRONG,
    /** No encoding was declared and the bytes are not UTF-8: it was guessed. */
    ENCODING_GUESSED,
    /** Some characters could not be decoded. */
    BYTES_BROKEN,
    /** The text had been encoded twice. */
    ENCODED_TWICE,
    /** Something stood before the document. */
    LEADING_JUNK,
    /** Something stood after the document. */
    TRAILING_JUNK,
    /** An entity that reaches outside the document, or into another one, was left as it is. */
    XML_ENTITY,
    /** Ampersands, entities or forbidden characters were mended. */
    MARKUP_MENDED,
    /** The tags do not fit together. */
    NOT_WELL_FORMED,
    /** The document ends in the middle. */
    TRUNCATED,
    /** The JSON is not quite JSON. */
    JSON_MENDED,
    /** There are more items than are read. */
    ITEMS_OVER_LIMIT,
    /** A text is longer than is read. */
    TEXT_OVER_LIMIT,
    /** Dates that say nothing. */
    DATES_UNREAD,
    /** Items without an identity of their own. */
    GUIDS_MISSING,
    /** Several items with one identity. */
    GUIDS_REPEATED,
    /** Items that lead nowhere. */
    LINKS_MISSING,
    /** Links that are complete only with the address of the feed. */
    LINKS_RELATIVE,
    /** Addresses that no reader may be sent to. */
    LINKS_REFUSED,
    /** A sitemap that is not as it should be. */
    SITEMAP;

    /** Returns the code used outside, as in {@code encoding-unknown}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Returns code and sentence, as in {@code truncated: the document ends in the middle}. */
  @Override
  public String toString() {
    return kind.code() + ": " + sentence;
  }
}
