package org.tagwire.server.web;

import org.tagwire.server.words.Edition;

/** How a part of the site says no: pages in words, the API as a problem document. */
@FunctionalInterface
public interface Refusals {
  /**
   * Words a refusal.
   *
   * @param status 4xx or 5xx
   * @param number under which it was written down; empty for none
   */
  Reply of(int status, Edition edition, String number);

  /** Words what stands before who has to give the owner's password first. */
  default Reply locked(Visit visit) {
    return of(401, visit.edition(), "");
  }
}
