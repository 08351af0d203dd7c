package org.tagwire.store;

import org.tagwire.model.Source;

/**
 * A source that has been claimed for a poll.
 *
 * @param source which one
 * @param plan what is known for the poll
 */
public record DueSource(Source source, PollPlan plan) {}
