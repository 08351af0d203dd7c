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
 * @param pictures how publishers' pictures come to readers
 */
public record SiteContext(
    Questions questions,
    SiteOptions options,
    OwnerPassword password,
    InstantSource clock,
    LongSupplier change,
    PictureWay pictures) {

  /** A site without pictures. */
  public SiteContext(
      Questions questions,
      SiteOptions options,
      OwnerPassword password,
      InstantSource clock,
      LongSupplier change) {
    this(questions, options, password, clock, change, new PictureWay.None());
  }
}
