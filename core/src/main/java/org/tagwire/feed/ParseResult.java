package org.tagwire.feed;

/** What came of reading a document as a feed. */
public sealed interface ParseResult {
  /** It is a feed, as far as it could be read. */
  record Parsed(ParsedFeed feed) implements ParseResult {}

  /**
   * It is none, or not within the limits.
   *
   * @param error which kind of no
   * @param message what was found instead, for people
   */
  record NotAFeed(FeedError error, String message) implements ParseResult {}
}
