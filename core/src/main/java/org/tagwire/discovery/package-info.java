/**
 * How sources are found and handed over: feeds of a page, rules of well-known sites, news sitemaps,
 * lists of subscriptions.
 *
 * <p>Start with {@link org.tagwire.discovery.Discovery}, which takes any address a person may paste
 * and answers with sources that were seen to work. What it decides is decided purely by {@link
 * org.tagwire.discovery.FeedFinder} (which links of a page may be feeds, best first) and {@link
 * org.tagwire.discovery.SiteRules} (sites whose feed addresses follow from the page's address).
 * {@link org.tagwire.discovery.Opml} reads and writes subscription lists, {@link
 * org.tagwire.discovery.SitemapParser} news sitemaps.
 *
 * <p>Everything read here was written by strangers: no document type is ever processed, no entity
 * leads anywhere, and depth, size and number are bounded. This package must never open a connection
 * but through {@link org.tagwire.fetch.Fetcher}.
 */
@NullMarked
package org.tagwire.discovery;

import org.jspecify.annotations.NullMarked;
