package org.tagwire.fetch;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What a feed says about how often it changes.
 *
 * @param ttl its declared interval (RSS ttl, sy:updatePeriod), zero for none, nonsense read as none
 * @param skipHours hours of the day in UTC it asks to be left alone
 * @param skipDays days it asks to be left alone
 * @param newestItems when its newest items were published, newest first, at most {@link #MAX_ITEMS}
 */
public record PollHints(
    Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays, List<Instant> newestItems) {
  /** A feed that says nothing. */
  public static final PollHints NONE = new PollHints(Duration.ZERO, Set.of(), Set.of(), List.of());

  /** As many items as a rhythm is judged by. */
  public static final int MAX_ITEMS = 20;

  public PollHints {
    ttl = ttl.isNegative() ? Duration.ZERO : ttl;
    skipHours = skipHours.size() >= 24 ? Set.of() : Set.copyOf(skipHours);
    skipDays = skipDays.size() >= 7 ? Set.of() : Set.copyOf(skipDays);
    newestItems = newestItems.stream().sorted(Comparator.reverseOrder()).limit(MAX_ITEMS).toList();
  }
}
