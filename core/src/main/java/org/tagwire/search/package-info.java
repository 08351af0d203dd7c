/**
 * What a reader typed into a search, read as a question to the lists.
 *
 * <p>Start with {@link org.tagwire.search.Grammar}, which takes a line and returns a {@link
 * org.tagwire.search.Request}: a {@link org.tagwire.model.Condition} with notes on what was not
 * understood, or the limit that the line goes beyond. {@link org.tagwire.search.Canonical} writes a
 * condition as a line again; reading that line gives the same condition. {@link
 * org.tagwire.search.Directory} is what the grammar asks about names.
 *
 * <p>The language is small on purpose: words, "phrases", {@code -}, {@code OR}, parentheses and
 * seven fields. Whatever is none of these is literal text, so nothing a reader types is an error,
 * and no sign of another engine's language (regular expressions, fuzziness, ranges) means anything.
 *
 * <p>This package is pure: it uses the model and {@code text}. It must never throw at what somebody
 * typed, know an engine or HTML, read a clock, or decide who may see what.
 */
@NullMarked
package org.tagwire.search;

import org.jspecify.annotations.NullMarked;
