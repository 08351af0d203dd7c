package org.tagwire.model;

import java.time.Instant;

/**
 * What must stay gone: it survives another poll, a rebuild and a restore, and its addresses answer
 * 410.
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
    NAME
  }
}
