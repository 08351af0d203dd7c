package org.tagwire.websub;

/**
 * What hubs have brought since this process began.
 *
 * @param accepted pushes with the right signature
 * @param ignored pushes without one, with a wrong one, or for a subscription that is not in force
 * @param unknown calls for no subscription of ours
 * @param refused pushes that were too large or too many
 */
public record Traffic(long accepted, long ignored, long unknown, long refused) {
  /** Nothing at all. */
  public static final Traffic NONE = new Traffic(0, 0, 0, 0);
}
