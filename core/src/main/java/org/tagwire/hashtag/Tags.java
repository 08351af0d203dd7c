package org.tagwire.hashtag;

import java.util.List;
import org.tagwire.model.Observation;
import org.tagwire.model.Tagging;

/**
 * What the tagger found in one piece.
 *
 * @param tags best first, each key once; those the piece is about stand before those it mentions
 * @param observation the names to be remembered
 */
public record Tags(List<Tagging> tags, Observation observation) {
  static final Tags NONE = new Tags(List.of(), Observation.NONE);

  public Tags {
    tags = List.copyOf(tags);
  }
}
