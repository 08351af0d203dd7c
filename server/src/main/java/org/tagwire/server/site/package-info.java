/**
 * The site: every page as HTML, every list as a feed too.
 *
 * <p>Start with {@link org.tagwire.server.site.Site}, whose table names every route. A request
 * passes the {@code Door} (who comes in, headers, freshness), a handler in {@code Pages} or one of
 * its rooms asks {@code query} and returns a reply. {@code Desk} finds the list behind an address,
 * once for its page and its four feeds. Templates stand in {@code src/main/jte} and are compiled
 * with the product; each takes one of the public records here, in which everything is already
 * worded, so that a template only places things.
 *
 * <p>Pages work without script. All that comes from publishers is escaped by JTE, isolated ({@code
 * bdi}, {@code dir=auto}) and, where it is an address, http or https.
 *
 * <p>This package must never write, fetch, cut a text itself, or answer anything that {@code Door}
 * has not let in.
 */
@NullMarked
package org.tagwire.server.site;

import org.jspecify.annotations.NullMarked;
