/**
 * Plays stored news as if it were on the web: real pages and a stream of articles.
 *
 * <p>Start with {@link org.tagwire.newsstand.archive.RealPages} and {@link
 * org.tagwire.newsstand.archive.RealStream}. Both read a folder that is given to them and make one
 * {@code ArchiveSite} for each host; a {@code Leaf} is one page with the line its feed gives it.
 * Links keep their host, with http and the stand's port instead of their own.
 *
 * <p>The folders' labels (texts, dates of pages, subjects) are for measuring: nothing here serves
 * them. Stored pages are sent byte for byte.
 */
@NullMarked
package org.tagwire.newsstand.archive;

import org.jspecify.annotations.NullMarked;
