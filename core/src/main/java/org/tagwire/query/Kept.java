package org.tagwire.query;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers that took some work, kept as long as the index stays as it is, and half a minute at
 * least: while news pours in, what stands around a list may be a little older than the list. The
 * least recently asked make room. Safe for use by many threads.
 *
 * @param <Q> a question, equal to itself asked again
 * @param <A> its answer
 */
final class Kept<Q extends Object, A extends Object> {
  private static final int SECONDS = 30;

  private final Map<Q, Answer<A>> known;

  /** The state of things in which something is asked. */
  record Moment(long generation, long halfMinute) {
    static Moment of(long generation, Instant now) {
      return new Moment(generation, Math.floorDiv(now.getEpochSecond(), SECONDS));
    }

    /** Returns the moment of so long a while, whatever comes into the index meanwhile. */
    static Moment within(Duration holds, Instant now) {
      long count = Math.floorDiv(now.getEpochSecond(), holds.toSeconds());
      return new Moment(count, count);
    }

    private boolean holdsIn(Moment other) {
      return generation == other.generation || halfMinute == other.halfMinute;
    }
  }

  private record Answer<A>(Moment moment, A value) {}

  Kept(int most) {
    known = Collections.synchronizedMap(new Recent<>(most));
  }

  A ask(Q question, Moment moment, Supplier<A> work) {
    @Nullable Answer<A> answer = known.get(question);
    if (answer == null || !answer.moment.holdsIn(moment)) {
      answer = new Answer<>(moment, work.get());
      known.put(question, answer);
    }
    return answer.value;
  }
}
