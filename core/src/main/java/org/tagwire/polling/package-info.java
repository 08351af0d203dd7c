/**
 * When a source is asked: whose turn it is, and when it comes again.
 *
 * <p>Start with {@link org.tagwire.polling.Dispatcher}, which claims what is due and says who goes
 * next; it has no thread, so that a simulated week runs through it in seconds. Behind it the {@code
 * Rota} keeps one poll at a time per host, domain and address, and {@code Uplink} tells a network
 * of ours that is down from a source that is. {@link org.tagwire.polling.Schedule} turns what came
 * of a poll into its record and the plan for the next, by {@link org.tagwire.fetch.PollPolicy};
 * {@link org.tagwire.polling.Checkup} notes beside it what a doctor will want to know. {@link
 * org.tagwire.polling.PollLog} stores records in groups.
 *
 * <p>It never asks a server itself: {@code ingest} does, and tells what came of it.
 */
@NullMarked
package org.tagwire.polling;

import org.jspecify.annotations.NullMarked;
