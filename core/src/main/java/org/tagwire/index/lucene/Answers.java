package org.tagwire.index.lucene;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Answers that were worked out in a snapshot and cannot change in it, so that the second who asks
 * pays nothing. Only so many are kept; what comes after is worked out each time. Safe for use by
 * many threads.
 *
 * @param <Q> a question, equal to itself asked again
 * @param <A> its answer
 */
final class Answers<Q extends Object, A extends Object> {
  private final int kept;
  private final ConcurrentMap<Q, A> known = new ConcurrentHashMap<>();

  Answers(int kept) {
    this.kept = kept;
  }

  /** Works an answer out. */
  @FunctionalInterface
  interface Work<A> {
    A answer() throws IOException;
  }

  A ask(Q question, Work<A> work) throws IOException {
    A answer = known.get(question);
    if (answer == null) {
      answer = work.answer();
      if (known.size() < kept) {
        known.put(question, answer);
      }
    }
    return answer;
  }
}
