/**
 * A small newsroom in memory for the tests of the site: ports that keep everything in lists, and news about nobody real.
 *
 * <p>Start with {@link org.tagwire.server.sample.Newsroom}. What the site never calls is not there and says so. Nothing
 * here ships.
 */
@NullMarked
package org.tagwire.server.sample;

import org.jspecify.annotations.NullMarked;
