package org.tagwire.newsstand.newsroom;

/** Which of the page templates a publisher uses. */
public enum PageDesign {
  /** Tables of links around a column, old-fashioned class names. */
  CLASSIC,
  /** Semantic elements and much furniture. */
  MODERN,
  /** A large picture, a standfirst, pull-outs between paragraphs. */
  MAGAZINE,
  /** Little but the text. */
  MINIMAL
}
