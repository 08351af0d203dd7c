/**
 * The contract of the search index, for every adapter to inherit: examples in {@link
 * org.tagwire.index.SearchIndexContract} and {@link org.tagwire.index.ConditionContract}, and the
 * whole of it at random against {@code NaiveIndex}.
 *
 * <p>Articles are put together with {@link org.tagwire.index.Clipping}. Nothing here may know an
 * engine.
 */
@NullMarked
package org.tagwire.index;

import org.jspecify.annotations.NullMarked;
