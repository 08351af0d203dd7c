/**
 * Who answers for the site, and how anybody reaches them: the page about the site, notices and what
 * becomes of them, and what robots are told.
 *
 * <p>Start with {@link org.tagwire.server.contact.ContactRoom}, which is this room's part of the
 * table of routes. {@link org.tagwire.server.contact.NoticeDesk} takes in what readers object to,
 * without a password and without a stranger's help; {@link org.tagwire.server.contact.NoticeOffice}
 * is where the owner decides. {@link org.tagwire.server.contact.Sitemap} lists hashtags and stories
 * for search engines.
 *
 * <p>What is hidden or taken away is done by {@code ingest}; nothing here decides what strangers
 * may see. It must never keep or show an address from which somebody came: it is only counted, as a
 * keyed hash, for an hour.
 */
@NullMarked
package org.tagwire.server.contact;

import org.jspecify.annotations.NullMarked;
