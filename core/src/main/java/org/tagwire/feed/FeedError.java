package org.tagwire.feed;

import java.util.Locale;

/** Why a document is no feed. */
public enum FeedError {
  EMPTY,
  NOT_A_FEED,
  HTML_PAGE,
  BINARY,
  TOO_LARGE,
  TOO_DEEP,
  NAME_TOO_LONG,
  TOO_MANY_ATTRIBUTES,
  MALFORMED;

  /** Returns the code used outside, as in {@code too-deep}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
