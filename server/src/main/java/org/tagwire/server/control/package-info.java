/**
 * How a command finds the node that runs on a data directory, and has it do something.
 *
 * <p>Start with {@link org.tagwire.server.control.Clerk}: it takes an {@link
 * org.tagwire.server.control.Order} and tells a {@link org.tagwire.server.control.Report} what
 * comes of it. There are two kinds of clerk: the one who works in this very process on the
 * directory, and {@link org.tagwire.server.control.ControlClient}, who carries the order to the
 * running node's {@link org.tagwire.server.control.ControlServer} and reads its report back. A
 * command cannot tell them apart.
 *
 * <p>The running node is found by the file {@code node.json} ({@link
 * org.tagwire.server.control.NodeFile}), which only its owner may read and which holds the token
 * that every order must show; a file left by a node that died is recognised. {@link
 * org.tagwire.server.control.DirectoryLock} sees to it that one process at a time has the directory
 * open.
 *
 * <p>The channel listens on loopback only, on a port of its own, and is no part of the site:
 * nothing of it may ever be reachable through the site's listener.
 */
@NullMarked
package org.tagwire.server.control;

import org.jspecify.annotations.NullMarked;
