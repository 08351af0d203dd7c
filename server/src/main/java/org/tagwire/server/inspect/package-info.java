/**
 * Runs single stages over lines of JSON, without a data directory: what quality is measured with.
 *
 * <p>Start with {@link org.tagwire.server.inspect.Inspection}: it reads lines, hands each to a
 * {@link org.tagwire.server.inspect.Stage} and prints one answer for each, in the same order.
 * Stages that keep nothing in mind (feeds, pages, language) answer several lines at a time; those
 * that learn from line to line (tags, stories) one after the other. A line that fails is answered
 * with its error, and the run goes on.
 *
 * <p>The stages here are those of the product, called as {@code ingest} calls them; nothing may be
 * done for a measurement that is not done for readers.
 */
@NullMarked
package org.tagwire.server.inspect;

import org.jspecify.annotations.NullMarked;
