/**
 * The port to shard ownership: at any time one owner places the articles of a language, in order.
 *
 * <p>Start with {@link org.tagwire.shards.Shards}. In one process this is a map; over several
 * machines a consumer group of a log. A lease has a term, and a term that has passed is refused by
 * whoever is asked to act under it.
 */
@NullMarked
package org.tagwire.shards;

import org.jspecify.annotations.NullMarked;
