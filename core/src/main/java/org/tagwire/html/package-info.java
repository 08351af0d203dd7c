/**
 * The HTML of publishers, made harmless: bytes to text, markup to plain paragraphs, markup to safe
 * markup.
 *
 * <p>{@link org.tagwire.html.HtmlText} is where most callers start: it turns the HTML of a feed
 * item into plain paragraphs, in one pass and without building a tree, because every item of every
 * poll goes through it. {@link org.tagwire.html.HtmlDecoder} turns the bytes of a page into
 * characters as browsers do. {@link org.tagwire.html.Sanitiser} turns foreign HTML into the small
 * part of HTML that a reader may be shown.
 *
 * <p>Everything here is pure, linear in its input and bounded; no input makes it throw. It must
 * never fetch what markup points to, and never hand on markup that it has not written itself.
 */
@NullMarked
package org.tagwire.html;

import org.jspecify.annotations.NullMarked;
