package org.tagwire.model;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a publisher's signals allow to be shown of one article, beside the instance's own mode.
 *
 * @param maxSnippet greatest number of characters of an excerpt; {@link #UNLIMITED} where the
 *     publisher set none, 0 for headline and link
 * @param listed false under {@code noindex}: not on public pages, searches and feeds
 * @param archived false under {@code noarchive}: no stored full text on the public side
 * @param mined false under a text-mining reservation (TDMRep, RSL): neither page nor embedding
 * @param pictured whether a picture may be shown in public
 * @param paywalled part of the page is for subscribers; that part is never stored
 * @param learned false where the publisher forbids learning from it (AIPREF {@code train-ai=n}, RSL
 *     {@code ai-train}): it adds nothing to {@link Knowledge}
 * @param unavailableAfter when the publisher ends it ({@code unavailable_after}); absent for never
 */
public record ShowLimits(
    int maxSnippet,
    boolean listed,
    boolean archived,
    boolean mined,
    boolean pictured,
    boolean paywalled,
    boolean learned,
    @Nullable Instant unavailableAfter) {
  public static final int UNLIMITED = Integer.MAX_VALUE;

  /** No signal at all. */
  public static final ShowLimits NONE = new ShowLimits(UNLIMITED, true, true, true, true, false);

  /** Part of the page is for subscribers. */
  public static final ShowLimits PAYWALLED =
      new ShowLimits(UNLIMITED, true, true, true, true, true);

  public ShowLimits {
    if (maxSnippet < 0) {
      throw new IllegalArgumentException(
          "a snippet has 0 characters or more, but this is " + maxSnippet);
    }
  }

  /** Limits under which one may learn and which never end. */
  public ShowLimits(
      int maxSnippet,
      boolean listed,
      boolean archived,
      boolean mined,
      boolean pictured,
      boolean paywalled) {
    this(maxSnippet, listed, archived, mined, pictured, paywalled, true, null);
  }

  /** Returns these, but nothing may be learned. */
  public ShowLimits unlearned() {
    return new ShowLimits(
        maxSnippet, listed, archived, mined, pictured, paywalled, false, unavailableAfter);
  }

  /** Returns these, but the article ends at {@code end}. */
  public ShowLimits until(Instant end) {
    return new ShowLimits(maxSnippet, listed, archived, mined, pictured, paywalled, learned, end);
  }

  public Optional<Instant> findUnavailableAfter() {
    return Optional.ofNullable(unavailableAfter);
  }

  /** Returns both together: wherever they differ, the more restrictive wins. */
  public ShowLimits and(ShowLimits other) {
    return new ShowLimits(
        Math.min(maxSnippet, other.maxSnippet),
        listed && other.listed,
        archived && other.archived,
        mined && other.mined,
        pictured && other.pictured,
        paywalled || other.paywalled,
        learned && other.learned,
        earlier(unavailableAfter, other.unavailableAfter));
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isBefore(other) ? one : other;
  }
}
