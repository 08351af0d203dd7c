/**
 * Which article's text is nearly another's: wire copy, syndication, a text carried by several
 * outlets.
 *
 * <p>Start with {@link org.tagwire.copies.CopyFinder}: it makes a {@link
 * org.tagwire.model.CopyPrint} of a text and compares two prints; {@link
 * org.tagwire.copies.Likeness} says from where on that is a copy. {@code Wording} is what the
 * shingles of a text are. {@link org.tagwire.copies.Copies} is the window of recent prints in which
 * a new article's original is looked up.
 *
 * <p>The stage itself is pure. The window is mutable and belongs to the one thread that owns its
 * language shard; it is rebuilt from the store at start and never asked by readers.
 *
 * <p>This package uses the model and {@code text}. It must never delete or hide an article: it says
 * what is alike, others decide what is shown.
 */
@NullMarked
package org.tagwire.copies;

import org.jspecify.annotations.NullMarked;
