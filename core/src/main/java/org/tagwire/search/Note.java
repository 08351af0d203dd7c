package org.tagwire.search;

/**
 * Something in a search that was not understood as its writer may have meant it.
 *
 * @param kind what is the matter
 * @param typed the part of the search, as it was typed
 */
public record Note(Kind kind, String typed) {
  /** What is the matter with a part of a search. */
  public enum Kind {
    /** No date after {@code before:}; left out. */
    BEFORE,
    /** No date after {@code after:}; left out. */
    AFTER,
    /** No language code after {@code lang:}; left out. */
    LANGUAGE,
    /** No category after {@code category:}; left out. */
    CATEGORY,
    /** No publisher of this name; left out. */
    PUBLISHER,
    /** No such hashtag; its words are looked for instead. */
    TAG,
    /** A field and nothing behind its colon; taken literally. */
    EMPTY,
    /** A {@code *} after fewer than three letters; taken literally. */
    WILDCARD
  }
}
