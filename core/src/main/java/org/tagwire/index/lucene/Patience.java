package org.tagwire.index.lucene;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FilterDocIdSetIterator;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TwoPhaseIterator;
import org.tagwire.model.ErrorCode;
import org.tagwire.model.TagwireException;

/**
 * Ends a question that takes too long.
 *
 * <p>Looked at between candidates, not only between matches: a phrase of two common words may be
 * tried on every document and found in none. For one question and one thread.
 */
final class Patience {
  /** Nobody waits longer for a search. */
  static final Duration LIMIT = Duration.ofSeconds(2);

  private static final int STEPS_BETWEEN_LOOKS = 64;

  private final LongSupplier nanos;
  private final long end;
  private int steps;

  Patience(LongSupplier nanos, Duration limit) {
    this.nanos = nanos;
    this.end = nanos.getAsLong() + limit.toNanos();
  }

  private void step() {
    if (++steps % STEPS_BETWEEN_LOOKS == 0 && nanos.getAsLong() - end > 0) {
      throw new TagwireException(
          ErrorCode.TOO_SLOW, "the search took longer than " + LIMIT + "; ask for rarer words");
    }
  }

  /** Returns the matches of a scorer, counted while they are looked for. */
  DocIdSetIterator over(Scorer scorer) {
    TwoPhaseIterator phases = scorer.twoPhaseIterator();
    return phases == null
        ? counted(scorer.iterator())
        : TwoPhaseIterator.asDocIdSetIterator(counted(phases));
  }

  private TwoPhaseIterator counted(TwoPhaseIterator phases) {
    return new TwoPhaseIterator(phases.approximation()) {
      @Override
      public boolean matches() throws IOException {
        step();
        return phases.matches();
      }

      @Override
      public float matchCost() {
        return phases.matchCost();
      }
    };
  }

  private DocIdSetIterator counted(DocIdSetIterator matches) {
    return new FilterDocIdSetIterator(matches) {
      @Override
      public int nextDoc() throws IOException {
        step();
        return in.nextDoc();
      }

      @Override
      public int advance(int target) throws IOException {
        step();
        return in.advance(target);
      }
    };
  }
}
