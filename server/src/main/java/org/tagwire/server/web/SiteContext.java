package org.tagwire.server.web;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * All the site needs from outside.
 *
 * @param questions what may be asked
 * @param options how the owner wants the site
 * @param password the owner's
 * @param clock what time it is
 * @param change the number of the last change that lists show; a page is fresh as long as it stays
 *     the same
 */
public record SiteContext(
    Questions questions,
    SiteOptions options,
    OwnerPassword password,
    InstantSource clock,
    LongSupplier change) {}
