/**
 * What readers ask: a hashtag, an article, a story, the front page, a search.
 *
 * <p>Start with {@link org.tagwire.query.HashtagPages}, the page Tagwire exists for; {@link
 * org.tagwire.query.Lists} is what all lists have in common: one language first, near-copies
 * folded, places in the list that last. {@link org.tagwire.query.FeedDoctor} tells the owner what
 * is wrong with a source.
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
