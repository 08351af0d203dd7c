package org.tagwire.index.lucene;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Answers that were worked out in a snapshot and cannot change in it, so that the second who asks
 * pays nothing. Only so many are kept: when half of them are new, the other half, those that nobody
 * has asked for since, make room. Safe for use by many threads.
 *
 * @param <Q> a question, equal to itself asked again
 * @param <A> its answer
 */
final class Answers<Q extends Object, A extends Object> {
  private final int half;
  private volatile ConcurrentMap<Q, A> recent = new ConcurrentHashMap<>();
  private volatile ConcurrentMap<Q, A> earlier = new ConcurrentHashMap<>();

  /** Keeps about this many. */
  Answers(int kept) {
    this.half = Math.max(1, kept / 2);
  }

  /** Works an answer out. */
  @FunctionalInterface
  interface Work<A> {
    A answer() throws IOException;
  }

  A ask(Q question, Work<A> work) throws IOException {
    A answer = recent.get(question);
    if (answer != null) {
      return answer;
    }
    answer = earlier.get(question);
    if (answer == null) {
      answer = work.answer();
    }
    keep(question, answer);
    return answer;
  }

  private void keep(Q question, A answer) {
    ConcurrentMap<Q, A> now = recent;
    now.put(question, answer);
    if (now.size() > half) {
      // Two threads may do this at once; then a few answers are worked out again.
      earlier = now;
      recent = new ConcurrentHashMap<>();
    }
  }
}
