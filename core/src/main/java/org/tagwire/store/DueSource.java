package org.tagwire.store;

import org.tagwire.model.Source;

/**
 * A source that has been claimed for a poll.
 *
 * @param source which one
 * @param plan what is known for the poll
 * @param pushed whether a hub has said that there is news, and no poll has begun since
 */
public record DueSource(Source source, PollPlan plan, boolean pushed) {
  /** A source of which no hub has said anything. */
  public DueSource(Source source, PollPlan plan) {
    this(source, plan, false);
  }
}
