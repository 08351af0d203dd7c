/**
 * The command line: one class for each command.
 *
 * <p>Start with {@link org.tagwire.server.cli.CommandLineInterface}. A command reads its arguments,
 * gives orders to a {@link org.tagwire.server.control.Clerk} and prints the report through {@link
 * org.tagwire.server.cli.Terminal}: results to standard output, everything else to standard error.
 * The exit code is 0, 1 when it failed, 2 when it was used wrongly.
 *
 * <p>No command does the work itself; what it can do, a running server can be asked to do. This is
 * the one place where the machine's clock is read and handed on.
 */
@NullMarked
package org.tagwire.server.cli;

import org.jspecify.annotations.NullMarked;
