/**
 * What a publisher's site is, seen from outside: a host that answers targets at an instant.
 *
 * <p>Start with {@link org.tagwire.newsstand.site.World}: it makes the {@link
 * org.tagwire.newsstand.site.Site}s of one stand once port and start are known. A site maps a
 * target and an instant to a {@link org.tagwire.newsstand.site.Reply}; whatever HTTP adds
 * (conditional requests, compression, faults, the log) is not its business.
 *
 * <p>This package knows no other package of the newsstand, no socket and no clock, and must stay
 * so.
 */
@NullMarked
package org.tagwire.newsstand.site;

import org.jspecify.annotations.NullMarked;
