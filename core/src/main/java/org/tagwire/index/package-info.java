/**
 * The port to the search index: lists, counts and full text, derived from the store and rebuilt
 * from it at will.
 *
 * <p>Start with {@link org.tagwire.index.SearchIndex}. Its only truth is the change number it has
 * committed; after a crash the indexer goes on from there. The abstract suite {@code
 * SearchIndexContract} in the test tree is inherited by every adapter.
 *
 * <p>Every question names its {@link org.tagwire.model.Audience}, and the adapter adds that clause
 * itself, after everything a reader typed. This package knows no engine and must never be asked for
 * something that only it knows.
 */
@NullMarked
package org.tagwire.index;

import org.jspecify.annotations.NullMarked;
