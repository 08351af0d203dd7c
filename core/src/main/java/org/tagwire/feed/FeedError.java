package org.tagwire.feed;

import java.util.Locale;

/** Why a document is no feed, or none that is read. */
public enum FeedError {
  /** Nothing was sent. */
  EMPTY_BODY,
  /** Neither RSS, RDF, Atom nor JSON Feed. */
  NOT_A_FEED,
  /** A web page, in which a feed may be announced. */
  HTML_PAGE,
  /** A picture, an archive, or the like. */
  BINARY,
  /** More bytes, or more elements and texts, than a feed may have. */
  TOO_LARGE,
  /** Elements within elements without end. */
  XML_DEPTH,
  /** A name of an element or attribute that is no name. */
  XML_NAME_LENGTH,
  /** An element with attributes without end. */
  XML_ATTRIBUTES,
  /** Arrays or objects within each other without end. */
  JSON_DEPTH,
  /** A name of a member that is no name. */
  JSON_NAME_LENGTH,
  /** It begins like a feed, but nothing in it can be told apart. */
  MALFORMED;

  /** Returns the code used outside, as in {@code xml-depth}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
