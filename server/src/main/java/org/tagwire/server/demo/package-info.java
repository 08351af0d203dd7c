/**
 * The demo: a server on a data directory of its own, and a whole world of publishers beside it, on
 * loopback.
 *
 * <p>Start with {@link org.tagwire.server.demo.Stand}: it opens the newsstand and says which
 * settings let a server poll it. Everything else is the product as it is; the server knows nothing
 * of being in a demo, and polls the stand as it polls the web. What the demo sets, it prints.
 */
@NullMarked
package org.tagwire.server.demo;

import org.jspecify.annotations.NullMarked;
