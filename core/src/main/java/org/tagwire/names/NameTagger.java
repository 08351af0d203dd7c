package org.tagwire.names;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.text.Token;

/**
 * Finds the names of persons, organisations, places and other things in English sentences, also
 * where every word has a capital.
 *
 * <p>A conditional random field over what words look like, stand beside and are known to be ({@link
 * Clues}), trained on text that a larger tagger had labelled ({@code ./dev train names}). Words
 * without capitals are not looked at unless they stand between two that have them, so a text in a
 * script without capitals costs nothing and has no names here.
 *
 * <p>Immutable and safe for use by many threads; some 40 MB. Time grows with the length of the
 * sentence; no sentence makes it fail.
 */
public final class NameTagger {
  /** Longer runs of capitalised words are no sentences: they are cut, not read as one. */
  private static final int LONGEST_RUN = 200;

  private final Lexicon lexicon;
  private final Vocabulary vocabulary;
  private final Weights weights;
  private final double[][] factors;

  NameTagger(Lexicon lexicon, Vocabulary vocabulary, Weights weights) {
    this.lexicon = lexicon;
    this.vocabulary = vocabulary;
    this.weights = weights;
    this.factors = Lattice.factors(weights.transitions());
  }

  /** Reads the model and the lexica that stand beside this class. */
  public static NameTagger load() {
    return new NameTagger(Lexicon.load(), Vocabulary.load(), Weights.load());
  }

  /** Returns the lexicon it reads by. */
  public Lexicon lexicon() {
    return lexicon;
  }

  /** Returns the names of {@code sentence} in order; no two of them overlap. */
  public List<Name> tag(List<Token> sentence) {
    boolean[] candidates = Glyphs.candidates(sentence);
    Clues clues = new Clues(lexicon, vocabulary, sentence, candidates);
    List<Name> names = new ArrayList<>();
    int from = 0;
    while (from < candidates.length) {
      int to = from;
      while (to < candidates.length && candidates[to] && to - from < LONGEST_RUN) {
        to++;
      }
      if (to > from) {
        read(clues, from, to, names);
      }
      from = Math.max(to, from + 1);
    }
    return names;
  }

  private void read(Clues clues, int from, int to, List<Name> names) {
    float[][] scores = new float[to - from][];
    for (int i = from; i < to; i++) {
      scores[i - from] = weights.scores(clues.at(i));
    }
    Lattice lattice = new Lattice(scores, factors);
    int[] labels = lattice.best();
    for (int[] span : Lattice.spans(labels)) {
      double certainty = lattice.probability(labels, span[0], span[1]);
      names.add(
          new Name(from + span[0], from + span[1], Label.kind(labels[span[0]]), certainty));
    }
  }
}
