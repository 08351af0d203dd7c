/**
 * The HTML of publishers, made harmless: bytes to text, markup to plain paragraphs, markup to
 * marks.
 *
 * <p>{@link org.tagwire.html.HtmlText} is where most callers start: it turns the HTML of a feed
 * item into plain paragraphs, in one pass and without building a tree, because every item of every
 * poll goes through it. {@link org.tagwire.html.HtmlDecoder} turns the bytes of a page into
 * characters as browsers do.
 *
 * <p>Of markup only what {@link org.tagwire.html.Marker} knows is kept, as marks beside the text:
 * no foreign HTML is ever stored. {@link org.tagwire.html.SafeMarkup} writes paragraphs and their
 * marks as the HTML that readers are shown; it is the one type that a page may print unescaped.
 *
 * <p>Everything here is pure, linear in its input and bounded; no input makes it throw. It must
 * never fetch what markup points to, and never hand on markup that it has not written itself.
 */
@NullMarked
package org.tagwire.html;

import org.jspecify.annotations.NullMarked;
