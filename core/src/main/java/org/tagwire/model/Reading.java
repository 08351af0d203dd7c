package org.tagwire.model;

/**
 * All that one article says by itself: what {@code read} ends in, durable before anything is
 * placed.
 *
 * @param id its lasting address
 * @param url its canonical address as known now
 * @param announcement how it came to us
 * @param credit whose page and text it is
 * @param timing when
 * @param text what it says
 * @param understanding what the machine understood
 * @param limits what its publisher allows to show
 * @param versions which stages made this
 */
public record Reading(
    ArticleId id,
    String url,
    Announcement announcement,
    Credit credit,
    Timing timing,
    ArticleText text,
    Understanding understanding,
    ShowLimits limits,
    StageVersions versions) {

  /** Returns the same reading, understood in another way. */
  public Reading with(Understanding other) {
    return new Reading(id, url, announcement, credit, timing, text, other, limits, versions);
  }

  public Shard shard() {
    return new Shard(understanding.language());
  }
}
