package org.tagwire.names;

import java.util.List;
import java.util.Optional;
import org.tagwire.model.Knowledge;
import org.tagwire.model.Language;
import org.tagwire.model.Observation;
import org.tagwire.text.Token;

/** Learns from the stream, without labels, which sequences of words are names. */
public final class NameMiner {
  private NameMiner() {}

  /** Returns what one article teaches; {@code sentences} are those of its text, without title. */
  public static Observation observe(List<List<Token>> sentences, Language language) {
    return Observation.NONE;
  }

  /** Returns the reader of what {@code knowledge} holds for {@code language}. */
  public static NameMiner in(Language language, Knowledge knowledge) {
    return new NameMiner();
  }

  /** Returns what is known of {@code phrase}, words with blanks between; empty when never seen. */
  public Optional<Mined> look(String phrase) {
    return Optional.empty();
  }
}
