/**
 * What can be ordered of a node, one class for each kind of errand.
 *
 * <p>Start with {@link org.tagwire.server.orders.Bureau}: the table of orders by name. Each errand
 * works on the {@link org.tagwire.server.works.Works} of a data directory, whoever has them open:
 * the running server, for which an order came in over the control channel, or a command that opened
 * the directory itself. So an order can never tell which of the two it is, and results look the
 * same.
 *
 * <p>An errand reports results as lines, remarks as notes and its progress as numbers; it never
 * prints, and it knows neither the command line nor HTTP. What its caller got wrong is a {@link
 * org.tagwire.model.TagwireException} with {@code BAD_REQUEST}, whose message says what to write
 * instead.
 */
@NullMarked
package org.tagwire.server.orders;

import org.jspecify.annotations.NullMarked;
