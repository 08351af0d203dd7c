/**
 * Shard ownership inside one process: a map in memory.
 *
 * <p>Start with {@link org.tagwire.shards.local.LocalShards}. It is enough for a node that places
 * all languages itself: a lease ends with the process, and so does the owner. Terms and epochs are
 * kept all the same, so that what runs here runs unchanged where owners are many.
 *
 * <p>This package must never read a clock; every call brings its own time.
 */
@NullMarked
package org.tagwire.shards.local;

import org.jspecify.annotations.NullMarked;
