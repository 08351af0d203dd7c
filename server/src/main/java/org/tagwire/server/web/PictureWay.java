package org.tagwire.server.web;

import java.util.function.Predicate;
import org.tagwire.picture.Icons;
import org.tagwire.picture.Pictures;
import org.tagwire.picture.Seal;

/** By which way publishers' pictures come to readers. */
public sealed interface PictureWay {
  /** They do not. */
  record None() implements PictureWay {}

  /** Readers' browsers ask the publishers, who so learn of every reader. */
  record Direct() implements PictureWay {}

  /**
   * They are fetched and made small here.
   *
   * @param pictures who does so
   * @param icons who does so with the icons of sites
   * @param seal signs what a page shows, so that nothing else is fetched
   * @param gone says of an address whether what stands there was taken down
   */
  record Proxied(Pictures pictures, Icons icons, Seal seal, Predicate<String> gone)
      implements PictureWay {}
}
