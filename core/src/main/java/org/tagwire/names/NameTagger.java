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
    return draft(sentence).names();
  }

  /**
   * Returns the names of each of an article's sentences, the first of which is its headline: what
   * is clear in the body helps to read the headline, and a full name the surname alone.
   */
  public List<List<Name>> tagArticle(List<List<Token>> sentences) {
    List<Draft> drafts = sentences.stream().map(this::draft).toList();
    Echoes echoes = new Echoes();
    for (Draft draft : drafts.subList(Math.min(1, drafts.size()), drafts.size())) {
      if (draft.writing == Glyphs.Case.SENTENCE) {
        echoes.note(draft.sentence, draft.names());
      }
    }
    List<List<Name>> names = new ArrayList<>();
    for (Draft draft : drafts) {
      names.add(again(draft, names.isEmpty() || draft.writing != Glyphs.Case.SENTENCE, echoes));
    }
    return names;
  }

  private Draft draft(List<Token> sentence) {
    boolean[] candidates = Glyphs.candidates(sentence);
    Clues clues = new Clues(lexicon, vocabulary, sentence, candidates);
    List<Run> runs = new ArrayList<>();
    int from = 0;
    while (from < candidates.length) {
      int to = from;
      while (to < candidates.length && candidates[to] && to - from < LONGEST_RUN) {
        to++;
      }
      if (to > from) {
        runs.add(run(clues, from, to));
      }
      from = Math.max(to, from + 1);
    }
    return new Draft(sentence, clues.writing(), runs);
  }

  private Run run(Clues clues, int from, int to) {
    float[][] scores = new float[to - from][];
    for (int i = from; i < to; i++) {
      scores[i - from] = weights.scores(clues.at(i));
    }
    return new Run(from, scores, names(from, scores));
  }

  private List<Name> again(Draft draft, boolean headline, Echoes echoes) {
    List<Name> names = new ArrayList<>();
    for (Run run : draft.runs) {
      boolean heard =
          headline
              ? echoes.echoInHeadline(draft.sentence, run.from, run.scores)
              : echoes.echoOfSurnames(draft.sentence, run.from, run.scores);
      names.addAll(heard ? names(run.from, run.scores) : run.names);
    }
    return names;
  }

  private List<Name> names(int from, float[][] scores) {
    Lattice lattice = new Lattice(scores, factors);
    int[] labels = lattice.best();
    List<Name> names = new ArrayList<>();
    for (int[] span : Lattice.spans(labels)) {
      double certainty = lattice.probability(labels, span[0], span[1]);
      names.add(new Name(from + span[0], from + span[1], Label.kind(labels[span[0]]), certainty));
    }
    return names;
  }

  /** A sentence as read by itself. */
  private record Draft(List<Token> sentence, Glyphs.Case writing, List<Run> runs) {
    List<Name> names() {
      return runs.stream().flatMap(run -> run.names.stream()).toList();
    }
  }

  /** A run of tokens that may stand in names; the scores are changed when it is read again. */
  @SuppressWarnings("ArrayRecordComponent") // lives while one article is read
  private record Run(int from, float[][] scores, List<Name> names) {}
}
