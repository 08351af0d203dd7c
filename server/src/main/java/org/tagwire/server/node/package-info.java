/**
 * The node: one process that serves one data directory, and the clerks who act for it.
 *
 * <p>Start with {@link org.tagwire.server.node.Node}: what it starts, in which order, and how it
 * stops. {@link org.tagwire.server.node.WebServer} is its listener, with the site, the health
 * routes and nothing else on it. A command asks {@link org.tagwire.server.node.Clerks} for somebody
 * who carries out its order: the running node, or one who opens the directory for it.
 *
 * <p>This package puts things together and decides nothing: no page, no rule, no query belongs
 * here.
 */
@NullMarked
package org.tagwire.server.node;

import org.jspecify.annotations.NullMarked;
