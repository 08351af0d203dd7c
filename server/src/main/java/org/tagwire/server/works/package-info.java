/**
 * What works on one data directory: the engines, the journey of the articles, and the loops that
 * keep it going.
 *
 * <p>Start with {@link org.tagwire.server.works.Works}: {@code open} builds the whole by
 * constructor calls, in the order in which one part needs another, and {@code close} takes it down
 * in the reverse order. Placing and indexing run from the beginning; polling only when it is asked
 * for, so that a command can open a directory, do its errand and leave.
 *
 * <p>There is no container and no registry: what a part needs stands in its constructor call.
 * Nothing in here knows HTTP, a command line, or a page.
 */
@NullMarked
package org.tagwire.server.works;

import org.jspecify.annotations.NullMarked;
