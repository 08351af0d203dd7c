package org.tagwire.store;

import org.tagwire.model.Card;
import org.tagwire.model.Observation;
import org.tagwire.model.Placement;
import org.tagwire.model.Reading;

/**
 * A reading with the place that was found for it, ready for the one transaction.
 *
 * @param reading the reading
 * @param placement where it belongs
 * @param card how lists show it
 * @param observation what it adds to what is learned
 */
public record Placed(Reading reading, Placement placement, Card card, Observation observation) {
  /** Returns the same place for the reading as the machine understood it. */
  public Placed with(Reading read) {
    return new Placed(read, placement, card, observation);
  }
}
