package org.tagwire.server.web;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * All the site needs from outside.
 *
 * @param questions what may be asked
 * @param options how the owner wants the site
 * @param keys what opens it to its owner
 * @param clock what time it is
 * @param change the number of the last change that lists show; a page is fresh as long as it stays
 *     the same
 */
public record SiteContext(
    Questions questions, SiteOptions options, Keys keys, InstantSource clock, LongSupplier change) {

  /** A site whose sessions end with the process. */
  public SiteContext(
      Questions questions,
      SiteOptions options,
      OwnerPassword password,
      InstantSource clock,
      LongSupplier change) {
    this(questions, options, Keys.of(password), clock, change);
  }
}
