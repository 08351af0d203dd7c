/**
 * Lists as feeds: RSS 2.0, Atom (RFC 4287), JSON Feed 1.1 and plain text.
 *
 * <p>Start with {@link org.tagwire.server.out.Bulletin}, one list of articles ready to be written,
 * and {@link org.tagwire.server.out.Format}, which writes it. Whoever fills a bulletin decides what
 * may be shown; here everything is only written down.
 *
 * <p>Publishers' text may contain anything. What XML cannot carry (XML 1.0 section 2.2: control
 * characters, half surrogate pairs) is replaced, everything else escaped, so that each feed is
 * well-formed whatever an article says; the tests read hostile fields back with a strict parser.
 *
 * <p>This package must never ask a store, know a request, or copy a publisher's HTML.
 */
@NullMarked
package org.tagwire.server.out;

import org.jspecify.annotations.NullMarked;
