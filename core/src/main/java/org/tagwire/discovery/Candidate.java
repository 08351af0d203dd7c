package org.tagwire.discovery;

import org.tagwire.model.Source;
import org.tagwire.url.WebAddress;

/**
 * An address that may be a source.
 *
 * @param url the address
 * @param title what the page calls it, empty if nothing
 * @param kind a feed or a sitemap
 * @param ground why it is thought to be one; the earlier the ground, the better the candidate
 */
public record Candidate(WebAddress url, String title, Source.Kind kind, Ground ground) {

  /** Why an address may be a source, the best ground first. */
  public enum Ground {
    /** The site is known and its feed addresses follow a rule. */
    RULE,
    /** The page declares it ({@code link rel=alternate}). */
    DECLARED,
    /** The page links to what looks like a feed. */
    LINKED,
    /** The page declares it, but it carries comments. */
    COMMENTS,
    /** Many sites have their feed there. */
    GUESSED
  }
}
