package org.tagwire.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tagwire.model.ArticleText;
import org.tagwire.model.Paragraph;
import org.tagwire.query.SameText.Added;
import org.tagwire.text.Sentences;
import org.tagwire.text.Shingles;
import org.tagwire.text.Terms;

/**
 * Finds the sentences of one text that are not in another: those with less than half of their
 * shingles in it, so that a changed word is no addition. Of a very short sentence all words count
 * as one shingle.
 */
final class Additions {
  private static final int WIDTH = 3;

  private final Set<Integer> known;
  private final List<Added> added = new ArrayList<>();
  private int sentences;

  private Additions(ArticleText first) {
    List<String> words = Terms.of(first.plain());
    known =
        IntStream.rangeClosed(1, WIDTH)
            .flatMap(width -> Arrays.stream(Shingles.of(words, width)))
            .boxed()
            .collect(Collectors.toSet());
  }

  /** Finds what {@code text} has and {@code first} has not. */
  static Additions of(ArticleText text, ArticleText first) {
    Additions additions = new Additions(first);
    List<Paragraph> paragraphs = text.paragraphs();
    for (int i = 0; i < paragraphs.size(); i++) {
      if (paragraphs.get(i).isText()) {
        additions.read(i, paragraphs.get(i).text());
      }
    }
    return additions;
  }

  int sentences() {
    return sentences;
  }

  List<Added> spans() {
    return List.copyOf(added);
  }

  private void read(int paragraph, String text) {
    int at = 0;
    boolean joined = false;
    for (String sentence : Sentences.of(text)) {
      int from = text.indexOf(sentence, at);
      at = from + sentence.length();
      boolean isNew = isNew(sentence);
      if (isNew) {
        sentences++;
        Added last = joined ? added.removeLast() : new Added(paragraph, from, at);
        added.add(new Added(paragraph, last.from(), at));
      }
      joined = isNew;
    }
  }

  private boolean isNew(String sentence) {
    List<String> words = Terms.of(sentence);
    int[] shingles = Shingles.of(words, Math.clamp(words.size(), 1, WIDTH));
    long found = Arrays.stream(shingles).filter(known::contains).count();
    return 2 * found < shingles.length;
  }
}
