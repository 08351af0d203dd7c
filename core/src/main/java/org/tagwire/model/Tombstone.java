package org.tagwire.model;

import java.time.Instant;

/**
 * What must stay gone: it survives another poll, a rebuild and a restore, and its addresses answer
 * 410.
 *
 * <p>A name may be shown again: then a second stone of the same hash says so, and the later of the
 * two holds.
 *
 * @param kind what {@code value} is
 * @param value an article id, the beginning of a URL, or the keyed hash of a name
 * @param reason for the owner's eyes
 * @param since when it was put up
 */
public record Tombstone(Kind kind, String value, String reason, Instant since) {
  /** What a tombstone covers. */
  public enum Kind {
    ARTICLE,
    URL_PREFIX,
    NAME,
    /** Takes a name's stone away without forgetting that it stood. */
    NAME_SHOWN
  }
}
