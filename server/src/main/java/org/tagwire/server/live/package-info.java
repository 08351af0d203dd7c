/**
 * Open pages that learn of new articles: how many there are, and nothing else about them.
 *
 * <p>Start with {@link org.tagwire.server.live.LiveDesk}. A page that was sent carries in its live
 * address a {@link org.tagwire.server.live.Glimpse} of what stands on it; its script opens that
 * address and is told, as server-sent events (HTML Living Standard, section 9.2), how many articles
 * a reload would show that are not on the page. So the count is right whatever happened between
 * page and connection, after a restart too, and nothing is kept for a page but the connection.
 *
 * <p>All pages of the same list are one {@code Channel}: the list is looked up once for all of
 * them, only when the change number has moved, and every few seconds at most. One thread follows
 * the number for all channels, while there are any; each open page waits on a virtual thread of its
 * own.
 *
 * <p>This room knows no list: whoever opens a page says what stands at its address. It must never
 * send anything about an article, ask anything for another audience than the visitor's, or hold a
 * connection for ever, since whether somebody may still listen is asked when they connect.
 */
@NullMarked
package org.tagwire.server.live;

import org.jspecify.annotations.NullMarked;
