package org.tagwire.server.web;

/**
 * How a route is guarded.
 *
 * @param who who may use it
 * @param most how many bytes a form may have
 * @param refusals how it says no
 */
public record Guard(Who who, int most, Refusals refusals) {
  /** For whoever may read the site. */
  public static Guard of(Refusals refusals) {
    return new Guard(Who.ANYBODY, Form.MAX_BYTES, refusals);
  }

  /** For these only. */
  public static Guard of(Who who, Refusals refusals) {
    return new Guard(who, Form.MAX_BYTES, refusals);
  }

  /** The same for forms of up to {@code most} bytes. */
  public Guard upTo(int most) {
    return new Guard(who, most, refusals);
  }
}
