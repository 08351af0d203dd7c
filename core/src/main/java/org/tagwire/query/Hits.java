package org.tagwire.query;

import java.util.List;
import org.tagwire.model.Mark;

/**
 * What a card shows of a search: where its words stand in the headline, and the passage in which
 * they stand in the text.
 *
 * @param headline marks in the card's headline
 * @param text the passage; for the public audience nothing but the card's own
 * @param marks marks in the passage
 */
public record Hits(List<Mark> headline, String text, List<Mark> marks) {
  public Hits {
    headline = List.copyOf(headline);
    marks = List.copyOf(marks);
  }
}
