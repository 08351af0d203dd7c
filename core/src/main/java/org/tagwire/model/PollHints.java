package org.tagwire.model;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a source says, and shows, about how often it changes; kept from one reading to the next,
 * because an answer of "not modified" says nothing of it.
 *
 * @param ttl its declared interval (RSS ttl, sy:updatePeriod), zero for none, nonsense read as none
 * @param skipHours hours of the day in UTC it asks to be left alone
 * @param skipDays days it asks to be left alone
 * @param rhythm the usual time between two of its newest items, zero where it is not known
 * @param newest when its newest item was published; absent where that is not known
 */
public record PollHints(
    Duration ttl,
    Set<Integer> skipHours,
    Set<DayOfWeek> skipDays,
    Duration rhythm,
    @Nullable Instant newest) {
  /** A source that says nothing. */
  public static final PollHints NONE =
      new PollHints(Duration.ZERO, Set.of(), Set.of(), Duration.ZERO, null);

  /** As many items as a rhythm is judged by. */
  public static final int MAX_ITEMS = 20;

  public PollHints {
    ttl = ttl.isNegative() ? Duration.ZERO : ttl;
    rhythm = rhythm.isNegative() ? Duration.ZERO : rhythm;
    skipHours = skipHours.size() >= 24 ? Set.of() : Set.copyOf(skipHours);
    skipDays = skipDays.size() >= 7 ? Set.of() : Set.copyOf(skipDays);
  }

  /** Returns what a source declares together with the rhythm of when its items were published. */
  public static PollHints of(
      Duration ttl, Set<Integer> skipHours, Set<DayOfWeek> skipDays, List<Instant> published) {
    List<Instant> newest =
        published.stream().sorted(Comparator.reverseOrder()).limit(MAX_ITEMS).toList();
    if (newest.isEmpty()) {
      return new PollHints(ttl, skipHours, skipDays, Duration.ZERO, null);
    }
    Duration rhythm =
        newest.size() < 2
            ? Duration.ZERO
            : Duration.between(newest.getLast(), newest.getFirst()).dividedBy(newest.size() - 1);
    return new PollHints(ttl, skipHours, skipDays, rhythm, newest.getFirst());
  }

  public Optional<Instant> findNewest() {
    return Optional.ofNullable(newest);
  }

  /** Returns whether the source asks to be left alone at this time. */
  public boolean skips(Instant at) {
    if (skipHours.isEmpty() && skipDays.isEmpty()) {
      return false;
    }
    var time = at.atOffset(ZoneOffset.UTC);
    return skipHours.contains(time.getHour()) || skipDays.contains(time.getDayOfWeek());
  }
}
