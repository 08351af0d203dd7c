package org.tagwire.names;

import java.util.ArrayList;
import java.util.List;
import org.tagwire.model.TagKind;
import org.tagwire.text.Token;

/**
 * Finds the names of persons, organisations, places and other things in English sentences.
 *
 * <p>Immutable and safe for use by many threads. Time grows with the length of the sentence; no
 * sentence makes it fail.
 */
public final class NameTagger {
  private final Lexicon lexicon;

  private NameTagger(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Reads the model that stands beside this class. */
  public static NameTagger load() {
    return new NameTagger(Lexicon.load());
  }

  /** Returns the names of {@code sentence} in order; no two of them overlap. */
  public List<Name> tag(List<Token> sentence) {
    List<Name> names = new ArrayList<>();
    int i = 0;
    while (i < sentence.size()) {
      int from = i;
      while (i < sentence.size() && isCapitalisedWord(sentence.get(i))) {
        i++;
      }
      if (i > from) {
        names.add(new Name(from, i, kind(sentence.subList(from, i)), 0.5));
      } else {
        i++;
      }
    }
    return names;
  }

  private static boolean isCapitalisedWord(Token token) {
    return token.isWord() && token.isCapitalised();
  }

  private TagKind kind(List<Token> tokens) {
    StringBuilder whole = new StringBuilder();
    tokens.forEach(token -> whole.append(token.text()).append(' '));
    int flags = lexicon.flags(whole.toString());
    if ((flags & Lexicon.PLACE) != 0) {
      return TagKind.PLACE;
    }
    if ((flags & Lexicon.ORGANISATION) != 0) {
      return TagKind.ORGANISATION;
    }
    boolean named = lexicon.is(tokens.getFirst().text(), Lexicon.FIRST_NAME);
    return named ? TagKind.PERSON : TagKind.TOPIC;
  }
}
