/**
 * From the bytes of a feed, however broken, to one normalised {@link org.tagwire.feed.ParsedFeed}.
 *
 * <p>Start with {@link org.tagwire.feed.FeedParser}: decode, tell the format, parse, map, in four
 * lines. XML becomes a tree of {@code XmlElement} in one of three ways, each more forgiving than
 * the one before: as it stands ({@code StrictXml}), after {@code Mending}, and with a reader that
 * takes anything ({@code LenientXml}). Whatever had to be mended, assumed or left out on the way is
 * told as a {@link org.tagwire.feed.Repair}. {@code RssMapping}, {@code AtomMapping} and {@code
 * JsonFeedMapping} turn what was found into the same values.
 *
 * <p>What an item leaves unsaid is filled in when all is read ({@code ItemDraft}): a headline from
 * the first words, an author from the feed. A link is never invented: two items without one are not
 * the same article.
 *
 * <p>A DOCTYPE never reaches a parser and nothing outside the document is ever looked at.
 * Everything has a limit, and each limit a {@link org.tagwire.feed.FeedError}. This package knows
 * no clock and no network, and it neither sanitises nor judges: items carry HTML as the publisher
 * worded it.
 */
@NullMarked
package org.tagwire.feed;

import org.jspecify.annotations.NullMarked;
