package org.tagwire.server.web;

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
   * @param seal signs what a page shows, so that nothing else is fetched
   */
  record Proxied(Pictures pictures, Seal seal) implements PictureWay {}
}
