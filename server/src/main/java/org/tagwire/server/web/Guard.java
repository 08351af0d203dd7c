package org.tagwire.server.web;

/**
 * How a route is guarded.
 *
 * @param who who may use it
 * @param most how many bytes a form may have
 * @param files whether a form may bring files along
 * @param refusals how it says no
 */
public record Guard(Who who, int most, boolean files, Refusals refusals) {
  /** For whoever may read the site. */
  public static Guard of(Refusals refusals) {
    return of(Who.ANYBODY, refusals);
  }

  /** For these only. */
  public static Guard of(Who who, Refusals refusals) {
    return new Guard(who, Form.MAX_BYTES, false, refusals);
  }

  /** The same for what a form may be. */
  public Guard taking(Way.Taken taken) {
    return new Guard(who, taken.most(), taken.files(), refusals);
  }
}
