package org.tagwire.model;

import java.time.Instant;
import java.util.List;

/**
 * That somebody wrote about something at some time: one article as trends count it.
 *
 * @param order the article's sort time
 * @param origin whose text it is, as a number; two names fall together once in some million pairs
 * @param about the tags it is about
 */
public record Coverage(Instant order, int origin, List<TagKey> about) {
  public Coverage {
    about = List.copyOf(about);
  }
}
