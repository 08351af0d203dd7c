/**
 * What readers ask: a hashtag, an article, a story, the front page, a search.
 *
 * <p>Start with {@link org.tagwire.query.HashtagPages}, the page Tagwire exists for; {@link
 * org.tagwire.query.Lists} is what all lists have in common: one language first, near-copies
 * folded, places in the list that last. What stands between them and the ports, each for one thing:
 * {@code Mutes} and {@code RuledLists} turn a filter into what the owner means by it, {@code
 * Headcount} counts it ({@code Census}, while there is no index), {@code Shield} does then what the
 * index does for children and victims, {@code Discretion} says which tags strangers are told of
 * ({@code TagGate} to pages, {@code PublicFace} on cards and articles).
 *
 * <p>Everything here only reads, through the ports, for a named {@link org.tagwire.model.Audience}.
 * For the public audience no more of a text leaves this package than {@code rights} allows: cards
 * and articles are cut here, once, so that no page, feed or answer behind can show more. When the
 * index is away, lists come from the store.
 *
 * <p>It must never write, fetch, or know HTML.
 */
@NullMarked
package org.tagwire.query;

import org.jspecify.annotations.NullMarked;
