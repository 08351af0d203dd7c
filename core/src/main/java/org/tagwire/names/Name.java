package org.tagwire.names;

import org.tagwire.model.TagKind;

/**
 * A name in a sentence.
 *
 * @param from the number of its first token
 * @param to the number after its last token
 * @param kind what it is a name of; {@link TagKind#TOPIC} for what is none of the others, as
 *     nationalities and brands
 * @param certainty how sure the tagger is of its bounds and kind together, from 0 to 1
 */
public record Name(int from, int to, TagKind kind, double certainty) {
  public Name {
    if (from < 0 || to <= from) {
      throw new IllegalArgumentException("a name has a token at least, not " + from + " to " + to);
    }
    if (!(certainty >= 0 && certainty <= 1)) {
      throw new IllegalArgumentException("certainty lies between 0 and 1, not at " + certainty);
    }
  }
}
