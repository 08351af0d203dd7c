package org.tagwire.model;

/**
 * One article, read and placed.
 *
 * @param reading what it says
 * @param placement where it belongs
 * @param change the number of its last change; greater is later
 */
public record Article(Reading reading, Placement placement, long change) {
  public ArticleId id() {
    return reading.id();
  }

  public ArticleText text() {
    return reading.text();
  }

  public Credit credit() {
    return reading.credit();
  }

  public Timing timing() {
    return reading.timing();
  }

  public Understanding understanding() {
    return reading.understanding();
  }

  public Visibility visibility() {
    return reading.announcement().visibility();
  }
}
